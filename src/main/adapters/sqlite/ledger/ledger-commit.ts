import type { Database } from 'better-sqlite3'
import { keptStatement } from '../database/kept-statement.ts'
import { epochDayAt, startOfEpochDay } from '../../../../shared/lib/zone.ts'
import { err, ok, type Result } from '../../../../shared/lib/result.ts'
import type { Channel } from '../../../../shared/domain/account.ts'
import type { DatasetId } from '../../../../shared/domain/ids.ts'
import type { Ingested, IngestOrder, IngestTrouble } from '../../../core/ports/document-ingest.ts'
import type { Dataset } from '../../../datasets/dataset.ts'
import type { Row } from '../../../datasets/document.ts'
import { sortStorageTrouble } from '../database/storage-trouble.ts'
import { commitChanges } from './commit-changes.ts'
import { commitDays, type CommitPlace } from './commit-days.ts'
import { commitOlder, isOutdone } from './commit-older.ts'
import { commitSnapshot } from './commit-snapshot.ts'
import { commitTaken, type TakenPart } from './commit-taken.ts'
import { planTable, type TablePlan } from './table-plan.ts'

export type Committed = Omit<Ingested, 'bytes'>

/**
 * Commits the rows of one order in one transaction: rows, receipts, restatements, roll-ups and the end of its run. Doing
 * it twice equals once. `evidence` says how an empty answer was proven.
 */
export type LedgerCommit = (order: IngestOrder, rows: readonly Row[], evidence: string | null) => Result<Committed, IngestTrouble>

export interface ChannelPart extends TakenPart {
  readonly channel: Channel
}

/** Commits what comes of Amazon's own list: a document for all its channels at once, and the end of a list that was read whole. */
export interface ListedCommit {
  /** One transaction over every channel: a document is taken whole or not at all. Its run goes on. */
  document(order: IngestOrder, parts: readonly ChannelPart[]): Result<Committed, IngestTrouble>
  /** Marks the list as read for every channel and ends the run, with the rows of all its documents. */
  list(order: IngestOrder, rows: number): Result<Committed, IngestTrouble>
}

export function createLedgerCommit(db: Database, datasets: ReadonlyMap<DatasetId, Dataset>): LedgerCommit {
  const commit = createCommit(db, datasets)
  return (order, rows, evidence) => commit(order, (plan) => commitOrder(db, plan, order, { rows, evidence }))
}

export function createListedCommit(db: Database, datasets: ReadonlyMap<DatasetId, Dataset>): ListedCommit {
  const commit = createCommit(db, datasets)
  return {
    document: (order, parts) =>
      commit(order, (plan) => {
        const changed = parts.map(({ channel, ...part }) =>
          commitTaken(db, plan, { place: placeOf({ ...order, channel }, null), zone: channel.zone }, part),
        )
        return { rows: sum(parts.map((part) => part.rows.length)), foreignRows: 0, changedDays: sum(changed), leftAlone: 0 }
      }),
    list: (order, rows) =>
      commit(order, () => {
        for (const { id } of order.siblings ?? [order.channel]) markThrough(db, { channelId: id, dataset: order.dataset }, order.fetchedAt)
        endRun(db, order, rows)
        return { rows, foreignRows: 0, changedDays: 0, leftAlone: 0 }
      }),
  }
}

type Commit = (order: IngestOrder, work: (plan: TablePlan) => Committed) => Result<Committed, IngestTrouble>

/** Does the work in one transaction; trouble of the disk or of a figure comes back as a value. */
function createCommit(db: Database, datasets: ReadonlyMap<DatasetId, Dataset>): Commit {
  const plans = new Map([...datasets].map(([id, dataset]) => [id, planTable(dataset)]))
  return (order, work) => {
    const plan = plans.get(order.dataset)
    if (!plan) throw new Error(`no dataset ${order.dataset}`)
    try {
      return ok(db.transaction(() => work(plan)).immediate())
    } catch (cause) {
      const trouble =
        cause instanceof RangeError
          ? { kind: 'bad-document' as const, evidence: `${order.dataset}: ${cause.message}` }
          : sortStorageTrouble(cause)
      if (trouble === null) throw cause
      return err(trouble)
    }
  }
}

