import type { SyncRun } from '../../../shared/domain/run.ts'
import { requestOf } from '../backfill/slice-cost.ts'
import { adsReports } from './ads-reports.ts'
import { fallBack, withFallback } from './fall-back.ts'
import { kioskQueries } from './kiosk-queries.ts'
import { performCallsById } from './perform-calls-by-id.ts'
import { performListed } from './perform-listed.ts'
import { performPages } from './perform-pages.ts'
import { performReport } from './perform-report.ts'
import type { RunDesk } from './run-desk.ts'
import type { RunEnd } from './run-end.ts'
import { sellingReports } from './selling-reports.ts'

/** Performs a run by whichever way its dataset is asked for, and by the fallback where its own way failed for good. */
export async function performRun(desk: RunDesk, run: SyncRun): Promise<RunEnd> {
  if (desk.dataset.fallback === undefined || run.way === 'fallback' || run.request === 'changes') return performWay(desk, run)
  const own = withFallback(desk)
  const end = await performWay(own.desk, run)
  const failed = own.failed()
  if (failed === null) return end
  const again = await fallBack(desk, failed)
  return again === null ? { kind: 'ended', outcome: 'stopped', trouble: 'stopped' } : performWay(desk, again)
}

function performWay(desk: RunDesk, run: SyncRun): Promise<RunEnd> {
  const request = requestOf(desk.dataset, run.request, run.way)
  if (request.kind === 'paged-call') return performPages(desk, request, run)
  if (request.kind === 'calls-by-id') return performCallsById(desk, request, run)
  if (request.kind === 'listed-reports') return performListed(desk, request, run)
  if (request.kind === 'amazon-report') return performReport(desk, sellingReports(desk, request), run)
  if (request.kind === 'data-kiosk') return performReport(desk, kioskQueries(desk, request), run)
  const { adsProfileId } = desk.channel
  if (adsProfileId === null) return desk.book.end(run, 'postponed', 'no-access')
  return performReport(desk, adsReports(desk, request, adsProfileId), run)
}
