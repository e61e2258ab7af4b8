import { REFUSAL_COUNTS_MS, REFUSAL_REPEATED_MS } from './policy.ts'

export interface RefusalQuestion {
  /** Monotonic time of the first refusal of this dataset in a row; null when this is the first. */
  readonly firstMono: number | null
  readonly nowMono: number
  /** The dataset is known as refused: an answer that says so again is no news. */
  readonly isKnown: boolean
  readonly isOutage: boolean
}

/**
 * Whether Amazon's "no permission" is believed. One answer may be part of an incident, so it has to be repeated two
 * minutes later, and while the accounts at the same door fail alike nothing is concluded about any of them.
 */
export function judgeRefusal({ firstMono, nowMono, isKnown, isOutage }: RefusalQuestion): 'believe' | 'doubt' {
  if (isKnown) return 'believe'
  if (isOutage || firstMono === null) return 'doubt'
  const ageMs = nowMono - firstMono
  return ageMs >= REFUSAL_REPEATED_MS && ageMs < REFUSAL_COUNTS_MS ? 'believe' : 'doubt'
}

/** When the row of refusals began that this one continues. */
export function firstRefusalMono(firstMono: number | undefined, nowMono: number): number {
  return firstMono === undefined || nowMono - firstMono >= REFUSAL_COUNTS_MS ? nowMono : firstMono
}
