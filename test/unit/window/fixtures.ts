import type { AppView, NoticesView, SettingsView } from '../../../src/shared/contract/views/app.ts'
import type { AttemptView, ReconnectPreview } from '../../../src/shared/contract/views/attempt.ts'
import type { AccountView, ChannelsView, ChannelView, FamilyView } from '../../../src/shared/contract/views/channels.ts'
import type { DayState } from '../../../src/shared/domain/coverage.ts'
import { addDays, formatDay, parseDay, type Day } from '../../../src/shared/domain/day.ts'
import type { AccountId, AttemptId, ChannelId, NoticeId } from '../../../src/shared/domain/ids.ts'
import { STATUS_RULES, type Status } from '../../../src/shared/domain/status.ts'
import { brand } from '../../../src/shared/lib/brand.ts'

/** One afternoon: Tuesday 15 September 2026, 14:09 in Berlin. */
export const NOW = Date.parse('2026-09-15T12:09:00Z')
export const DAY_MS = 86_400_000

const letters: Readonly<Record<string, DayState>> = {
  s: 'complete-settled',
  t: 'complete-settling',
  e: 'empty-proven',
  p: 'partial',
  f: 'missing-fetchable',
  x: 'missing-lost',
  n: 'not-due',
  '-': 'before-start',
}

/** Days written short: `16s 14t` is sixteen settled days, then fourteen settling. */
export function days(written: string): DayState[] {
  return written.split(' ').flatMap((run) => Array.from({ length: Number(run.slice(0, -1)) }, () => letters[run.at(-1) ?? ''] ?? 'not-due'))
}

export function dayOf(text: string): Day {
  const day = parseDay(text)
  if (day === null) throw new Error(`${text} is no day`)
  return day
}

export function dayAfter(text: string, count: number): string {
  return formatDay(addDays(dayOf(text), count))
}

export interface AccountWish {
  readonly name: string
  readonly kind?: 'seller' | 'vendor'
  readonly region?: 'na' | 'eu' | 'fe'
  readonly countries: readonly string[]
  readonly selling?: Status
  /** Null: advertising is not used. */
  readonly ads?: Status | null
  readonly status?: Status
  readonly lines?: readonly [string, string?]
  readonly dataTo?: string
  readonly endsInDays?: number | null
  readonly cause?: Partial<FamilyView>
  readonly adsCause?: Partial<FamilyView>
  readonly more?: Partial<AccountView>
  readonly channels?: Readonly<Record<string, Partial<ChannelView>>>
}

const currencies: Readonly<Record<string, string>> = { US: 'USD', CA: 'CAD', MX: 'MXN', UK: 'GBP', AU: 'AUD' }
const zones: Readonly<Record<string, string>> = {
  US: 'America/Los_Angeles',
  CA: 'America/Los_Angeles',
  MX: 'America/Los_Angeles',
  UK: 'Europe/London',
  AU: 'Australia/Sydney',
}
const sites: Readonly<Record<string, string>> = { US: 'Amazon.com', UK: 'Amazon.co.uk', AU: 'Amazon.com.au', MX: 'Amazon.com.mx' }
let lastChannel = 0

export function family(status: Status, more: Partial<FamilyView> = {}): FamilyView {
  return { status, cause: null, facts: {}, endsAt: NOW + 330 * DAY_MS, consentedAt: NOW - 35 * DAY_MS, ...more }
}

/** An account as the core would tell it. */
export function account(wish: AccountWish): AccountView {
  const { name, countries, selling = 'connected', kind = 'seller' } = wish
  const ads = wish.ads === undefined ? 'connected' : wish.ads
  const id = brand<AccountId>(name.toLowerCase().replace(/[^a-z]+/g, '-'))
  const status = wish.status ?? (ads === 'ads-reconnect-required' ? ads : selling)
  const [sell, advertise] = wish.lines ?? ['76s 14t', '76s 14t']
  const line = { from: dayAfter('2026-09-14', -89), selling: days(sell), advertising: ads === null ? null : days(advertise ?? '76s 14t') }
  const dataTo = wish.dataTo ?? '2026-09-14'
  const endsAt = wish.endsInDays === null ? null : NOW + (wish.endsInDays ?? 330) * DAY_MS
  return {
    id,
    name,
    kind,
    region: wish.region ?? 'eu',
    sellingPartnerId: `A${id.length}X7Q2WLONG${name.length}9Q`,
    identityProven: true,
    way: 'broker',
    status,
    statuses: [status],
    whoMustAct: STATUS_RULES[status].actor,
    action: STATUS_RULES[status].action,
    selling: family(selling, { endsAt, ...wish.cause }),
    advertising: ads === null ? null : family(ads, { endsAt: NOW + 141 * DAY_MS, ...wish.adsCause }),
    progress: null,
    delayedUntil: null,
    risk: null,
    missingDays: 0,
    historyDays: 731,
    dataTo,
    endsAt,
    paused: selling === 'paused',
    line,
    channels: countries.map((country): ChannelView => {
      lastChannel += 1
      return {
        id: brand<ChannelId>(lastChannel),
        accountId: id,
        country,
        marketplace: sites[country] ?? `Amazon.${country.toLowerCase()}`,
        name,
        currency: currencies[country] ?? 'EUR',
        zone: zones[country] ?? 'Europe/Berlin',
        status: selling,
        statuses: [selling],
        selling,
        advertising: ads,
        dataTo,
        freshTo: {},
        line,
        ...wish.channels?.[country],
      }
    }),
    ...wish.more,
  }
}

