import { z } from 'zod'
import { type AdsAnswer, looksLikeJson } from './answer.ts'

const text = z.union([z.string(), z.number()]).nullish()
const errorBody = z.object({ code: text, details: text, detail: text, message: text })

export interface AdsError {
  readonly code: string
  readonly words: string
}

/** Amazon's complaint in any of its spellings ({code, details}, {code, detail}, {message}); null when it is not one. */
export function readAdsError(answer: AdsAnswer): AdsError | null {
  if (!looksLikeJson(answer)) return null
  const read = errorBody.safeParse(parsed(answer.text))
  if (!read.success) return null
  const { code, details, detail, message } = read.data
  const words = [details, detail, message].filter((part) => part !== null && part !== undefined).join(' ')
  return code === undefined && words === '' ? null : { code: String(code ?? ''), words }
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    return null
  }
}
