import type { Instant } from '../../../shared/domain/ids.ts'
import type { SyncRun } from '../../../shared/domain/run.ts'
import type { Engine } from './engine.ts'
import { judgeStanding } from './judge-standing.ts'
import { lineOf } from './pump.ts'
import { FAILED_REPORT_MS } from './policy.ts'
import type { AccountReading } from './read-account.ts'

/** Sorts the durable runs nobody is performing; answers those whose days must not be planned again. */
export async function takeStanding(engine: Engine, reading: AccountReading): Promise<SyncRun[]> {
  const { board, world, book } = engine
  const { clock } = world.ports
  const flying = new Set([...board.inFlight].map((piece) => piece.run?.id))
  forgetUnlisted(engine, reading)
  const kept: SyncRun[] = []
  const resumable: SyncRun[] = []
  for (const run of reading.standing) {
    if (board.ended.has(run.id) || flying.has(run.id)) {
      kept.push(run)
      continue
    }
    const verdict = judgeStanding(run, lineOf(engine, run), clock.now())
    if (verdict.kind === 'end') {
      await world.ports.ingest.dropPages(run.id)
      await book.end(run, verdict.trouble === 'stopped' ? 'stopped' : 'postponed', verdict.trouble)
      continue
    }
    kept.push(run)
    if (verdict.kind === 'rest' && !board.parked.has(run.id)) park(engine, run, verdict.until)
    if (!isParked(engine, run)) resumable.push(run)
  }
  board.resumable = resumable
  return kept
}

function forgetUnlisted({ board }: Engine, { standing }: AccountReading): void {
  const listed = new Set(standing.map((run) => run.id))
  for (const id of board.parked.keys()) if (!listed.has(id)) board.parked.delete(id)
  for (const id of board.ended) if (!listed.has(id)) board.ended.delete(id)
}

function park({ board, world }: Engine, run: SyncRun, until: Instant): void {
  const { clock } = world.ports
  board.parked.set(run.id, { run, untilMono: clock.monotonic() + Math.min(FAILED_REPORT_MS, until - clock.now()) })
}

function isParked({ board, world }: Engine, run: SyncRun): boolean {
  const rest = board.parked.get(run.id)
  if (rest && rest.untilMono > world.ports.clock.monotonic()) return true
  board.parked.delete(run.id)
  return false
}
