import { judgeOutage, OUTAGE_SPAN_MS, type Weather } from '../../../shared/domain/judge-outage.ts'
import type { AccountId, Instant } from '../../../shared/domain/ids.ts'

/** What the login endpoint answered lately; kept in memory, because only the last half hour counts. */
export interface LoginWeather {
  /** This account asks at all; an outage of everybody needs to know who everybody is. */
  asked(accountId: AccountId): void
  /** A refusal is neither: it may be true, and it may be part of the outage. */
  note(accountId: AccountId, at: Instant, kind: Weather['kind']): void
  isOutage(now: Instant): boolean
  recent(): readonly Weather[]
}

export function createLoginWeather(): LoginWeather {
  let recent: readonly Weather[] = []
  const asking = new Set<AccountId>()
  return {
    asked: (accountId) => void asking.add(accountId),
    note: (accountId, at, kind) => {
      recent = [...recent.filter((one) => one.at > at - OUTAGE_SPAN_MS), { accountId, at, kind }]
    },
    isOutage: (now) => judgeOutage(recent, asking.size, now).size > 0,
    recent: () => recent,
  }
}
