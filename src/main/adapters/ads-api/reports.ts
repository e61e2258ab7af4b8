import { z } from 'zod'
import type { CallTrouble } from '../../../shared/domain/trouble.ts'
import { err, ok, type Result } from '../../../shared/lib/result.ts'
import type { AdsReportLook, AdsReportOrder } from '../../core/ports/ads-api.ts'
import type { Caller } from '../../core/ports/selling-api.ts'
import { type Asking, ask } from './ask.ts'
import { parseWithIds } from './parse-with-ids.ts'

const ORDER_TYPE = 'application/vnd.createasyncreportrequest.v3+json'

const created = z.object({ reportId: z.string().min(1) })
const looked = z.object({
  status: z.enum(['PENDING', 'PROCESSING', 'COMPLETED', 'FAILED']),
  url: z.string().nullish(),
  failureReason: z.string().nullish(),
})

/** Orders a daily report. The same order still running at Amazon (425) is adopted by its id. */
export async function createReport(
  asking: Asking,
  caller: Caller,
  order: AdsReportOrder,
): Promise<Result<{ readonly reportId: string }, CallTrouble>> {
  const answer = await ask(asking, caller, {
    operation: 'createReport',
    path: '/reporting/reports',
    profileId: order.profileId,
    order: { contentType: ORDER_TYPE, body: bodyOf(order) },
  })
  if (!answer.ok) return answer
  const { verdict, text } = answer.value
  if (verdict.kind === 'duplicate')
    return verdict.reportId === null
      ? err({ kind: 'amazon-trouble', evidence: `${verdict.evidence} without an id` })
      : ok({ reportId: verdict.reportId })
  const read = created.safeParse(parseWithIds(text, ['reportId']))
  return read.success ? ok({ reportId: read.data.reportId }) : err(unreadable(verdict.evidence))
}

export async function lookAtReport(
  asking: Asking,
  caller: Caller,
  { profileId, reportId }: { readonly profileId: string; readonly reportId: string },
): Promise<Result<AdsReportLook, CallTrouble>> {
  const answer = await ask(asking, caller, {
    operation: 'lookAtReport',
    path: `/reporting/reports/${encodeURIComponent(reportId)}`,
    profileId,
  })
  if (!answer.ok) return answer
  const read = looked.safeParse(parseWithIds(answer.value.text, ['reportId']))
  return read.success ? lookOf(read.data) : err(unreadable(answer.value.verdict.evidence))
}

function lookOf({ status, url, failureReason }: z.infer<typeof looked>): Result<AdsReportLook, CallTrouble> {
  if (status === 'FAILED') return ok({ kind: 'failed', evidence: `FAILED ${plainReason(failureReason)}`.trim() })
  if (status !== 'COMPLETED') return ok({ kind: 'waiting' })
  return isSafe(url ?? '') ? ok({ kind: 'done', url: url ?? '' }) : err({ kind: 'bad-document', evidence: 'no encrypted address' })
}

function bodyOf({ name, start, end, adProduct, groupBy, columns, reportTypeId }: AdsReportOrder): unknown {
  return {
    name,
    startDate: start,
    endDate: end,
    configuration: { adProduct, groupBy, columns, reportTypeId, timeUnit: 'DAILY', format: 'GZIP_JSON' },
  }
}

/** Amazon's reason goes on only when it is a code, not a sentence that could hold anything. */
function plainReason(reason: string | null | undefined): string {
  return /^[A-Z0-9_]{1,64}$/.test(reason ?? '') ? (reason ?? '') : ''
}

function unreadable(evidence: string): CallTrouble {
  return { kind: 'amazon-trouble', evidence: `unreadable answer ${evidence}` }
}

/** Figures travel encrypted, or not at all beyond this computer. */
function isSafe(url: string): boolean {
  if (!URL.canParse(url)) return false
  const { protocol, hostname } = new URL(url)
  return protocol === 'https:' || (protocol === 'http:' && ['127.0.0.1', '[::1]', 'localhost'].includes(hostname))
}
