import type { Database } from 'better-sqlite3'
import { brand } from '../../../../shared/lib/brand.ts'
import type { Day } from '../../../../shared/domain/day.ts'
import type { ChannelId, DatasetId } from '../../../../shared/domain/ids.ts'
import type { LedgerStore, ReceiptFact, RestatementFact, SnapshotFact } from '../../../core/ports/ledger-store.ts'
import type { Dataset } from '../../../datasets/dataset.ts'
import { keptStatement } from '../database/kept-statement.ts'
import { EMPTY_HASH } from './content-hash.ts'
import { storedDays, type DaySpan, type StoredDay } from './held-days.ts'
import { readDayAsOf, readSnapshotDays } from './history/read-days.ts'
import { countIds, readProductIds } from './product-ids.ts'
import { createProvedDays, type ProvedDays } from './proved-days.ts'
import { readReceipts, type ReceiptRow } from './receipts.ts'
import { rollupFaults } from './rollups.ts'
import { planTable, type TablePlan } from './table-plan.ts'
import { readTaken } from './taken-documents.ts'

/** The read side of the ledger: no receipt is given out that was not compared with its rows. `now`: monotonic milliseconds. */
export function createLedgerReads(db: Database, datasets: ReadonlyMap<DatasetId, Dataset>, now: () => number): LedgerStore {
  const proved = createProvedDays(now)
  const plans = new Map([...datasets].map(([id, dataset]) => [id, planTable(dataset)]))
  return {
    receipts: async (channelId, dataset, days, check) => {
      const plan = plans.get(dataset)
      if (!plan || plan.dayIndex < 0) return []
      const span = { channelId, from: days.from, until: days.until }
      return check === 'hash' ? auditedReceipts(db, plan, { span, proved }) : checkedReceipts(db, plan, { span, proved })
    },
    snapshots: async () =>
      db
        .prepare<[], SnapshotRow>('SELECT channel_id, dataset, taken_at, rows FROM snapshots ORDER BY channel_id, dataset')
        .all()
        .map(toSnapshot),
    snapshotDays: async (channelId, dataset, days) => {
      const plan = plans.get(dataset)
      if (!plan || plan.historyTable === null) return []
      return readSnapshotDays(db, { ...plan, historyTable: plan.historyTable }, { channelId, from: days.from, until: days.until })
    },
    snapshotAsOf: async (channelId, dataset, day) => {
      const plan = plans.get(dataset)
      if (!plan || plan.historyTable === null) return null
      return readDayAsOf(db, { ...plan, historyTable: plan.historyTable }, channelId, day)
    },
    takenDocuments: async (channelId, dataset) => readTaken(db, channelId, dataset),
    productIds: async (channelId) => readProductIds(db, channelId),
    idCounts: async (channelId, dataset) => countIds(db, plans.get(dataset) ?? null, channelId),
    restatements: async (filter) =>
      db
        .prepare<unknown[], RestatementRow>(
          `SELECT channel_id, dataset, day, at, reason, rows_before, rows_after, money_before, money_after FROM restatements
           WHERE (@channelId IS NULL OR channel_id = @channelId) AND at >= @since ORDER BY at DESC, id DESC LIMIT @limit`,
        )
        .all({ channelId: filter.channelId ?? null, since: filter.since ?? 0, limit: filter.limit })
        .map(toRestatement),
    changesThrough: async (channelId, dataset) => {
      const through = db
        .prepare<[number, string]>('SELECT through FROM changes_marks WHERE channel_id = ? AND dataset = ?')
        .pluck()
        .get(channelId, dataset)
      return through === undefined ? null : Number(through)
    },
  }
}

interface Asked {
  readonly span: DaySpan
  readonly proved: ProvedDays
}

function lineOf(plan: TablePlan, span: DaySpan): string {
  return `${span.channelId}/${plan.dataset.id}`
}

/** One read transaction, so that a commit in between cannot make a sound day look broken. */
function checkedReceipts(db: Database, plan: TablePlan, { span, proved }: Asked): ReceiptFact[] {
  return db.transaction(() => {
    const receipts = readReceipts(db, plan.dataset.id, span)
    const faulty = proved.faulty(lineOf(plan, span), [...receipts.values()], (from, until) =>
      faultyDays(db, plan, { receipts, span: { ...span, from, until } }),
    )
    return [...receipts.values()].map((receipt) => toFact(receipt, !faulty.has(receipt.day)))
  })()
}

