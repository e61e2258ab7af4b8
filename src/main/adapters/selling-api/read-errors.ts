import { z } from 'zod'
import { type SellingAnswer, looksLikeJson } from './answer.ts'

const errorBody = z.object({
  errors: z.array(z.object({ code: z.string().nullish(), message: z.string().nullish(), details: z.string().nullish() })).min(1),
})

/** Amazon's first complaint. */
export interface SellingError {
  readonly code: string
  readonly message: string
  readonly details: string
}

/** An error answer is short; more than this is somebody else's page. */
const LONGEST_ERROR = 65_536

/** Null when the body is not the selling API's error shape: then somebody else may be speaking. */
export function readSellingError(answer: SellingAnswer): SellingError | null {
  if (!looksLikeJson(answer) || answer.body.byteLength > LONGEST_ERROR) return null
  const read = errorBody.safeParse(parsed(answer.body))
  const first = read.success ? read.data.errors[0] : undefined
  return first ? { code: first.code ?? '', message: first.message ?? '', details: first.details ?? '' } : null
}

function parsed(body: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(body))
  } catch {
    return null
  }
}
