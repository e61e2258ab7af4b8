import type { DatedSecret } from '../config.ts'
import { CLIENT_SECRET_DAYS, NEWEST_KEY_DAYS } from '../policy.ts'

const DAY_MS = 86_400_000

/** What `/health` tells: ages and names, no secret and nothing of anybody's requests. */
export interface Health {
  readonly ok: boolean
  readonly version: string
  /** Age of each key in whole days, by its id. */
  readonly keyAgeDays: Readonly<Record<string, number>>
  /** Days until each client secret ends at Amazon, by app; below 0 it has ended. */
  readonly secretEndsInDays: Readonly<Record<string, number>>
  /** Names of what is past its date. */
  readonly overdue: readonly string[]
}

/** `now`: milliseconds. */
export function readHealth(dates: readonly DatedSecret[], version: string, now: number): Health {
  const keys = dates.filter(({ kind }) => kind !== 'client-secret')
  const secrets = dates.filter(({ kind }) => kind === 'client-secret')
  const overdue = dates.filter((one) => daysLeft(one, now) < 0).map(({ name }) => name)
  return {
    ok: overdue.length === 0,
    version,
    keyAgeDays: Object.fromEntries(keys.map((key) => [key.name, ageDays(key, now)])),
    secretEndsInDays: Object.fromEntries(secrets.map((secret) => [secret.name, daysLeft(secret, now)])),
    overdue,
  }
}

function daysLeft(one: DatedSecret, now: number): number {
  return GOOD_FOR_DAYS[one.kind] - ageDays(one, now)
}

function ageDays({ since }: DatedSecret, now: number): number {
  return Math.floor((now - since) / DAY_MS)
}

const GOOD_FOR_DAYS: Readonly<Record<DatedSecret['kind'], number>> = {
  'newest-key': NEWEST_KEY_DAYS,
  'old-key': Number.POSITIVE_INFINITY,
  'client-secret': CLIENT_SECRET_DAYS,
}
