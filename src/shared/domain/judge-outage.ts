import type { AccountId, Instant } from './ids.ts'

/** One answer of one account: it worked, or it failed without anybody's fault being known. Refusals are no failures. */
export interface Weather {
  readonly accountId: AccountId
  readonly at: Instant
  readonly kind: 'success' | 'failure'
}

/** Failures further apart than this have nothing to do with each other. */
export const OUTAGE_SPAN_MS = 30 * 60_000
/** From this many accounts on, failures are Amazon's; with fewer accounts in all, every one of them must fail. */
export const OUTAGE_ACCOUNTS = 3
const FEWEST_ACCOUNTS = 2

/**
 * The accounts that suffer from one outage: at least three (or all, when there are only two) failed within half an
 * hour, and nobody has succeeded since. Empty when the failures are not correlated.
 */
export function judgeOutage(weather: readonly Weather[], asking: number, now: Instant): ReadonlySet<AccountId> {
  const recent = weather.filter((one) => one.at > now - OUTAGE_SPAN_MS && one.at <= now)
  const lastSuccess = recent.reduce((latest, one) => (one.kind === 'success' ? Math.max(latest, one.at) : latest), 0)
  const affected = new Set(recent.filter((one) => one.kind === 'failure' && one.at > lastSuccess).map((one) => one.accountId))
  const needed = Math.min(OUTAGE_ACCOUNTS, Math.max(FEWEST_ACCOUNTS, asking))
  return affected.size >= needed ? affected : new Set()
}
