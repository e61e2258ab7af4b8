/** One answer of the advertising API, as little of it as sorting needs. */
export interface AdsAnswer {
  readonly status: number
  readonly contentType: string
  readonly requestId: string | null
  readonly retryAfter: string | null
  readonly text: string
}

/** Whether the body is JSON by its type, or by its first character where a vendor type hides it. */
export function looksLikeJson({ contentType, text }: Pick<AdsAnswer, 'contentType' | 'text'>): boolean {
  if (/html/i.test(contentType)) return false
  return /[/+]json\b/i.test(contentType) || /^\s*[[{]/.test(text)
}
