import { brand } from '../../src/shared/lib/brand.ts'
import type { Channel } from '../../src/shared/domain/account.ts'
import type { Day } from '../../src/shared/domain/day.ts'
import type { AccountId, ChannelId, DatasetId, RunId } from '../../src/shared/domain/ids.ts'
import type { MarketplaceId } from '../../src/shared/domain/marketplace.ts'
import type { IngestOrder } from '../../src/main/core/ports/document-ingest.ts'

/** 2026-03-01, the first day of every generated file. */
export const FIRST_DAY = 20_513
export const START_MS = FIRST_DAY * 86_400_000

const channel: Channel = {
  id: brand<ChannelId>(1),
  accountId: brand<AccountId>('acc_bench'),
  marketplaceId: brand<MarketplaceId>('A1PA6795UKMFR9'),
  country: 'DE',
  name: 'Bench',
  currency: 'EUR',
  zone: 'UTC',
  wantedFrom: brand<Day>(FIRST_DAY),
  adsProfileId: null,
}

export function benchOrder(run: string, days: number): IngestOrder {
  return {
    runId: brand<RunId>(run),
    dataset: brand<DatasetId>('orders'),
    request: 'days',
    channel,
    interval: { from: brand<Day>(FIRST_DAY), until: brand<Day>(FIRST_DAY + days) },
    fetchedAt: START_MS + (days + 20) * 86_400_000,
    amazonReportId: null,
    reason: 'gap',
  }
}
