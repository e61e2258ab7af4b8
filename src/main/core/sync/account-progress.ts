import type { Instant } from '../../../shared/domain/ids.ts'
import { finishTime } from '../backfill/finish-time.ts'
import { costOf } from '../backfill/slice-cost.ts'
import type { AccountProgress } from '../ports/sync-progress.ts'
import type { Board } from './board.ts'
import type { Engine } from './engine.ts'
import { lineOf } from './pump.ts'
import { waitingOf } from './waiting.ts'

/** What the window, health and the tray may know of one account now. */
export function accountProgress(
  engine: Engine,
  { isOnline, nextCycleAt }: { readonly isOnline: boolean; readonly nextCycleAt: Instant | null },
): AccountProgress {
  const { board, accountId } = engine
  const flying = [...board.inFlight].flatMap((piece) => (piece.run === null ? [] : [piece.run]))
  const parked = [...board.parked.values()].map((one) => one.run)
  return {
    accountId,
    running: [...flying, ...board.resumable, ...parked],
    planned: board.queue,
    waiting: waitingOf(engine, isOnline),
    readyAt: readyAt(engine),
    nextCycleAt,
    troubles: board.troubles,
    lastSuccessAt: board.lastSuccessAt,
  }
}

/** What `running` and `planned` of the progress would hold. */
export function countOpen({ inFlight, resumable, parked, queue }: Board): number {
  let flying = 0
  for (const piece of inFlight) if (piece.run !== null) flying += 1
  return flying + resumable.length + parked.size + queue.length
}

/** Only what somebody lets us fetch has an end; it begins when the last closed door of it opens. */
function readyAt(engine: Engine): Instant | null {
  const { board, doors, world } = engine
  let from = world.ports.clock.now()
  const costs = [...[...board.inFlight].map((piece) => piece.slice), ...board.resumable, ...board.queue].flatMap((slice) => {
    const line = lineOf(engine, slice)
    const door = line ? doors.of(line.dataset.family) : null
    const closed = door?.closed() ?? null
    if (line === null || door === null || (closed !== null && closed.until === null)) return []
    from = Math.max(from, closed?.until ?? 0)
    return [costOf(line.dataset, slice)]
  })
  const ordered = [...board.inFlight].filter((piece) => piece.bucket === 'report' && (piece.run?.amazonReportId ?? null) !== null)
  return finishTime(costs, from, engine.gates.tokens(ordered.length))
}
