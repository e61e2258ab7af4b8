import type { Instant } from '../../../shared/domain/ids.ts'
import { nextDue } from '../backfill/next-due.ts'
import type { Engine } from './engine.ts'
import { LONGEST_REST_MS, REST_JITTER_MS, SHORTEST_REST_MS } from './policy.ts'

/** When an account is looked at again by itself: what is due next, or when something that rests may go on; at least hourly. */
export function nextTurnAt(engine: Engine): Instant {
  const { clock, random } = engine.world.ports
  const now = clock.now()
  const due = engine.reading === null ? null : nextDue(engine.reading.lines, now)
  const regular = Math.min(due ?? Infinity, now + LONGEST_REST_MS) + random.fraction() * REST_JITTER_MS
  return Math.round(Math.max(now + SHORTEST_REST_MS, Math.min(regular, now + nextRestEndMs(engine))))
}

/** Ms until the first closed door or resting run or line may go on; Infinity when nothing rests. */
function nextRestEndMs({ board, doors, world }: Engine): number {
  const { clock } = world.ports
  const mono = clock.monotonic()
  const rests = [...[...board.parked.values()].map((one) => one.untilMono), ...[...board.resting.values()].map((one) => one.untilMono)]
  const isBlocked = board.queue.length > 0 || board.resumable.length > 0 || board.parked.size > 0
  const closed = (['selling', 'advertising'] as const).flatMap((family) => doors.of(family)?.closed()?.until ?? [])
  const waits = [...rests.filter((at) => at > mono).map((at) => at - mono), ...(isBlocked ? closed.map((at) => at - clock.now()) : [])]
  return Math.min(Infinity, ...waits)
}
