/** Whom an answer came from, and for login what was asked. */
export type Door = 'login-code' | 'login-renewal' | 'selling' | 'advertising'

/** One answer as sorting sees it: what stands in the status, the type of the body, and Amazon's own complaint. */
export interface HeardAnswer {
  readonly door: Door
  readonly status: number
  /** `other` is neither Amazon's format nor a page. */
  readonly body: 'json' | 'html' | 'other'
  /** Amazon's complaint; null when the body is not in the shape of this door's errors: then somebody else may be speaking. */
  readonly error: { readonly code: string; readonly message: string; readonly details: string } | null
}
