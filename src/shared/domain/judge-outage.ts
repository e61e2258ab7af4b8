import type { Cause } from './cause.ts'
import type { AccountId, Instant } from './ids.ts'
import type { ApiFamily } from './region.ts'

/** One answer of one account: it worked, or it failed without anybody's fault being known. Refusals are no failures. */
export interface Weather {
  readonly accountId: AccountId
  readonly at: Instant
  readonly kind: 'success' | 'failure'
}

/** Weather of the login, with the address that was asked: a broker, Amazon's one login, or a region's own. */
export interface LoginWeatherEntry extends Weather {
  readonly place: string
  readonly family: ApiFamily
  /** Of a failure, as far as it was told. */
  readonly cause: Cause | null
}

/** Failures further apart than this have nothing to do with each other. */
export const OUTAGE_SPAN_MS = 30 * 60_000
/** From this many accounts on, failures are Amazon's; with fewer accounts in all, every one of them must fail. */
export const OUTAGE_ACCOUNTS = 3
const FEWEST_ACCOUNTS = 2

export interface OutageQuestion {
  /** Answers of one place to one kind of question: weather of different places or causes is judged apart. */
  readonly weather: readonly Weather[]
  /** Accounts that ask there at all. */
  readonly asking: number
  readonly now: Instant
  /** Failures older than this no longer count; longer where the next try comes later. */
  readonly spanMs?: number
  /** Accounts needed even when fewer ask. */
  readonly fewest?: number
}

/**
 * The accounts that suffer from one outage: at least three (or all, when there are only two) failed within half an
 * hour, and nobody has succeeded since. Empty when the failures are not correlated.
 */
export function judgeOutage({
  weather,
  asking,
  now,
  spanMs = OUTAGE_SPAN_MS,
  fewest = FEWEST_ACCOUNTS,
}: OutageQuestion): ReadonlySet<AccountId> {
  const recent = weather.filter((one) => one.at > now - spanMs && one.at <= now)
  const lastSuccess = recent.reduce((latest, one) => (one.kind === 'success' ? Math.max(latest, one.at) : latest), 0)
  const affected = new Set(recent.filter((one) => one.kind === 'failure' && one.at > lastSuccess).map((one) => one.accountId))
  const needed = Math.min(OUTAGE_ACCOUNTS, Math.max(fewest, asking))
  return affected.size >= needed ? affected : new Set()
}
