import { callKindOf, type CallKind } from '../../../shared/domain/refusals/call-kind-of.ts'
import type { Meaning } from '../../../shared/domain/refusals/meaning.ts'
import { sortAnswer } from '../../../shared/domain/refusals/sort-answer.ts'
import { type SellingAnswer, looksLikeJson } from './answer.ts'
import { type SellingError, readSellingError } from './read-errors.ts'

/** `revoked-or-elsewhere` is Amazon's word for both a dead credential and one of another region or application. */
export interface SellingVerdict {
  readonly kind: 'fine' | 'revoked-or-elsewhere' | CallKind
  readonly means: Meaning
  readonly evidence: string
}

/** Reads an answer and sorts it by the table of refusals. Evidence: status, code and request id, nothing else. */
export function classifySellingAnswer(answer: SellingAnswer): SellingVerdict {
  const error = answer.status < 400 ? null : readSellingError(answer)
  const means = sortAnswer({ door: 'selling', status: answer.status, body: bodyOf(answer), error })
  const kind = means === 'fine' || means === 'revoked-or-elsewhere' ? means : callKindOf(means)
  return { kind, means, evidence: evidenceOf(answer, error) }
}

function bodyOf(answer: SellingAnswer): 'json' | 'html' | 'other' {
  if (looksLikeJson(answer)) return 'json'
  return /html/i.test(answer.contentType) ? 'html' : 'other'
}

function evidenceOf({ status, requestId, errorType }: SellingAnswer, error: SellingError | null): string {
  const parts = [String(status), plain(error?.code), plain(errorType), plain(requestId)]
  return parts.filter((part) => part !== '').join(' ')
}

/** Header and body text goes on only when it is a plain name or id. */
function plain(text: string | null | undefined): string {
  const name = (text ?? '').split(':')[0] ?? ''
  return /^[A-Za-z0-9_-]{1,64}$/.test(name) ? name : ''
}