export function channelsView(accounts: readonly AccountView[]): ChannelsView {
  const needYou = accounts.filter(
    (one) => one.whoMustAct !== 'nobody' && (one.status.endsWith('required') || one.status === 'account-problem'),
  ).length
  return {
    asOf: NOW,
    accounts: [...accounts],
    summary: {
      dataTo: '2026-09-14',
      furthestBehind: { name: 'Bike & Co US', title: 'ads', day: '2026-07-15' },
      syncing: 2,
      nextRunAt: NOW + 11 * 60_000,
      needYou,
    },
  }
}

export function appView(more: Partial<AppView> = {}): AppView {
  const market = (country: string, region: 'na' | 'eu' | 'fe', vendor = true) => ({
    country,
    name: sites[country] ?? `Amazon.${country.toLowerCase()}`,
    region,
    seller: true,
    vendor,
  })
  return {
    host: 'node',
    version: '0.1.0',
    demo: false,
    platform: 'linux',
    now: NOW,
    clock: 'simulated',
    connectivity: 'online',
    offlineSince: null,
    vaultTier: 'key-file',
    dataDirectory: '/home/anna/.local/share/Springline',
    storage: 'fine',
    nativeNotices: false,
    marketplaces: [
      market('US', 'na'),
      market('CA', 'na'),
      market('MX', 'na', false),
      market('DE', 'eu'),
      market('FR', 'eu'),
      market('IT', 'eu'),
      market('UK', 'eu'),
      market('AU', 'fe'),
      market('JP', 'fe'),
    ],
    ...more,
  }
}

export const settingsView: SettingsView = {
  theme: 'system',
  density: 'regular',
  notices: true,
  expiryLadder: [30, 14, 7, 3, 1, 0],
  trayExplained: true,
  keepMonths: null,
}

export function notice(code: string, name: string, more: Partial<NoticesView['notices'][number]> = {}): NoticesView['notices'][number] {
  return {
    id: brand<NoticeId>(`${code}-${name}`.replace(/\W+/g, '-')),
    key: code,
    code,
    accountId: null,
    channelId: null,
    name,
    facts: {},
    postedAt: NOW - 7_200_000,
    seenAt: null,
    withdrawnAt: null,
    ...more,
  }
}

export function preview(of: AccountView, more: Partial<ReconnectPreview> = {}): ReconnectPreview {
  return {
    accountId: of.id,
    name: of.name,
    kind: of.kind,
    region: of.region,
    family: 'selling',
    way: 'broker',
    sellingPartnerId: of.sellingPartnerId,
    country: of.channels[0]?.country ?? 'DE',
    host: 'sellercentral.amazon.de',
    historyDays: 731,
    toFetch: { from: '2026-09-03', to: '2026-09-14', datasets: 4, datasetDays: 48, minutes: 25 },
    risk: null,
    lostDays: 2,
    ...more,
  }
}

export function attempt(of: AccountView | null, more: Partial<AttemptView> = {}): AttemptView {
  return {
    id: brand<AttemptId>('attempt-1'),
    accountId: of?.id ?? null,
    accountName: of?.name ?? null,
    family: 'selling',
    kind: 'seller',
    region: 'eu',
    country: 'DE',
    host: 'sellercentral.amazon.de',
    stage: 'at-amazon',
    surface: 'browser',
    shortCode: 'K7Q2MX',
    openedAt: NOW,
    runsOutAt: NOW + 600_000,
    checks: [
      { code: 'identity', state: 'waiting', at: null },
      { code: 'stored', state: 'waiting', at: null },
      { code: 'permissions', state: 'waiting', at: null },
    ],
    access: [],
    expectedIdentity: of?.sellingPartnerId ?? null,
    foundIdentity: null,
    foundAccountId: null,
    foundAccountName: null,
    failure: null,
    backfill: null,
    historyDays: 731,
    advertising: { state: 'connected', endsAt: NOW + 141 * DAY_MS },
    ...more,
  }
}
