import { lineKey, type AccountSnapshot, type Underway } from '../backfill/account-snapshot.ts'
import { planAccount } from '../backfill/plan-account.ts'
import { FAILED_LONGEST_MS, FRESH_ENOUGH_MS } from '../backfill/policy.ts'
import { sliceKey } from './board.ts'
import { cancelQueries } from './cancel-queries.ts'
import type { Engine } from './engine.ts'
import { pump } from './pump.ts'
import { readAccount, type AccountReading } from './read-account.ts'
import { takeStanding } from './take-standing.ts'

/** Failures older than this no longer hold anything back. */
const FAILURES_COUNT_MS = 7 * FAILED_LONGEST_MS
const RUNS_REMEMBERED = 200

/** One look: reads what is held, takes up what stands, plans the rest and starts what there is room for. */
export async function takeTurn(engine: Engine, requested: boolean): Promise<void> {
  if (engine.reading === null) await remember(engine)
  // What is on its way now may commit while the stores are read, and the reading would still miss its days.
  const underway = [...engine.board.inFlight].map((piece) => piece.slice)
  const reading = await readAccount(engine.world, engine.accountId)
  engine.reading = reading
  if (reading === null || reading.account.paused) {
    engine.board.queue = []
    engine.board.resumable = []
    engine.abort.abort()
    engine.abort = new AbortController()
    if (reading !== null) await cancelQueries(engine, reading)
    return engine.changed()
  }
  engine.doors.update(reading.account, reading.authorizations)
  engine.board.granted.clear()
  for (const { channel, dataset, access } of reading.lines)
    if (access?.answer === 'granted') engine.board.granted.add(lineKey(channel.id, dataset.id))
  const standing = await takeStanding(engine, reading)
  forgetOldCommits(engine)
  engine.board.queue = planAccount(snapshotOf(engine, reading, [...standing, ...underway], requested)).filter(
    (slice) => !isJustCommitted(engine, slice),
  )
  pump(engine)
  engine.changed()
}

/** After a start: what failed lately and what works is known from the runs themselves. */
async function remember({ world, accountId, board }: Engine): Promise<void> {
  board.failures.length = 0
  const newest = await world.ports.stores.runs.newest({ accountId, limit: RUNS_REMEMBERED })
  for (const run of newest) {
    const { channelId, dataset, request, from, until, endedAt } = run
    if (endedAt === null) continue
    const key = lineKey(channelId, dataset)
    if (run.outcome === 'failed') board.failures.push({ channelId, dataset, request, from, until, at: endedAt })
    if (run.outcome !== 'complete') continue
    board.lastCommitted.set(key, Math.max(endedAt, board.lastCommitted.get(key) ?? 0))
    board.lastSuccessAt = Math.max(endedAt, board.lastSuccessAt ?? 0)
  }
}

function snapshotOf({ board }: Engine, reading: AccountReading, standing: readonly Underway[], requested: boolean): AccountSnapshot {
  const recent = board.failures.filter((one) => reading.at - one.at < FAILURES_COUNT_MS)
  board.failures.splice(0, board.failures.length, ...recent)
  return { now: reading.at, lines: reading.lines, standing, failures: recent, lastCommitted: board.lastCommitted, requested }
}

function forgetOldCommits({ board, world }: Engine): void {
  const now = world.ports.clock.monotonic()
  for (const [key, at] of board.committedMono) if (now - at >= FRESH_ENOUGH_MS) board.committedMono.delete(key)
}

function isJustCommitted({ board }: Engine, slice: Parameters<typeof sliceKey>[0]): boolean {
  return board.committedMono.has(sliceKey(slice))
}
