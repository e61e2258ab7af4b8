import { judgeOutage, type LoginWeatherEntry, type Weather } from '../../../shared/domain/judge-outage.ts'
import { API_FAMILIES, REGIONS, type ApiFamily, type Region } from '../../../shared/domain/region.ts'
import type { AccountId, Instant } from '../../../shared/domain/ids.ts'
import type { HealthSnapshot } from './health-snapshot.ts'
import { lastSuccessOf } from './last-success.ts'
import { ALIKE, type Alike } from './outage-kinds.ts'
import { isInForce } from './permission-findings.ts'

/** How far an outage reaches: one region's API, every API that is asked at all, or a login (`broker`: the publisher's). */
export type OutageScope = 'region' | 'everything' | 'login' | 'broker'

export interface Outage {
  readonly scope: OutageScope
  readonly family: ApiFamily
  readonly affected: ReadonlySet<AccountId>
  /** When it showed first. */
  readonly since: Instant
}

/** What many accounts fail at together, and nobody's fault; asked per account and family. */
export interface Outages {
  of(accountId: AccountId, family: ApiFamily): Outage | null
}

/** A door of Amazon's: one family's API in one region. Trouble there says nothing about any other. */
interface Place {
  readonly family: ApiFamily
  readonly region: Region
}

export function findOutages(snapshot: HealthSnapshot): Outages {
  if (snapshot.loginWeather.length === 0 && snapshot.progress.every((one) => one.troubles.length === 0)) return { of: () => null }
  const places = API_FAMILIES.flatMap((family) => REGIONS.map((region): Place => ({ family, region }))).filter(
    (place) => askingAt(snapshot, place).size > 0,
  )
  const out = places.flatMap((place) => ALIKE.flatMap((alike) => outageAt(snapshot, place, alike)))
  const isEverywhere =
    places.length > 1 && places.every(({ family, region }) => out.some((one) => one.family === family && one.region === region))
  const found: readonly Outage[] = [
    ...loginOutages(snapshot),
    ...out.map((one): Outage => ({ ...one, scope: isEverywhere ? 'everything' : 'region' })),
  ]
  return { of: (accountId, family) => found.find((one) => one.family === family && one.affected.has(accountId)) ?? null }
}

function outageAt(snapshot: HealthSnapshot, place: Place, alike: Alike): readonly (Omit<Outage, 'scope'> & Place)[] {
  const told = failuresAt(snapshot, place, alike)
  if (told.length === 0) return []
  const lastSuccess = Math.max(0, ...successesAt(snapshot, place).map((one) => one.at))
  const failures = told.filter((one) => one.at > lastSuccess)
  if (failures.length === 0) return []
  const since = Math.min(...failures.map((one) => one.at))
  // A missing network is Amazon's fault only while Amazon answers elsewhere: otherwise it is ours.
  if (alike.needsAnswersElsewhere && lastAnswerElsewhere(snapshot, place) <= since) return []
  if (snapshot.now - since > alike.longestMs) return []
  const { spanMs, fewest } = alike
  const affected = judgeOutage({ weather: failures, asking: askingAt(snapshot, place).size, now: snapshot.now, spanMs, fewest })
  return affected.size === 0 ? [] : [{ ...place, affected, since }]
}

function askingAt({ authorizations }: HealthSnapshot, { family, region }: Place): ReadonlySet<AccountId> {
  return new Set(
    authorizations.filter((one) => one.family === family && one.region === region && isInForce(one)).map((one) => one.accountId),
  )
}

function failuresAt({ progress, accounts }: HealthSnapshot, { family, region }: Place, alike: Alike): readonly Weather[] {
  const here = new Set(accounts.filter((one) => one.region === region).map((one) => one.id))
  return progress
    .filter((one) => here.has(one.accountId))
    .flatMap(({ accountId, troubles }) =>
      troubles
        .filter((one) => one.family === family && alike.kinds.has(one.kind))
        .map(({ at }): Weather => ({ accountId, at, kind: 'failure' })),
    )
}

function successesAt(snapshot: HealthSnapshot, { family, region }: Place): readonly Weather[] {
  return snapshot.accounts
    .filter((one) => one.region === region)
    .flatMap(({ id }): readonly Weather[] => {
      const at = lastSuccessOf(snapshot.facts.filter((one) => one.channel.accountId === id && one.dataset.family === family))
      return at === null ? [] : [{ accountId: id, at, kind: 'success' }]
    })
}

/** The last moment at which anything of Amazon's but this place answered. */
function lastAnswerElsewhere(snapshot: HealthSnapshot, here: Place): Instant {
  const others = API_FAMILIES.flatMap((family) => REGIONS.map((region): Place => ({ family, region }))).filter(
    (one) => one.family !== here.family || one.region !== here.region,
  )
  const login = snapshot.loginWeather.filter((one) => one.kind === 'success')
  return Math.max(0, ...[...others.flatMap((place) => successesAt(snapshot, place)), ...login].map((one) => one.at))
}

function loginOutages({ loginWeather, now }: HealthSnapshot): readonly Outage[] {
  const places = new Map(loginWeather.map((one) => [one.place, loginWeather.filter((other) => other.place === one.place)]))
  return [...places.values()].flatMap((weather) => {
    const affected = judgeOutage({ weather, asking: new Set(weather.map((one) => one.accountId)).size, now })
    return affected.size === 0 ? [] : API_FAMILIES.flatMap((family) => loginOutage(weather, affected, family))
  })
}

/** A login serves a family alone, or through a broker both; only who asked for a family there is held up in it. */
function loginOutage(weather: readonly LoginWeatherEntry[], affected: ReadonlySet<AccountId>, family: ApiFamily): readonly Outage[] {
  const failures = weather.filter((one) => one.kind === 'failure' && one.family === family && affected.has(one.accountId))
  if (failures.length === 0) return []
  return [
    {
      scope: failures.every((one) => one.cause === 'broker-trouble') ? 'broker' : 'login',
      family,
      affected: new Set(failures.map((one) => one.accountId)),
      since: Math.min(...failures.map((one) => one.at)),
    },
  ]
}
