import { judgeOutage, type Weather } from '../../../shared/domain/judge-outage.ts'
import { API_FAMILIES, type ApiFamily } from '../../../shared/domain/region.ts'
import type { AccountId, Instant } from '../../../shared/domain/ids.ts'
import type { HealthSnapshot } from './health-snapshot.ts'
import { lastSuccessOf } from './last-success.ts'
import { isInForce } from './permission-findings.ts'

/** Accounts suffering from an outage of Amazon's, per family, with the moment it showed first. */
export interface Outages {
  affects(accountId: AccountId, family: ApiFamily): boolean
  readonly since: Instant | null
}

/**
 * Answers that say nothing about one account: Amazon's own errors, and access credentials refused although fresh (such
 * an incident refused everybody's for 25 minutes; docs/amazon.md §2.4). Offline, quota and refused roles are no outage.
 */
const FAILURES: ReadonlySet<string> = new Set(['amazon-trouble', 'access-ended'])

export function findOutages(snapshot: HealthSnapshot): Outages {
  const found = API_FAMILIES.map((family) => ({ family, affected: affectedBy(snapshot, family) }))
  const login = judgeOutage(snapshot.loginWeather, new Set(snapshot.loginWeather.map((one) => one.accountId)).size, snapshot.now)
  const failures = [...API_FAMILIES.flatMap((family) => dataWeather(snapshot, family)), ...snapshot.loginWeather].filter(
    (one) => one.kind === 'failure',
  )
  const isAny = login.size > 0 || found.some((one) => one.affected.size > 0)
  return {
    affects: (accountId, family) => login.has(accountId) || found.some((one) => one.family === family && one.affected.has(accountId)),
    since: isAny && failures.length > 0 ? Math.min(...failures.map((one) => one.at)) : null,
  }
}

function affectedBy(snapshot: HealthSnapshot, family: ApiFamily): ReadonlySet<AccountId> {
  const asking = snapshot.authorizations.filter((one) => one.family === family && isInForce(one)).length
  return judgeOutage(dataWeather(snapshot, family), asking, snapshot.now)
}

function dataWeather(snapshot: HealthSnapshot, family: ApiFamily): readonly Weather[] {
  const failures = snapshot.progress.flatMap(({ accountId, troubles }) =>
    troubles
      .filter((one) => one.family === family && FAILURES.has(one.kind))
      .map(({ at }): Weather => ({ accountId, at, kind: 'failure' })),
  )
  const successes = snapshot.accounts.flatMap(({ id }): readonly Weather[] => {
    const at = lastSuccessOf(snapshot.facts.filter((one) => one.channel.accountId === id && one.dataset.family === family))
    return at === null ? [] : [{ accountId: id, at, kind: 'success' }]
  })
  return [...failures, ...successes]
}
