import { callKindOf, type CallKind } from '../../../shared/domain/refusals/call-kind-of.ts'
import type { Meaning } from '../../../shared/domain/refusals/meaning.ts'
import { sortAnswer } from '../../../shared/domain/refusals/sort-answer.ts'
import { type AdsAnswer, looksLikeJson } from './answer.ts'
import { type AdsError, readAdsError } from './read-ads-error.ts'

/** `duplicate`: the same report already runs, under this id where Amazon named it. */
export type AdsVerdict =
  | { readonly kind: 'fine' | CallKind; readonly means: Meaning; readonly evidence: string }
  | { readonly kind: 'duplicate'; readonly reportId: string | null; readonly evidence: string }

/** Reads an answer and sorts it by the table of refusals. Evidence: status, code, request id, and the columns Amazon turned down. */
export function classifyAdsAnswer(answer: AdsAnswer): AdsVerdict {
  const error = answer.status < 400 ? null : readAdsError(answer)
  const evidence = evidenceOf(answer, error)
  const means = sortAnswer({ door: 'advertising', status: answer.status, body: bodyOf(answer), error: error && complaintOf(error) })
  if (means === 'already-running') return { kind: 'duplicate', reportId: runningReport(error?.words ?? ''), evidence }
  return { kind: means === 'fine' ? means : callKindOf(means), means, evidence }
}

function bodyOf(answer: AdsAnswer): 'json' | 'html' | 'other' {
  if (looksLikeJson(answer)) return 'json'
  return /html/i.test(answer.contentType) ? 'html' : 'other'
}

function complaintOf({ code, words }: AdsError) {
  return { code, message: '', details: words }
}

function runningReport(words: string): string | null {
  return /duplicate of\s*:?\s*([A-Za-z0-9-]{8,64})/i.exec(words)?.[1] ?? null
}

function evidenceOf({ status, requestId }: AdsAnswer, error: AdsError | null): string {
  const columns = status === 400 ? refusedColumns(error?.words ?? '') : ''
  return [String(status), plain(error?.code), columns, plain(requestId)].filter((part) => part !== '').join(' ')
}

/** One bad column fails a whole order, so its name is worth keeping; names only, whatever else the sentence says. */
function refusedColumns(words: string): string {
  const listed = /(?:invalid|unsupported|unknown)[^()[\]]*[([]([A-Za-z0-9_, ]{1,200})[)\]]/i.exec(words)?.[1]
  return listed === undefined ? '' : `columns: ${listed.trim()}`
}

function plain(text: string | null | undefined): string {
  return text !== null && text !== undefined && /^[A-Za-z0-9_-]{1,64}$/.test(text) ? text : ''
}
