import type { Database } from 'better-sqlite3'
import { z } from 'zod'
import { brand } from '../../../../shared/lib/brand.ts'
import type { Day } from '../../../../shared/domain/day.ts'
import type { AccountId, ChannelId, DatasetId, RunId } from '../../../../shared/domain/ids.ts'
import type { SyncRun } from '../../../../shared/domain/run.ts'
import type { GatheredWrites } from '../database/gather-writes.ts'
import { keptStatement } from '../database/kept-statement.ts'
import type { ReadStores, WriteStores } from '../store-parts.ts'

interface RunRow {
  readonly id: string
  readonly account_id: string
  readonly channel_id: number
  readonly dataset: string
  readonly request: SyncRun['request']
  readonly way: SyncRun['way']
  readonly from_day: number
  readonly until_day: number
  readonly reason: SyncRun['reason']
  readonly step: SyncRun['step']
  readonly amazon_report_id: string | null
  readonly planned_at: number
  readonly requested_at: number | null
  readonly ended_at: number | null
  readonly outcome: SyncRun['outcome']
  readonly trouble: string | null
  readonly rows: number
  readonly tries: number
  readonly next_look_at: number | null
  readonly pages: string
}

const finishedPages = z.array(z.object({ queryId: z.string(), documentId: z.string().nullable(), next: z.string(), askedAt: z.number() }))

const STANDING = `step NOT IN ('committed', 'ended')`

export function createRunReads(db: Database): ReadStores['runs'] {
  return {
    standing: async () => db.prepare<[], RunRow>(`SELECT * FROM runs WHERE ${STANDING} ORDER BY planned_at, id`).all().map(toRun),
    newest: async ({ accountId, limit }) =>
      accountId === undefined
        ? db.prepare<[number], RunRow>('SELECT * FROM runs ORDER BY planned_at DESC, id DESC LIMIT ?').all(limit).map(toRun)
        : db
            .prepare<[string, number], RunRow>('SELECT * FROM runs WHERE account_id = ? ORDER BY planned_at DESC, id DESC LIMIT ?')
            .all(accountId, limit)
            .map(toRun),
  }
}

const ADD = `INSERT INTO runs (id, account_id, channel_id, dataset, request, way, from_day, until_day, reason, step, amazon_report_id, planned_at, requested_at, ended_at, outcome, trouble, rows, tries, next_look_at, pages)
  VALUES (@id, @accountId, @channelId, @dataset, @request, @way, @from, @until, @reason, @step, @amazonReportId, @plannedAt, @requestedAt, @endedAt, @outcome, @trouble, @rows, @tries, @nextLookAt, @pages)`

const ADVANCE = `UPDATE runs SET step = @step, amazon_report_id = @amazonReportId, requested_at = @requestedAt, ended_at = @endedAt, outcome = @outcome,
    trouble = @trouble, rows = @rows, tries = @tries, next_look_at = @nextLookAt, reason = @reason, from_day = @from, until_day = @until, way = @way, pages = @pages
  WHERE id = @id AND ${STANDING}`

const STOP_ALL = `UPDATE runs SET step = 'ended', outcome = 'stopped', ended_at = ?, trouble = ?, next_look_at = NULL
  WHERE account_id = ? AND ${STANDING} RETURNING id`

/** Steps of many runs come at once, and each waits for the disk: they are written together. */
export function createRunWrites(db: Database, gathered: GatheredWrites): WriteStores['runs'] {
  return {
    add: (runs) => gathered.add(() => runs.forEach((run) => keptStatement<RunCells>(db, ADD).run(toCells(run)))),
    advance: (run) => gathered.add(() => keptStatement<RunCells>(db, ADVANCE).run(toCells(run)).changes === 1),
    stopAll: (accountId, at, trouble) =>
      gathered.add(() =>
        db
          .prepare<[number, string, string], string>(STOP_ALL)
          .pluck()
          .all(at, trouble, accountId)
          .map((id) => brand<RunId>(id)),
      ),
  }
}

function toRun(row: RunRow): SyncRun {
  return {
    id: brand<RunId>(row.id),
    accountId: brand<AccountId>(row.account_id),
    channelId: brand<ChannelId>(row.channel_id),
    dataset: brand<DatasetId>(row.dataset),
    request: row.request,
    way: row.way,
    from: brand<Day>(row.from_day),
    until: brand<Day>(row.until_day),
    reason: row.reason,
    step: row.step,
    amazonReportId: row.amazon_report_id,
    plannedAt: row.planned_at,
    requestedAt: row.requested_at,
    endedAt: row.ended_at,
    outcome: row.outcome,
    trouble: row.trouble,
    rows: row.rows,
    tries: row.tries,
    nextLookAt: row.next_look_at,
    pages: finishedPages.parse(JSON.parse(row.pages)),
  }
}

type RunCells = Omit<SyncRun, 'pages'> & { readonly pages: string }

function toCells(run: SyncRun): RunCells {
  return { ...run, pages: JSON.stringify(run.pages) }
}
