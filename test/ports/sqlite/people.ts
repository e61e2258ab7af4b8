import { brand } from '../../../src/shared/lib/brand.ts'
import type { AmazonAccount } from '../../../src/shared/domain/account.ts'
import type { Activity } from '../../../src/shared/domain/activity.ts'
import type { Attempt } from '../../../src/shared/domain/attempt.ts'
import type { Authorization } from '../../../src/shared/domain/authorization.ts'
import type { Day } from '../../../src/shared/domain/day.ts'
import type { AccountId, AttemptId, AuthorizationId, ChannelId, DatasetId, NoticeId, RunId } from '../../../src/shared/domain/ids.ts'
import type { MarketplaceId } from '../../../src/shared/domain/marketplace.ts'
import type { Notice } from '../../../src/shared/domain/notice.ts'
import type { SyncRun } from '../../../src/shared/domain/run.ts'
import type { NewChannel } from '../../../src/main/core/ports/account-store.ts'

export const account: AmazonAccount = {
  id: brand<AccountId>('acc_1'),
  kind: 'seller',
  region: 'eu',
  sellingPartnerId: 'A2SELLER',
  identityProven: true,
  name: 'Acme',
  connectedAt: 1000,
  paused: false,
}

export const authorization: Authorization = {
  id: brand<AuthorizationId>('auth_1'),
  accountId: account.id,
  family: 'selling',
  kind: 'seller',
  region: 'eu',
  issuer: 'seller-eu',
  way: 'broker',
  state: { kind: 'active' },
  consentedAt: 1000,
  endsAt: 2000,
  secretEndsAt: null,
  lastRenewedAt: null,
  identity: 'A2SELLER',
  boundTo: 'https://broker.example',
}

export const germany: NewChannel = {
  accountId: account.id,
  marketplaceId: brand<MarketplaceId>('A1PA6795UKMFR9'),
  country: 'DE',
  name: 'Acme DE',
  currency: 'EUR',
  zone: 'Europe/Berlin',
  wantedFrom: brand<Day>(20_000),
  adsProfileId: null,
}
export const france: NewChannel = {
  ...germany,
  marketplaceId: brand<MarketplaceId>('A13V1IB3VIYZZH'),
  country: 'FR',
  name: 'Acme FR',
  zone: 'Europe/Paris',
}

export function activity(kind: Activity['kind'], at = 1000): Activity {
  return { at, accountId: account.id, channelId: null, kind, facts: { why: 'told', count: 2 } }
}

export const attempt: Attempt = {
  id: brand<AttemptId>('att_1'),
  accountId: account.id,
  family: 'selling',
  kind: 'seller',
  region: 'eu',
  issuer: 'seller-eu',
  country: 'DE',
  expectedIdentity: 'A2SELLER',
  ticketHash: 'hash',
  shortCode: 'ABC123',
  openedAt: 1000,
  runsOutAt: 2000,
  state: { kind: 'open' },
}

export function notice(id: string, key: string, postedAt = 1000): Notice {
  return {
    id: brand<NoticeId>(id),
    key,
    code: 'reconnect-required',
    accountId: account.id,
    channelId: null,
    facts: { days: 3 },
    postedAt,
    seenAt: null,
    withdrawnAt: null,
  }
}

export function run(id: string, change: Partial<SyncRun> = {}): SyncRun {
  return {
    id: brand<RunId>(id),
    accountId: account.id,
    channelId: brand<ChannelId>(1),
    dataset: brand<DatasetId>('orders'),
    request: 'days',
    way: 'own',
    from: brand<Day>(20_513),
    until: brand<Day>(20_516),
    reason: 'gap',
    step: 'intended',
    amazonReportId: null,
    plannedAt: 1000,
    requestedAt: null,
    endedAt: null,
    outcome: null,
    trouble: null,
    rows: 0,
    tries: 0,
    nextLookAt: 1000,
    pages: [],
    ...change,
  }
}
