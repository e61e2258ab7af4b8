import type { ChannelId, DatasetId, Instant } from '../../../shared/domain/ids.ts'
import type { Day, DayInterval } from '../../../shared/domain/day.ts'
import type { TakenDocument } from '../../../shared/domain/listing.ts'

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

/** A marketplace day whose snapshot is kept, checked against its rows when it was read. */
export interface SnapshotDayFact {
  readonly day: Day
  readonly takenAt: Instant
  readonly rows: number
  readonly contentHash: string
  readonly intact: boolean
}

export interface IdCounts {
  readonly known: number
  readonly unasked: number
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
  /** Kept days of a snapshot dataset with history, oldest first; an absent day was never taken and cannot be taken later. */
  snapshotDays(channelId: ChannelId, dataset: DatasetId, days: DayInterval): Promise<readonly SnapshotDayFact[]>
  restatements(filter: {
    readonly channelId?: ChannelId
    readonly since?: Instant
    readonly limit: number
  }): Promise<readonly RestatementFact[]>
  /** The newest kept day that is not after the one given; null when there is none. */
  snapshotAsOf(channelId: ChannelId, dataset: DatasetId, day: Day): Promise<SnapshotDayFact | null>
  /** ASINs of the products that the channel's rows name, in order. */
  productIds(channelId: ChannelId): Promise<readonly string[]>
  /** How many of these a dataset that asks by id could ask for, and how many of them it never has. */
  idCounts(channelId: ChannelId, dataset: DatasetId): Promise<IdCounts>
  /** Documents of Amazon's own list that were taken for a channel. */
  takenDocuments(channelId: ChannelId, dataset: DatasetId): Promise<readonly TakenDocument[]>
  /** When a `changes` request last succeeded, or Amazon's list was last read whole, per channel and dataset. */
  changesThrough(channelId: ChannelId, dataset: DatasetId): Promise<Instant | null>
}
