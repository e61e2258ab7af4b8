/** One page of help: what a code means, what usually lies behind it, and what helps. */
export interface HelpPage {
  readonly title: string
  readonly meaning: string
  /** Possible causes. Springline cannot tell which of them applies unless the meaning says so. */
  readonly causes: readonly string[]
  readonly remedies: readonly string[]
}
