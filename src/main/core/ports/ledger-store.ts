import type { ChannelId, DatasetId, Instant } from '../../../shared/domain/ids.ts'
import type { Day, DayInterval } from '../../../shared/domain/day.ts'

/**
 * One committed day as the ledger holds it, checked against its rows when it was read: `intact` is false when count, sum
 * or hash of the rows differ from the receipt.
 */
export interface ReceiptFact {
  readonly receiptId: number
  readonly day: Day
  readonly rows: number
  readonly moneyMinor: number | null
  readonly currency: string | null
  readonly contentHash: string
  readonly fetchedAt: Instant
  readonly amazonReportId: string | null
  readonly runId: string
  readonly intact: boolean
}

export interface SnapshotFact {
  readonly channelId: ChannelId
  readonly dataset: DatasetId
  readonly takenAt: Instant
  readonly rows: number
}

/** A figure Amazon changed for a day already held. */
export interface RestatementFact {
  readonly channelId: ChannelId
  readonly dataset: DatasetId
  readonly day: Day
  readonly at: Instant
  readonly reason: string
  readonly rowsBefore: number
  readonly rowsAfter: number
  readonly moneyBefore: number | null
  readonly moneyAfter: number | null
}

/** Read side of the ledger; commits go through `DocumentIngest`. */
export interface LedgerStore {
  /** `check: 'sums'` compares count and money; `'hash'` also recomputes the content hash of each day. */
  receipts(channelId: ChannelId, dataset: DatasetId, days: DayInterval, check: 'sums' | 'hash'): Promise<readonly ReceiptFact[]>
  snapshots(): Promise<readonly SnapshotFact[]>
  restatements(filter: {
    readonly channelId?: ChannelId
    readonly since?: Instant
    readonly limit: number
  }): Promise<readonly RestatementFact[]>
  /** When a `changes` request last succeeded, per channel and dataset. */
  changesThrough(channelId: ChannelId, dataset: DatasetId): Promise<Instant | null>
}