/** True when everything an order would bring was fetched, or changed, later than the order. */
export function createOutdone(db: Database, datasets: ReadonlyMap<DatasetId, Dataset>): (order: IngestOrder) => boolean {
  return (order) => {
    const dataset = datasets.get(order.dataset)
    if (!dataset) throw new Error(`no dataset ${order.dataset}`)
    return isOutdone(db, planTable(dataset), placeOf(order, null), order.request)
  }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, one) => all + one, 0)
}

function markThrough(db: Database, { channelId, dataset }: { channelId: number; dataset: string }, through: number): void {
  db.prepare(
    `INSERT INTO changes_marks (channel_id, dataset, through) VALUES (?, ?, ?)
     ON CONFLICT (channel_id, dataset) DO UPDATE SET through = excluded.through`,
  ).run(channelId, dataset, through)
}

function commitOrder(
  db: Database,
  plan: TablePlan,
  order: IngestOrder,
  { rows, evidence }: { rows: readonly Row[]; evidence: string | null },
): Committed {
  const own = rowsOfOrder(plan, order, rows)
  const place = placeOf(order, evidence)
  if (order.keepsNewer) {
    const older = commitOlder(db, plan, place, own)
    endOldRun(db, order, older.rows)
    return { ...older, foreignRows: rows.length - own.length }
  }
  const changedDays = perform(db, plan, place, { order, rows: own })
  endRun(db, order, own.length)
  return { rows: own.length, foreignRows: rows.length - own.length, changedDays, leftAlone: 0 }
}

function perform(db: Database, plan: TablePlan, place: CommitPlace, { order, rows }: { order: IngestOrder; rows: readonly Row[] }): number {
  if (plan.dataset.shape === 'snapshot') return commitSnapshot(db, plan, place, rows)
  if (order.request === 'days') return commitDays(db, plan, place, rows)
  if (plan.entityIndex < 0) throw new Error(`dataset ${order.dataset} has no entities to change`)
  const changed = commitChanges(db, plan, place, rows)
  // A piece that begins after the mark leaves a hole, so the mark stays where it is.
  const { zone } = order.channel
  const until = Math.min(order.fetchedAt, startOfEpochDay(order.interval.until, zone))
  db.prepare(
    `INSERT INTO changes_marks (channel_id, dataset, through) VALUES (?, ?, ?)
     ON CONFLICT (channel_id, dataset) DO UPDATE SET through = max(through, excluded.through) WHERE ? <= through`,
  ).run(place.channelId, order.dataset, until, startOfEpochDay(order.interval.from, zone))
  return changed
}

/** A request that owns days takes nothing outside its interval. */
function rowsOfOrder(plan: TablePlan, order: IngestOrder, rows: readonly Row[]): readonly Row[] {
  if (plan.dayIndex < 0 || order.request === 'changes') return rows
  const isInside = (row: Row): boolean => {
    const day = Number(row[plan.dayIndex])
    return day >= order.interval.from && day < order.interval.until
  }
  return rows.every(isInside) ? rows : rows.filter(isInside)
}

function placeOf(order: IngestOrder, evidence: string | null): CommitPlace {
  const { channel, interval, fetchedAt, runId, amazonReportId, reason } = order
  return {
    channelId: channel.id,
    from: interval.from,
    until: interval.until,
    currency: channel.currency,
    today: epochDayAt(fetchedAt, channel.zone),
    fetchedAt,
    runId,
    amazonReportId,
    reason,
    evidence,
  }
}

/** A run that somebody stopped meanwhile stays stopped; its rows are true all the same. */
function endRun(db: Database, order: IngestOrder, rows: number): void {
  keptStatement(
    db,
    `UPDATE runs SET step = 'committed', ended_at = ?, outcome = 'complete', trouble = NULL, rows = ?, next_look_at = NULL,
       amazon_report_id = coalesce(?, amazon_report_id)
     WHERE id = ? AND step <> 'ended'`,
  ).run(order.fetchedAt, rows, order.amazonReportId, order.runId)
}

/** The run that fetched the document ended when it was refused; now it is done after all. */
function endOldRun(db: Database, order: IngestOrder, rows: number): void {
  db.prepare(
    `UPDATE runs SET step = 'committed', outcome = 'complete', trouble = NULL, rows = ?, next_look_at = NULL
     WHERE id = ? AND step = 'ended' AND outcome = 'failed' AND trouble = 'bad-document'`,
  ).run(rows, order.runId)
}
