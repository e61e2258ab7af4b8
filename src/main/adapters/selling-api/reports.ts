import { z } from 'zod'
import type { CallTrouble } from '../../../shared/domain/trouble.ts'
import type { Instant } from '../../../shared/domain/ids.ts'
import { err, ok, type Result } from '../../../shared/lib/result.ts'
import type { Caller, DocumentAddress, FoundReport, ListOrder, ListPage, ReportLook, ReportOrder } from '../../core/ports/selling-api.ts'
import { REPORTS_PATH, amazonReport, foundReportOf, lookOf } from './amazon-report.ts'
import { type Asking, askFor } from './ask.ts'
import { FOUND_MAX_PAGES, FOUND_PAGE_SIZE } from './policy.ts'
import { QUOTAS } from './quotas.ts'
import { isSafeAddress } from './safe-address.ts'

const created = z.object({ reportId: z.string().min(1) })
const document = z.object({ url: z.string(), compressionAlgorithm: z.enum(['GZIP']).nullish() })
const page = z.object({ reports: z.array(amazonReport), nextToken: z.string().min(1).nullish() })

export async function createReport(
  asking: Asking,
  caller: Caller,
  order: ReportOrder,
): Promise<Result<{ readonly reportId: string }, CallTrouble>> {
  const body = {
    reportType: order.reportType,
    marketplaceIds: order.marketplaceIds,
    ...(order.dates === null ? {} : { dataStartTime: order.dates.start, dataEndTime: order.dates.end }),
    ...(Object.keys(order.options).length === 0 ? {} : { reportOptions: order.options }),
  }
  const answer = await askFor(asking, caller, {
    quota: QUOTAS.createReport,
    call: { path: `${REPORTS_PATH}/reports`, body },
    shape: created,
  })
  return answer.ok ? ok({ reportId: answer.value.reportId }) : answer
}

export async function lookAtReport(asking: Asking, caller: Caller, reportId: string): Promise<Result<ReportLook, CallTrouble>> {
  const answer = await askFor(asking, caller, {
    quota: QUOTAS.lookAtReport,
    call: { path: `${REPORTS_PATH}/reports/${encodeURIComponent(reportId)}` },
    shape: amazonReport,
  })
  return answer.ok ? ok(lookOf(answer.value)) : answer
}

/** Every report of a type made since then, as far as one crash's worth of pages goes. */
export async function findReports(
  asking: Asking,
  caller: Caller,
  order: { readonly reportType: string; readonly since: Instant },
): Promise<Result<readonly FoundReport[], CallTrouble>> {
  const found: FoundReport[] = []
  let cursor: string | null = null
  for (let pages = 0; pages < FOUND_MAX_PAGES; pages += 1) {
    const answer: Result<ListPage, CallTrouble> = await listReports(asking, caller, { ...order, cursor })
    if (!answer.ok) return answer
    found.push(...answer.value.reports)
    cursor = answer.value.cursor
    if (cursor === null) break
  }
  return ok(found)
}

/** Amazon wants a cursor sent alone, without the first page's parameters. */
export async function listReports(
  asking: Asking,
  caller: Caller,
  { reportType, since, cursor }: ListOrder,
): Promise<Result<ListPage, CallTrouble>> {
  const first = { reportTypes: reportType, createdSince: new Date(since).toISOString(), pageSize: String(FOUND_PAGE_SIZE) }
  const answer = await askFor(asking, caller, {
    quota: QUOTAS.findReports,
    call: { path: `${REPORTS_PATH}/reports`, query: cursor === null ? first : { nextToken: cursor } },
    shape: page,
  })
  return answer.ok ? ok({ reports: answer.value.reports.map(foundReportOf), cursor: answer.value.nextToken ?? null }) : answer
}

export async function resolveDocument(asking: Asking, caller: Caller, documentId: string): Promise<Result<DocumentAddress, CallTrouble>> {
  const call = { path: `${REPORTS_PATH}/documents/${encodeURIComponent(documentId)}` }
  const answer = await askFor(asking, caller, { quota: QUOTAS.resolveDocument, call, shape: document })
  if (!answer.ok) return answer
  const { url, compressionAlgorithm } = answer.value
  return isSafeAddress(url)
    ? ok({ url, gzip: compressionAlgorithm === 'GZIP' })
    : err({ kind: 'bad-document', evidence: 'the address is not encrypted' })
}
