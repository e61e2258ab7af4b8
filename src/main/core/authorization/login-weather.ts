import type { Cause } from '../../../shared/domain/cause.ts'
import { judgeOutage, OUTAGE_SPAN_MS, type LoginWeatherEntry } from '../../../shared/domain/judge-outage.ts'
import type { AccountId, Instant } from '../../../shared/domain/ids.ts'
import type { ApiFamily } from '../../../shared/domain/region.ts'

/** Whose renewal it was, and the address that was asked: trouble of one login says nothing about another. */
export interface LoginAsk {
  readonly accountId: AccountId
  readonly family: ApiFamily
  readonly place: string
}

/** What the logins answered lately; kept in memory, because only the last half hour counts. */
export interface LoginWeather {
  /** This account asks at all; an outage of everybody needs to know who everybody is. */
  asked(ask: LoginAsk): void
  /** A refusal is neither: it may be true, and it may be part of the outage. */
  succeeded(ask: LoginAsk, at: Instant): void
  failed(ask: LoginAsk, at: Instant, cause: Cause | null): void
  isOutage(place: string, now: Instant): boolean
  /** Whether any renewal there brought no verdict since then. */
  hasFailedSince(place: string, at: Instant): boolean
  recent(): readonly LoginWeatherEntry[]
}

export function createLoginWeather(): LoginWeather {
  let recent: readonly LoginWeatherEntry[] = []
  const asking = new Map<string, Set<AccountId>>()
  // What was noted while the clock was ahead goes, too.
  const add = (entry: LoginWeatherEntry) => {
    recent = [...recent.filter((one) => one.at > entry.at - OUTAGE_SPAN_MS && one.at <= entry.at), entry]
  }
  return {
    asked: ({ accountId, place }) => {
      const there = asking.get(place) ?? new Set()
      asking.set(place, there.add(accountId))
    },
    succeeded: (ask, at) => add({ ...ask, at, kind: 'success', cause: null }),
    failed: (ask, at, cause) => add({ ...ask, at, kind: 'failure', cause }),
    isOutage: (place, now) => {
      const weather = recent.filter((one) => one.place === place)
      return judgeOutage({ weather, asking: asking.get(place)?.size ?? 0, now }).size > 0
    },
    hasFailedSince: (place, at) => recent.some((one) => one.place === place && one.kind === 'failure' && one.at > at),
    recent: () => recent,
  }
}
