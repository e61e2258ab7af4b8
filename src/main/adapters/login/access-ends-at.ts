import type { Instant } from '../../../shared/domain/ids.ts'
import { ACCESS_MARGIN_MS } from './policy.ts'

/** When to stop using an access credential that Amazon lets live for so long; always later than now. */
export function accessEndsAt(now: Instant, lifetimeSeconds: number): Instant {
  const lifetimeMs = lifetimeSeconds * 1000
  return now + lifetimeMs - Math.min(ACCESS_MARGIN_MS, lifetimeMs / 2)
}
