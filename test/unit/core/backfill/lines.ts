import { interval, type Day } from '../../../../src/shared/domain/day.ts'
import type { AccountId, ChannelId } from '../../../../src/shared/domain/ids.ts'
import type { Channel } from '../../../../src/shared/domain/account.ts'
import { deriveCoverage, publishEdge, type HeldDay } from '../../../../src/shared/domain/derive-coverage.ts'
import { brand } from '../../../../src/shared/lib/brand.ts'
import type { Dataset } from '../../../../src/main/datasets/dataset.ts'
import type { AccountSnapshot, PlanLine } from '../../../../src/main/core/backfill/account-snapshot.ts'
import { day } from '../sync/shop.ts'

export const NOW = Date.parse('2026-03-20T10:00:00Z')
export const TODAY = day('2026-03-20')

export function channelFrom(wantedFrom: Day, id = 1): Channel {
  return {
    id: brand<ChannelId>(id),
    accountId: brand<AccountId>('account-1'),
    marketplaceId: brand('A1PA6795UKMFR9'),
    country: 'DE',
    name: 'Amazon.de',
    currency: 'EUR',
    zone: 'Europe/Berlin',
    wantedFrom,
    adsProfileId: 'p',
  }
}

export function held(one: Day, fetchedAt: number, order: Partial<HeldDay> = {}): HeldDay {
  return { receiptId: one, day: one, rows: 3, moneyMinor: 1, currency: 'EUR', fetchedAt, intact: true, ...order }
}

export function lineFor(
  dataset: Dataset,
  order: { wantedFrom: Day; held?: readonly HeldDay[]; now?: number; line?: Partial<PlanLine>; channelId?: number },
): PlanLine {
  const channel = channelFrom(order.wantedFrom, order.channelId)
  const now = order.now ?? NOW
  const days = deriveCoverage({
    channel,
    dataset,
    interval: interval(channel.wantedFrom, publishEdge(now, channel.zone, dataset.timing)),
    held: order.held ?? [],
    now,
  })
  return { channel, dataset, days: dataset.shape === 'event' ? days : [], access: null, takenAt: null, changesThrough: NOW, ...order.line }
}

export function snapshotOf(lines: readonly PlanLine[], order: Partial<AccountSnapshot> = {}): AccountSnapshot {
  return { now: NOW, lines, standing: [], failures: [], lastCommitted: new Map(), requested: false, ...order }
}
