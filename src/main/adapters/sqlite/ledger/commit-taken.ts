import type { Database } from 'better-sqlite3'
import { brand } from '../../../../shared/lib/brand.ts'
import { epochDayAt, startOfEpochDay } from '../../../../shared/lib/zone.ts'
import { toIntervals, type Day } from '../../../../shared/domain/day.ts'
import type { Row, StatementFacts } from '../../../datasets/document.ts'
import type { CommitPlace } from './commit-days.ts'
import { contentHash } from './content-hash.ts'
import { freshRows, groupByDay, moneyOf, type FreshRow } from './fresh-day.ts'
import { storedRows } from './held-days.ts'
import { insertRows } from './insert-rows.ts'
import { issueReceipt } from './issue-receipt.ts'
import { internProducts } from './products.ts'
import { readReceipts, writeRestatement } from './receipts.ts'
import { rebuildRollups, rollupFaults } from './rollups.ts'
import { noteTaken, ownedStretches, readTaken, type Stretch } from './taken-documents.ts'
import type { TablePlan } from './table-plan.ts'

/** A document as one channel reads it: what it says, and the channel's rows. */
export interface TakenPart {
  readonly says: StatementFacts | null
  readonly rows: readonly Row[]
}

/**
 * Keeps the rows of a document that owns a stretch of time, and proves the days that taken documents own whole, together.
 * Rows of a border day are kept before its neighbour comes; its receipt is written with the second of them. Answers how
 * many held days changed.
 */
export function commitTaken(db: Database, plan: TablePlan, { place, zone }: { place: CommitPlace; zone: string }, part: TakenPart): number {
  const { channelId, runId } = place
  const dataset = plan.dataset.id
  const { says, rows } = part
  noteTaken(db, { channelId, dataset, documentId: place.amazonReportId ?? '', takenAt: place.fetchedAt, runId }, says)
  if (says === null) return 0
  const owned = ownedStretches(readTaken(db, channelId, dataset))
  const groups = groupByDay(plan, rows)
  const products = internProducts(db, plan, place, rows)
  const days = daysConcerned(db, plan, { channelId, zone, says }, groups)
  const written: Day[] = []
  let changed = 0
  for (const day of days) {
    const next = nextDay(db, plan, { channelId, day, name: says.name }, groups.get(day) ?? [])
    if (!next.isSame) {
      db.prepare(`DELETE FROM ${plan.table} WHERE channel_id = ? AND day = ? AND ${entityOf(plan)} = ?`).run(channelId, day, says.name)
      insertRows(db, plan, { channelId, products }, next.fresh)
      written.push(brand<Day>(day))
    }
    if (proveDay(db, plan, place, { day, isWhole: isWhole(day, zone, owned), ...next })) changed += 1
  }
  for (const { from, until } of toIntervals(written)) rebuildRollups(db, plan, { channelId, from, until })
  return changed
}

interface NextDay {
  readonly beforeHash: string
  readonly fresh: readonly FreshRow[]
  readonly after: { readonly rows: number; readonly moneyMinor: number | null; readonly hash: string }
  /** Rows and roll-ups already say just this. */
  readonly isSame: boolean
}

/** What a day will hold: the rows other documents brought, and this one's. */
function nextDay(
  db: Database,
  plan: TablePlan,
  { channelId, day, name }: { channelId: number; day: number; name: string },
  rows: readonly Row[],
): NextDay {
  const span = { channelId, from: day, until: day + 1 }
  const before = [...storedRows(db, plan, span)].flatMap(([, stored]) => stored)
  const fresh = freshRows(plan, rows)
  const all = [...before.filter((row) => row.cells[plan.entityIndex] !== name), ...fresh]
  const beforeHash = contentHash(before.map((row) => row.line))
  const hash = contentHash(all.map((row) => row.line))
  const cells = all.map((row) => row.cells)
  return {
    beforeHash,
    fresh,
    after: { rows: all.length, moneyMinor: moneyOf(plan, cells), hash },
    isSame: hash === beforeHash && rollupFaults(db, plan, span).size === 0,
  }
}

/**
 * Writes the receipt of a day that is owned whole. A held day whose rows no longer match its receipt keeps the receipt: only
 * when all its documents are back do they match again. True when a held day says something else now.
 */
function proveDay(
  db: Database,
  plan: TablePlan,
  place: CommitPlace,
  { day, isWhole: whole, beforeHash, after }: NextDay & { readonly day: number; readonly isWhole: boolean },
): boolean {
  const dataset = plan.dataset.id
  const receipt = readReceipts(db, dataset, { channelId: place.channelId, from: day, until: day + 1 }).get(day) ?? null
  if (receipt === null && !whole) return false
  if (receipt !== null && (receipt.content_hash === after.hash || receipt.content_hash !== beforeHash)) return false
  if (receipt !== null) writeRestatement(db, { ...place, dataset, at: place.fetchedAt }, { day, before: receipt, after })
  issueReceipt(db, plan, place, { day, ...after })
  return receipt !== null
}

/** Days the document touches, days of its rows, and days where rows of it stood before; oldest first. */
function daysConcerned(
  db: Database,
  plan: TablePlan,
  { channelId, zone, says }: { channelId: number; zone: string; says: StatementFacts },
  groups: ReadonlyMap<number, readonly Row[]>,
): number[] {
  const stored = db
    .prepare<[number, string], number>(`SELECT DISTINCT day FROM ${plan.table} WHERE channel_id = ? AND ${entityOf(plan)} = ?`)
    .pluck()
    .all(channelId, says.name)
  const [first, last] = [epochDayAt(says.startsAt, zone), epochDayAt(says.endsAt - 1, zone)]
  const touched = Array.from({ length: last - first + 1 }, (_, index) => first + index)
  return [...new Set([...touched, ...groups.keys(), ...stored])].sort((a, b) => a - b)
}

function isWhole(day: number, zone: string, owned: readonly Stretch[]): boolean {
  const [startsAt, endsAt] = [startOfEpochDay(day, zone), startOfEpochDay(day + 1, zone)]
  return owned.some((one) => one.startsAt <= startsAt && one.endsAt >= endsAt)
}

function entityOf(plan: TablePlan): string {
  const name = plan.names[plan.entityIndex]
  if (name === undefined) throw new Error(`dataset ${plan.dataset.id} has no column that names its documents`)
  return name
}
