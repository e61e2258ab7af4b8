import { judgeOutage, OUTAGE_ACCOUNTS, type Weather } from '../../../shared/domain/judge-outage.ts'
import type { AccountId } from '../../../shared/domain/ids.ts'
import type { ApiFamily, Region } from '../../../shared/domain/region.ts'
import type { Clock } from '../ports/clock.ts'

/** One account at one of Amazon's doors. */
export interface SkyPlace {
  readonly family: ApiFamily
  readonly region: Region
  readonly accountId: AccountId
}

/** Failures that look alike: Amazon's own errors, refusals for want of a permission, and words about an account. */
export type SkyFailure = 'amazon-trouble' | 'permission-missing' | 'account-problem'

/** What every account's calls met lately, so that one account's refusal can be compared with the others' at the same door. */
export interface Sky {
  succeeded(place: SkyPlace): void
  failed(place: SkyPlace, failure: SkyFailure): void
  /** True while the accounts at this door fail alike and none succeeds: then nothing is concluded about any of them. */
  isOutage(family: ApiFamily, region: Region): boolean
}

interface Seen {
  readonly accountId: AccountId
  succeededAt: number | null
  readonly failedAt: Map<SkyFailure, number>
}

/** Refusals name one account each, so fewer than three alike prove nothing. */
const FEWEST: Readonly<Record<SkyFailure, number>> = {
  'amazon-trouble': 2,
  'permission-missing': OUTAGE_ACCOUNTS,
  'account-problem': OUTAGE_ACCOUNTS,
}
const FAILURES = ['amazon-trouble', 'permission-missing', 'account-problem'] as const

/** Lives in memory and on monotonic time: only the last half hour counts, whatever the wall clock does. */
export function createSky(clock: Pick<Clock, 'monotonic'>): Sky {
  const doors = new Map<string, Map<AccountId, Seen>>()
  const seenAt = ({ family, region, accountId }: SkyPlace): Seen => {
    const key = `${family} ${region}`
    const door = doors.get(key) ?? new Map<AccountId, Seen>()
    doors.set(key, door)
    const seen = door.get(accountId) ?? { accountId, succeededAt: null, failedAt: new Map() }
    door.set(accountId, seen)
    return seen
  }
  return {
    succeeded: (place) => {
      seenAt(place).succeededAt = clock.monotonic()
    },
    failed: (place, failure) => void seenAt(place).failedAt.set(failure, clock.monotonic()),
    isOutage: (family, region) => {
      const all = [...(doors.get(`${family} ${region}`)?.values() ?? [])]
      const now = clock.monotonic()
      return FAILURES.some(
        (failure) => judgeOutage({ weather: weatherOf(all, failure), asking: all.length, now, fewest: FEWEST[failure] }).size > 0,
      )
    },
  }
}

function weatherOf(all: readonly Seen[], failure: SkyFailure): readonly Weather[] {
  return all.flatMap(({ accountId, succeededAt, failedAt }): readonly Weather[] => {
    const failed = failedAt.get(failure)
    return [
      ...(succeededAt === null ? [] : [{ accountId, at: succeededAt, kind: 'success' } as const]),
      ...(failed === undefined ? [] : [{ accountId, at: failed, kind: 'failure' } as const]),
    ]
  })
}
