import type { SyncRun } from '../../../shared/domain/run.ts'
import { err, ok, type Result } from '../../../shared/lib/result.ts'
import type { AmazonReportLook, AmazonReports } from './amazon-reports.ts'
import { commitAllPages, commitDocument, commitEmpty } from './commit-document.ts'
import { endOfFailedReport, tryLater } from './end-failed-report.ts'
import type { AskTrouble } from './door.ts'
import { endOfAsk } from './end-trouble.ts'
import type { RunDesk } from './run-desk.ts'
import type { RunEnd } from './run-end.ts'
import { sleep } from './sleep.ts'
import { turnPage } from './turn-page.ts'

/** Brings one slice by an Amazon report or query, from wherever its durable row stands, page by page where the result has pages. */
export async function performReport(desk: RunDesk, reports: AmazonReports, run: SyncRun): Promise<RunEnd> {
  let current = run
  for (;;) {
    const isResumed = current.amazonReportId !== null
    const ordered = isResumed ? ok(current) : await orderReport(desk, reports, current)
    if (!ordered.ok) return ordered.error
    const finished = await awaitReport(desk, reports, ordered.value, isResumed)
    if (!finished.ok) return finished.error
    if (finished.value.kind !== 'page') return takeResult(desk, reports, ordered.value, finished.value)
    const turned = await turnPage(desk, ordered.value, finished.value)
    if (!turned.ok) return turned.error
    current = turned.value
  }
}

async function takeResult(desk: RunDesk, reports: AmazonReports, run: SyncRun, look: Exclude<Finished, { kind: 'page' }>): Promise<RunEnd> {
  if (look.kind === 'failed') return endOfFailedReport(desk, reports, run, look.document)
  const before = run.pages.flatMap(({ documentId }) => documentId ?? [])
  const documents = look.kind === 'done' ? [...before, look.document] : before
  const [first] = documents
  if (first === undefined) return commitEmpty(desk, run)
  const ready = await desk.book.advance(run, { step: 'ready', trouble: null, nextLookAt: null })
  if (!ready) return stopped()
  return run.pages.length === 0 ? commitDocument(desk, reports, ready, first) : commitAllPages(desk, reports, ready, documents)
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
  if (!id.ok) return err(await endOfOrder(desk, current, id.error))
  const waiting = await desk.book.advance(current, { step: 'waiting', amazonReportId: id.value, trouble: null, nextLookAt: null })
  return waiting ? ok(waiting) : err(stopped())
}

/** A cursor Amazon does not take any more spoils the pages before it: the whole result is asked for again, later. */
function endOfOrder(desk: RunDesk, run: SyncRun, trouble: AskTrouble): Promise<RunEnd> {
  const isCursorRefused = trouble.kind === 'bad-request' && run.pages.length > 0
  return isCursorRefused ? tryLater(desk, { ...run, pages: [] }) : endOfAsk(desk, run, trouble)
}

type Finished = Exclude<AmazonReportLook, { readonly kind: 'waiting' }>

/** Looks again and again, less often as time goes by. A run taken up again is looked at straight away. */
async function awaitReport(desk: RunDesk, reports: AmazonReports, run: SyncRun, isResumed: boolean): Promise<Result<Finished, RunEnd>> {
  const { clock } = desk.world.ports
  const id = run.amazonReportId ?? ''
  const askedAt = run.requestedAt ?? run.plannedAt
  let pauseMs = isResumed ? 0 : reports.looks.firstMs
  for (;;) {
    desk.onWaiting({ ...run, nextLookAt: clock.now() + pauseMs })
    if (pauseMs > 0 && (await sleep(clock, pauseMs, desk.signal)) === 'stopped')
      return err({ kind: 'standing', trouble: 'stopped', until: null })
    const look = await reports.look(id)
    if (!look.ok) return err(await endOfAsk(desk, run, look.error))
    if (look.value.kind !== 'waiting') return ok(look.value)
    if (clock.now() - askedAt > reports.looks.giveUpMs) return err(await giveUp(desk, reports, run))
    pauseMs = Math.min(reports.looks.longestMs, Math.max(reports.looks.firstMs, pauseMs * 1.5))
  }
}

async function giveUp(desk: RunDesk, reports: AmazonReports, run: SyncRun): Promise<RunEnd> {
  await reports.cancel(run.amazonReportId ?? '')
  return desk.book.end(run, 'failed', 'never-done')
}

function stopped(): RunEnd {
  return { kind: 'ended', outcome: 'stopped', trouble: 'stopped' }
}
