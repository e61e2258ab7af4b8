import type { SyncRun } from '../../../shared/domain/run.ts'
import { err, ok, type Result } from '../../../shared/lib/result.ts'
import type { AmazonReportLook } from './amazon-reports.ts'
import { MOST_QUERY_PAGES } from './policy.ts'
import type { RunDesk } from './run-desk.ts'
import type { RunEnd } from './run-end.ts'

type PageLook = Extract<AmazonReportLook, { readonly kind: 'page' }>

/**
 * Writes a finished page down beside those before it, and turns the run to the next in the same write: a restart never asks for
 * a finished page again. A cursor that comes back would lead in a circle.
 */
export async function turnPage(desk: RunDesk, run: SyncRun, { document, next }: PageLook): Promise<Result<SyncRun, RunEnd>> {
  const isCircle = run.pages.some((page) => page.next === next)
  if (isCircle || run.pages.length >= MOST_QUERY_PAGES) return err(await desk.book.end(run, 'failed', 'bad-document'))
  const page = { queryId: run.amazonReportId ?? '', documentId: document, next, askedAt: run.requestedAt ?? run.plannedAt }
  const turned = await desk.book.advance(run, {
    step: 'intended',
    amazonReportId: null,
    requestedAt: null,
    trouble: null,
    nextLookAt: null,
    pages: [...run.pages, page],
  })
  return turned ? ok(turned) : err({ kind: 'ended', outcome: 'stopped', trouble: 'stopped' })
}
