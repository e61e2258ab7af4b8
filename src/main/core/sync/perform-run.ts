import type { SyncRun } from '../../../shared/domain/run.ts'
import { requestOf } from '../backfill/slice-cost.ts'
import { adsReports } from './ads-reports.ts'
import { performCallsById } from './perform-calls-by-id.ts'
import { performPages } from './perform-pages.ts'
import { performReport } from './perform-report.ts'
import type { RunDesk } from './run-desk.ts'
import type { RunEnd } from './run-end.ts'
import { sellingReports } from './selling-reports.ts'

/** Performs a run by whichever way its dataset is asked for. */
export function performRun(desk: RunDesk, run: SyncRun): Promise<RunEnd> {
  const request = requestOf(desk.dataset, run.request)
  if (request.kind === 'paged-call') return performPages(desk, request, run)
  if (request.kind === 'calls-by-id') return performCallsById(desk, request, run)
  if (request.kind === 'amazon-report') return performReport(desk, sellingReports(desk, request), run)
  const { adsProfileId } = desk.channel
  if (adsProfileId === null) return desk.book.end(run, 'postponed', 'no-access')
  return performReport(desk, adsReports(desk, request, adsProfileId), run)
}