/** Every row is read and hashed; a fault found here ends the belief in what was compared before. */
function auditedReceipts(db: Database, plan: TablePlan, { span, proved }: Asked): ReceiptFact[] {
  return db.transaction(() => {
    const receipts = [...readReceipts(db, plan.dataset.id, span).values()]
    const stored = storedDays(db, plan, span)
    const faults = rollupFaults(db, plan, span)
    const facts = receipts.map((receipt) => {
      const held = stored.get(receipt.day)
      const isIntact = areSumsRight(plan, receipt, held) && receipt.content_hash === (held?.hash ?? EMPTY_HASH)
      return toFact(receipt, isIntact && !faults.has(receipt.day))
    })
    if (facts.some((fact) => !fact.intact)) proved.doubt(lineOf(plan, span))
    return facts
  })()
}

function faultyDays(
  db: Database,
  plan: TablePlan,
  { receipts, span }: { readonly receipts: ReadonlyMap<number, ReceiptRow>; readonly span: DaySpan },
): Set<number> {
  const stored = summedDays(db, plan, span)
  const faults = new Set(rollupFaults(db, plan, span))
  for (const [day, receipt] of receipts)
    if (day >= span.from && day < span.until && !areSumsRight(plan, receipt, stored.get(day))) faults.add(day)
  return faults
}

type Sums = Pick<StoredDay, 'rows' | 'moneyMinor'>

function summedDays(db: Database, plan: TablePlan, span: DaySpan): Map<number, Sums> {
  const money = plan.moneyIndex < 0 ? 'NULL' : `coalesce(sum(${plan.names[plan.moneyIndex]}), 0)`
  const rows = keptStatement<[number, number, number], [number, number, number | null]>(
    db,
    `SELECT day, count(*), ${money} FROM ${plan.table} WHERE channel_id = ? AND day >= ? AND day < ? GROUP BY day`,
  )
    .raw()
    .all(span.channelId, span.from, span.until)
  return new Map(rows.map(([day, count, moneyMinor]) => [day, { rows: count, moneyMinor }]))
}

function areSumsRight(plan: TablePlan, receipt: ReceiptRow, stored: Sums | undefined): boolean {
  const money = stored ? stored.moneyMinor : plan.moneyIndex < 0 ? null : 0
  return receipt.rows === (stored?.rows ?? 0) && receipt.money_minor === money
}

function toFact(row: ReceiptRow, intact: boolean): ReceiptFact {
  return {
    receiptId: row.receipt_id,
    day: brand<Day>(row.day),
    rows: row.rows,
    moneyMinor: row.money_minor,
    currency: row.currency,
    contentHash: row.content_hash,
    fetchedAt: row.fetched_at,
    amazonReportId: row.amazon_report_id,
    runId: row.run_id,
    intact,
  }
}

interface SnapshotRow {
  readonly channel_id: number
  readonly dataset: string
  readonly taken_at: number
  readonly rows: number
}

function toSnapshot(row: SnapshotRow): SnapshotFact {
  return { channelId: brand<ChannelId>(row.channel_id), dataset: brand<DatasetId>(row.dataset), takenAt: row.taken_at, rows: row.rows }
}

interface RestatementRow {
  readonly channel_id: number
  readonly dataset: string
  readonly day: number
  readonly at: number
  readonly reason: string
  readonly rows_before: number
  readonly rows_after: number
  readonly money_before: number | null
  readonly money_after: number | null
}

function toRestatement(row: RestatementRow): RestatementFact {
  return {
    channelId: brand<ChannelId>(row.channel_id),
    dataset: brand<DatasetId>(row.dataset),
    day: brand<Day>(row.day),
    at: row.at,
    reason: row.reason,
    rowsBefore: row.rows_before,
    rowsAfter: row.rows_after,
    moneyBefore: row.money_before,
    moneyAfter: row.money_after,
  }
}
