/** One answer of the selling API, as little of it as sorting needs. */
export interface SellingAnswer {
  readonly status: number
  readonly contentType: string
  readonly requestId: string | null
  readonly errorType: string | null
  readonly body: Uint8Array
}

/** Whether the body claims to be JSON: by its type, or by its first character where the type is missing. */
export function looksLikeJson({ contentType, body }: Pick<SellingAnswer, 'contentType' | 'body'>): boolean {
  if (contentType !== '') return /[/+]json\b/i.test(contentType)
  const first = String.fromCharCode(body.find((byte) => byte > 0x20) ?? 0)
  return first === '{' || first === '['
}
