import type { SyncRun } from '../../../shared/domain/run.ts'
import { requestOf } from '../backfill/slice-cost.ts'
import type { Door } from './door.ts'
import type { Engine } from './engine.ts'
import { CANCEL_MS } from './policy.ts'
import type { AccountReading } from './read-account.ts'

/**
 * Cancels the queries nobody waits for any more, because Amazon allows an account few unfinished ones. A run whose query is
 * cancelled stands where it stood before that was asked, finished pages and all; one that could not be cancelled is left as it is.
 */
export async function cancelQueries(engine: Engine, reading: AccountReading): Promise<void> {
  engine.doors.update(reading.account, reading.authorizations)
  const door = engine.doors.of('selling')
  const waiting = reading.standing.filter((run) => isWaitingQuery(run, reading))
  if (door === null || waiting.length === 0) return
  const late = new AbortController()
  const inTime = engine.world.ports.clock.timer(CANCEL_MS, () => late.abort())
  await Promise.all(waiting.map((run) => cancelQuery(engine, door, run, late.signal)))
  inTime()
}

function isWaitingQuery(run: SyncRun, { lines }: AccountReading): boolean {
  const line = lines.find((one) => one.channel.id === run.channelId && one.dataset.id === run.dataset)
  return line !== undefined && run.step === 'waiting' && requestOf(line.dataset, run.request, run.way).kind === 'data-kiosk'
}

async function cancelQuery({ world, gates, book }: Engine, door: Door, run: SyncRun, signal: AbortSignal): Promise<void> {
  const { amazonReportId: queryId } = run
  if (queryId === null) return
  const cancelled = await door.ask({
    gate: gates.kioskCancel,
    operation: 'cancelQuery',
    urgent: true,
    signal,
    call: (caller) => world.ports.sellingApi.cancelQuery(caller, queryId),
  })
  if (!cancelled.ok) return
  await book.advance(run, { step: 'intended', amazonReportId: null, requestedAt: null, trouble: null, nextLookAt: null })
}
