import type { SyncRun } from '../../../shared/domain/run.ts'
import { err, ok, type Result } from '../../../shared/lib/result.ts'
import type { AmazonReportLook, AmazonReports } from './amazon-reports.ts'
import { commitDocument, commitEmpty } from './commit-document.ts'
import { endOfFailedReport } from './end-failed-report.ts'
import { endOfAsk } from './end-trouble.ts'
import type { RunDesk } from './run-desk.ts'
import type { RunEnd } from './run-end.ts'
import { sleep } from './sleep.ts'

/** Brings one slice by an Amazon report, from wherever its durable row stands. */
export async function performReport(desk: RunDesk, reports: AmazonReports, run: SyncRun): Promise<RunEnd> {
  const isResumed = run.amazonReportId !== null
  const ordered = isResumed ? ok(run) : await orderReport(desk, reports, run)
  if (!ordered.ok) return ordered.error
  const finished = await awaitReport(desk, reports, ordered.value, isResumed)
  if (!finished.ok) return finished.error
  const look = finished.value
  if (look.kind === 'failed') return endOfFailedReport(desk, reports, ordered.value, look.document)
  if (look.kind === 'empty') return commitEmpty(desk, ordered.value)
  const ready = await desk.book.advance(ordered.value, { step: 'ready', trouble: null, nextLookAt: null })
  return ready ? commitDocument(desk, reports, ready, look.document) : stopped()
}

/** Orders the report, or finds the one whose id a crash kept from us. */
async function orderReport(desk: RunDesk, reports: AmazonReports, run: SyncRun): Promise<Result<SyncRun, RunEnd>> {
  const found = run.step === 'requested' ? await reports.find(run) : ok(null)
  if (!found.ok) return err(await endOfAsk(desk, run, found.error))
  let current = run
  const beforeAsk = async (now: number) => {
    const asked = await desk.book.advance(current, { step: 'requested', requestedAt: now, trouble: null, nextLookAt: null })
    current = asked ?? current
    return asked
  }
  const id = found.value === null ? await reports.create(run, beforeAsk) : ok(found.value)
  if (!id.ok) return err(await endOfAsk(desk, current, id.error))
  const waiting = await desk.book.advance(current, { step: 'waiting', amazonReportId: id.value, trouble: null, nextLookAt: null })
  return waiting ? ok(waiting) : err(stopped())
}

type Finished = Exclude<AmazonReportLook, { readonly kind: 'waiting' }>

/** Looks again and again, less often as time goes by. A run taken up again is looked at straight away. */
async function awaitReport(desk: RunDesk, reports: AmazonReports, run: SyncRun, isResumed: boolean): Promise<Result<Finished, RunEnd>> {
  const { clock } = desk.world.ports
  let pauseMs = isResumed ? 0 : reports.looks.firstMs
  for (;;) {
    desk.onWaiting({ ...run, nextLookAt: clock.now() + pauseMs })
    if (pauseMs > 0 && (await sleep(clock, pauseMs, desk.signal)) === 'stopped')
      return err({ kind: 'standing', trouble: 'stopped', until: null })
    const look = await reports.look(run.amazonReportId ?? '')
    if (!look.ok) return err(await endOfAsk(desk, run, look.error))
    if (look.value.kind !== 'waiting') return ok(look.value)
    if (clock.now() - (run.requestedAt ?? run.plannedAt) > reports.looks.giveUpMs)
      return err(await desk.book.end(run, 'failed', 'never-done'))
    pauseMs = Math.min(reports.looks.longestMs, Math.max(reports.looks.firstMs, pauseMs * 1.5))
  }
}

function stopped(): RunEnd {
  return { kind: 'ended', outcome: 'stopped', trouble: 'stopped' }
}
