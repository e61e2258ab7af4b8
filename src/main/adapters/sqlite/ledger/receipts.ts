import type { Database } from 'better-sqlite3'
import { keptStatement } from '../database/kept-statement.ts'
import type { DaySpan } from './held-days.ts'

export interface ReceiptRow {
  readonly receipt_id: number
  readonly day: number
  readonly rows: number
  readonly money_minor: number | null
  readonly currency: string | null
  readonly content_hash: string
  readonly fetched_at: number
  readonly run_id: string
  readonly amazon_report_id: string | null
}

/** Receipts of a span by day. */
export function readReceipts(db: Database, dataset: string, span: DaySpan): Map<number, ReceiptRow> {
  const rows = keptStatement<[number, string, number, number], ReceiptRow>(
    db,
    `SELECT receipt_id, day, rows, money_minor, currency, content_hash, fetched_at, run_id, amazon_report_id
       FROM receipts WHERE channel_id = ? AND dataset = ? AND day >= ? AND day < ? ORDER BY day`,
  ).all(span.channelId, dataset, span.from, span.until)
  return new Map(rows.map((row) => [row.day, row]))
}

export interface ReceiptDraft {
  readonly channelId: number
  readonly dataset: string
  readonly day: number
  readonly rows: number
  readonly moneyMinor: number | null
  readonly currency: string | null
  readonly hash: string
  readonly fetchedAt: number
  readonly changedAt: number | null
  readonly settlesOn: number
  readonly runId: string
  readonly amazonReportId: string | null
  readonly evidence: string | null
}

/** Issues a receipt, or issues it anew under its old number. */
export function writeReceipt(db: Database, draft: ReceiptDraft): void {
  keptStatement<ReceiptDraft>(
    db,
    `INSERT INTO receipts (channel_id, dataset, day, rows, money_minor, currency, content_hash, fetched_at, changed_at, settles_on, run_id, amazon_report_id, evidence)
     VALUES (@channelId, @dataset, @day, @rows, @moneyMinor, @currency, @hash, @fetchedAt, @changedAt, @settlesOn, @runId, @amazonReportId, @evidence)
     ON CONFLICT (channel_id, dataset, day) DO UPDATE SET
       rows = excluded.rows, money_minor = excluded.money_minor, currency = excluded.currency, content_hash = excluded.content_hash,
       fetched_at = excluded.fetched_at, changed_at = excluded.changed_at, settles_on = excluded.settles_on,
       run_id = excluded.run_id, amazon_report_id = excluded.amazon_report_id, evidence = excluded.evidence`,
  ).run(draft)
}

/** Notes that a day was fetched again and had not changed. */
export function renewReceipt(
  db: Database,
  receiptId: number,
  proof: { readonly fetchedAt: number; readonly runId: string; readonly amazonReportId: string | null },
): void {
  keptStatement(
    db,
    'UPDATE receipts SET fetched_at = @fetchedAt, run_id = @runId, amazon_report_id = @amazonReportId WHERE receipt_id = @receiptId',
  ).run({ ...proof, receiptId })
}

export interface RestatementDraft {
  readonly day: number
  readonly before: Pick<ReceiptRow, 'rows' | 'money_minor' | 'content_hash'>
  readonly after: { readonly rows: number; readonly moneyMinor: number | null; readonly hash: string }
}

/** Keeps what a held day said before it was changed. */
export function writeRestatement(
  db: Database,
  order: { readonly channelId: number; readonly dataset: string; readonly at: number; readonly reason: string; readonly runId: string },
  { day, before, after }: RestatementDraft,
): void {
  db.prepare(
    `INSERT INTO restatements (channel_id, dataset, day, at, reason, run_id, rows_before, rows_after, money_before, money_after, hash_before, hash_after)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(
    order.channelId,
    order.dataset,
    day,
    order.at,
    order.reason,
    order.runId,
    before.rows,
    after.rows,
    before.money_minor,
    after.moneyMinor,
    before.content_hash,
    after.hash,
  )
}
