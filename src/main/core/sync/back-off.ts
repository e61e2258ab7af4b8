import { BACK_OFF } from './policy.ts'

export type BackOffKind = keyof typeof BACK_OFF

/** Wait before the next try after `failures` in a row: grows twofold up to a limit, full jitter above half of it. */
export function backOffMs(kind: BackOffKind, failures: number, fraction: number): number {
  const { firstMs, longestMs } = BACK_OFF[kind]
  const whole = Math.min(longestMs, firstMs * 2 ** Math.min(20, Math.max(0, failures - 1)))
  return Math.round(whole * (0.5 + fraction / 2))
}
