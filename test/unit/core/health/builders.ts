import { brand } from '../../../../src/shared/lib/brand.ts'
import type { LoginWeatherEntry } from '../../../../src/shared/domain/judge-outage.ts'
import type { AmazonAccount, Channel } from '../../../../src/shared/domain/account.ts'
import type { Authorization, AuthorizationState } from '../../../../src/shared/domain/authorization.ts'
import type { Day } from '../../../../src/shared/domain/day.ts'
import type { AccountId, AuthorizationId, ChannelId, DatasetId, RunId } from '../../../../src/shared/domain/ids.ts'
import type { MarketplaceId } from '../../../../src/shared/domain/marketplace.ts'
import type { ApiFamily } from '../../../../src/shared/domain/region.ts'
import type { SyncRun } from '../../../../src/shared/domain/run.ts'
import type { AccountProgress } from '../../../../src/main/core/ports/sync-progress.ts'
import type { DatasetStanding, HealthSnapshot } from '../../../../src/main/core/health/health-snapshot.ts'

export const NOW = Date.UTC(2026, 2, 10, 9)
export const DAY = 86_400_000
export const MINUTE = 60_000
const TODAY = brand<Day>(Math.floor(NOW / DAY))

export const accountId = (name: string) => brand<AccountId>(`acc_${name}`)
export const channelId = (id: number) => brand<ChannelId>(id)

export function account(name: string, part: Partial<AmazonAccount> = {}): AmazonAccount {
  return {
    id: accountId(name),
    kind: 'seller',
    region: 'eu',
    sellingPartnerId: `A${name}`,
    identityProven: true,
    name,
    connectedAt: NOW - 300 * DAY,
    paused: false,
    ...part,
  }
}

export function channel(id: number, name: string): Channel {
  return {
    id: channelId(id),
    accountId: accountId(name),
    marketplaceId: brand<MarketplaceId>('A1PA6795UKMFR9'),
    country: 'DE',
    name: 'Amazon.de',
    currency: 'EUR',
    zone: 'Europe/Berlin',
    wantedFrom: brand<Day>(TODAY - 90),
    adsProfileId: '1',
  }
}

export function authorization(
  name: string,
  family: ApiFamily,
  state: AuthorizationState = { kind: 'active' },
  part: Partial<Authorization> = {},
): Authorization {
  return {
    id: brand<AuthorizationId>(`aut_${name}_${family}`),
    accountId: accountId(name),
    family,
    kind: 'seller',
    region: 'eu',
    issuer: 'seller-eu',
    way: 'broker',
    state,
    consentedAt: NOW - 100 * DAY,
    endsAt: NOW + 265 * DAY,
    secretEndsAt: null,
    lastRenewedAt: NOW,
    identity: `A${name}`,
    boundTo: 'https://broker.example',
    ...part,
  }
}

/** A dataset of a channel, fetched an hour ago and complete unless said otherwise. */
export function standing(
  on: Channel,
  family: ApiFamily,
  part: Partial<DatasetStanding> & { readonly fetchedAt?: number; readonly dataset?: never } = {},
): DatasetStanding {
  const { fetchedAt = NOW - 60 * MINUTE, ...rest } = part
  const id = family === 'selling' ? 'orders' : 'campaigns'
  return {
    channel: on,
    dataset: {
      id: brand<DatasetId>(id),
      title: family === 'selling' ? 'Orders' : 'Campaigns',
      family,
      timing: {
        longestSpanDays: 30,
        lookBackDays: 60,
        publishDelayMs: 0,
        settlingDays: 3,
        settlingAges: [3],
        everyMs: null,
        staleAfterMs: DAY,
      },
    },
    days: [{ fetchedAt }],
    freshTo: TODAY,
    wantedDays: 90,
    fetchableDays: 0,
    lostDays: 0,
    leaving: null,
    takenAt: null,
    ...rest,
  }
}

export function progress(name: string, part: Partial<AccountProgress> = {}): AccountProgress {
  return {
    accountId: accountId(name),
    running: [],
    planned: [],
    waiting: [],
    readyAt: null,
    nextCycleAt: null,
    troubles: [],
    lastSuccessAt: NOW - 60 * MINUTE,
    ...part,
  }
}

export function run(name: string, on: number, part: Partial<SyncRun> = {}): SyncRun {
  return {
    id: brand<RunId>('run_1'),
    accountId: accountId(name),
    channelId: channelId(on),
    dataset: brand<DatasetId>('orders'),
    request: 'days',
    way: 'own',
    from: brand<Day>(TODAY - 5),
    until: TODAY,
    reason: 'gap',
    step: 'waiting',
    amazonReportId: 'R1',
    plannedAt: NOW - 20 * MINUTE,
    requestedAt: NOW - 20 * MINUTE,
    endedAt: null,
    outcome: null,
    trouble: null,
    rows: 0,
    tries: 1,
    nextLookAt: NOW + MINUTE,
    pages: [],
    ...part,
  }
}

/** A renewal that brought no verdict, a minute ago, at Amazon's own login. */
export function loginFailure(name: string): LoginWeatherEntry {
  return {
    accountId: accountId(name),
    at: NOW - MINUTE,
    kind: 'failure',
    family: 'selling',
    place: 'https://api.amazon.com',
    cause: 'amazon-trouble',
  }
}

/** Accounts with one channel each, both permissions in force and everything fetched: all is well. */
export function wellness(names: readonly string[], part: Partial<HealthSnapshot> = {}): HealthSnapshot {
  const channels = names.map((name, index) => channel(index + 1, name))
  return {
    now: NOW,
    online: true,
    demo: false,
    expiringDays: 30,
    access: [],
    loginWeather: [],
    accounts: names.map((name) => account(name)),
    channels,
    authorizations: names.flatMap((name) => [authorization(name, 'selling'), authorization(name, 'advertising')]),
    facts: channels.flatMap((one) => [standing(one, 'selling'), standing(one, 'advertising')]),
    progress: names.map((name) => progress(name)),
    ...part,
  }
}
