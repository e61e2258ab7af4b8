import { brand } from '../../../src/shared/lib/brand.ts'
import { epochDayAt, startOfEpochDay } from '../../../src/shared/lib/zone.ts'
import type { Channel } from '../../../src/shared/domain/account.ts'
import { interval, parseDay, type Day } from '../../../src/shared/domain/day.ts'
import type { AccountId, ChannelId } from '../../../src/shared/domain/ids.ts'
import type { MarketplaceId } from '../../../src/shared/domain/marketplace.ts'
import type { Dataset } from '../../../src/main/datasets/dataset.ts'
import type { RowContext, RowVerdict } from '../../../src/main/datasets/document.ts'
import type { DatasetRequest, RequestScope } from '../../../src/main/datasets/request.ts'

export function day(text: string): Day {
  const found = parseDay(text)
  if (found === null) throw new Error(`no day ${text}`)
  return found
}

export const GERMANY: Channel = {
  id: brand<ChannelId>(1),
  accountId: brand<AccountId>('acc_1'),
  marketplaceId: brand<MarketplaceId>('A1PA6795UKMFR9'),
  country: 'DE',
  name: 'Acme DE',
  currency: 'EUR',
  zone: 'Europe/Berlin',
  wantedFrom: day('2026-01-01'),
  adsProfileId: null,
}

/** What a request is made for: the days `from` up to `until`, asked well after they ended unless `now` says otherwise. */
export function scopeFor(from: string, until: string, change: { channel?: Channel; now?: number } = {}): RequestScope {
  const channel = change.channel ?? GERMANY
  const endsAt = startOfEpochDay(day(until), channel.zone)
  const now = change.now ?? endsAt + 30 * 86_400_000
  return {
    channel,
    sellingPartnerId: 'A2SELLER',
    interval: interval(day(from), day(until)),
    startsAt: startOfEpochDay(day(from), channel.zone),
    endsAt: Math.min(endsAt, now),
    now,
  }
}

export function contextFor(from: string, until: string, channel: Channel = GERMANY): RowContext {
  return { channel, interval: interval(day(from), day(until)), dayAt: (ms) => epochDayAt(ms, channel.zone), today: day(until) }
}

export function pagedCall(request: DatasetRequest): Extract<DatasetRequest, { kind: 'paged-call' }> {
  if (request.kind !== 'paged-call') throw new Error('not a paged call')
  return request
}

export function amazonReport(request: DatasetRequest): Extract<DatasetRequest, { kind: 'amazon-report' }> {
  if (request.kind !== 'amazon-report') throw new Error('not an Amazon report')
  return request
}

/** What a dataset makes of a JSON document or page, by default of the first days of March 2026. */
export function readJson({ document }: Dataset, json: unknown, context = contextFor('2026-03-01', '2026-03-05')): RowVerdict[] {
  if (document.kind === 'json') return [...document.read(json, context)]
  if (document.kind === 'pages') return [...document.read(json, context).verdicts]
  throw new Error('not JSON')
}
