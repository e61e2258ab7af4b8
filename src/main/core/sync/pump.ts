import type { SyncRun } from '../../../shared/domain/run.ts'
import type { ApiFamily } from '../../../shared/domain/region.ts'
import { lineKey, type PlanLine } from '../backfill/account-snapshot.ts'
import { isRecent } from '../backfill/order-slices.ts'
import { costOf, isDocumentBucket } from '../backfill/slice-cost.ts'
import { DEADLINE_MARGIN_MS } from '../backfill/policy.ts'
import type { PlannedSlice } from '../ports/sync-progress.ts'
import { endOfDay } from '../../../shared/domain/derive-coverage.ts'
import type { Piece } from './board.ts'
import type { Engine } from './engine.ts'
import { launch } from './launch.ts'
import { FAILURES_BEFORE_REST, PAGED_SLICES } from './policy.ts'

/** Starts as much as there is room for: runs taken up again first, then the plan in its order. Answers how much was started. */
export function pump(engine: Engine): number {
  const { board } = engine
  if (!engine.mayAsk()) return 0
  const room = countRoom(engine)
  let started = 0
  const take = (slice: PlannedSlice, run: SyncRun | null): boolean => {
    const piece = pieceOf(engine, slice, run)
    if (piece === null || isResting(engine, slice) || !room(piece)) return false
    board.inFlight.add(piece)
    launch(engine, piece)
    started += 1
    return true
  }
  board.resumable = board.resumable.filter((run) => !take({ ...run, leavesOn: null }, run))
  board.queue = board.queue.filter((slice) => !take(slice, null))
  board.hasUrgentReports = board.queue.some((slice) => isUrgentReport(pieceOf(engine, slice, null)))
  return started
}

/** Whether anything recent or about to be lost still spends from the scarce buckets of Amazon's reports. */
export function isUrgentReportOpen(engine: Engine): boolean {
  return engine.board.hasUrgentReports || [...engine.board.inFlight].some(isUrgentReport)
}

function isUrgentReport(piece: Piece | null): boolean {
  return piece !== null && piece.urgent && piece.bucket === 'report'
}

export function lineOf(engine: Engine, { channelId, dataset }: Pick<PlannedSlice, 'channelId' | 'dataset'>): PlanLine | null {
  return engine.reading?.lineBy.get(lineKey(channelId, dataset)) ?? null
}

function pieceOf(engine: Engine, slice: PlannedSlice, run: SyncRun | null): Piece | null {
  const line = lineOf(engine, slice)
  if (line === null) return null
  const { channelId, dataset, request } = slice
  return {
    channelId,
    dataset,
    request,
    slice,
    run,
    family: line.dataset.family,
    bucket: costOf(line.dataset, { request, way: run?.way ?? 'own' }).bucket,
    urgent: isUrgent(engine, line, slice),
  }
}

function isUrgent(engine: Engine, { channel }: PlanLine, slice: PlannedSlice): boolean {
  const now = engine.world.ports.clock.now()
  return (
    isRecent(slice, channel.zone, now) || (slice.leavesOn !== null && endOfDay(slice.leavesOn, channel.zone) <= now + DEADLINE_MARGIN_MS)
  )
}

/** A line that failed again and again is tried with one slice at a time. */
function isResting({ board, world }: Engine, { channelId, dataset }: PlannedSlice): boolean {
  const key = lineKey(channelId, dataset)
  if ((board.resting.get(key)?.untilMono ?? 0) > world.ports.clock.monotonic()) return true
  const isDoubtful = (board.failedInARow.get(key) ?? 0) >= FAILURES_BEFORE_REST
  return isDoubtful && [...board.inFlight].some((piece) => piece.channelId === channelId && piece.dataset === dataset)
}

/** Room per bucket; a family under probation gets one piece at a time, a closed one none. */
function countRoom({ board, doors, world }: Engine): (piece: Piece) => boolean {
  const buckets = new Map<string, number>()
  const families = new Map<ApiFamily, number>()
  const note = ({ bucket, family }: Piece) => {
    buckets.set(bucket, (buckets.get(bucket) ?? 0) + 1)
    families.set(family, (families.get(family) ?? 0) + 1)
  }
  board.inFlight.forEach(note)
  return (piece) => {
    const door = doors.of(piece.family)
    if (door === null || door.closed() !== null) return false
    if (door.isProbing() && (families.get(piece.family) ?? 0) > 0) return false
    const most = isDocumentBucket(piece.bucket) ? world.figures.waitingReports : PAGED_SLICES
    if ((buckets.get(piece.bucket) ?? 0) >= most) return false
    note(piece)
    return true
  }
}
