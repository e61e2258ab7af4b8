import type {
  AccountDetailView,
  ActivityView,
  BackfillView,
  CoverageView,
  DatasetView,
  DayEvidenceView,
} from '../../../src/shared/contract/views/channel-detail.ts'
import type { AccountView } from '../../../src/shared/contract/views/channels.ts'
import type { ChannelId } from '../../../src/shared/domain/ids.ts'
import { dayAfter, days, NOW } from './fixtures.ts'

const lines = [
  ['orders', 'Orders', 'selling', '49s 14t 12f 2n', '2026-09-02'],
  ['sales-traffic', 'Sales & traffic', 'selling', '45s 1e 3s 13t 1p 12f 2n', '2026-09-01'],
  ['finance', 'Finance events', 'selling', '49s 14t 12f 2n', '2026-09-02'],
  ['settlements', 'Settlements', 'selling', '60s 15f 2n', '2026-08-30'],
  ['sp', 'Sponsored Products', 'advertising', '61s 14t 2n', '2026-09-14'],
  ['sb', 'Sponsored Brands', 'advertising', '7s 2x 52s 14t 2n', '2026-09-14'],
  ['sd', 'Sponsored Display', 'advertising', '24s 2e 35s 14t 2n', '2026-09-14'],
] as const

export function coverageView(channelId: ChannelId, from: string, to: string): CoverageView {
  return {
    channelId,
    country: 'DE',
    zone: 'Europe/Berlin',
    from,
    to,
    datasets: lines.map(([dataset, title, family, written, freshTo]) => ({ dataset, title, family, freshTo, days: days(written) })),
  }
}

export function dayEvidence(channelId: ChannelId, day: string, at: number): DayEvidenceView {
  return {
    channelId,
    day,
    datasets: lines.map(([dataset, title, , written]) => {
      const state = days(written)[at] ?? 'not-due'
      const isHeld = state === 'complete-settled' || state === 'complete-settling' || state === 'partial'
      return {
        dataset,
        title,
        state,
        rows: isHeld ? 143 : 0,
        moneyMinor: isHeld ? 31_840 : null,
        moneyScale: 2,
        currency: isHeld ? 'EUR' : null,
        receiptId: isHeld ? 8127 : null,
        fetchedAt: isHeld ? NOW - 3_600_000 : null,
        settlesOn: isHeld ? dayAfter(day, 30) : null,
        fetchableUntil: dayAfter(day, 60),
        amazonReportId: isHeld ? 'REPORT-8127' : null,
      }
    }),
  }
}

export function accountDetail(account: AccountView): AccountDetailView {
  const [channel] = account.channels
  if (channel === undefined) return { accountId: account.id, datasets: [], lastRenewedAt: null, budgets: [] }
  const datasets = lines.map(([dataset, title, family], at): DatasetView => ({
    channelId: channel.id,
    country: channel.country,
    dataset,
    title,
    group: 'sales',
    family,
    shape: 'event',
    amazonRole: family === 'selling' ? 'Inventory and Order Tracking' : 'campaign_management',
    access: at === 1 ? 'refused' : at === 3 ? 'not-yet-proven' : 'granted',
    accessCheckedAt: NOW - 3_600_000,
    accessEvidence: at === 1 ? 'Unauthorized, request 8f2c' : null,
    freshTo: '2026-09-02',
    settledTo: '2026-08-19',
    takenAt: null,
    rows: 48_120,
    completeDays: 719,
    wantedDays: 731,
    publishDelayMs: 0,
    lookBackDays: 730,
  }))
  return { accountId: account.id, datasets, lastRenewedAt: NOW - 600_000, budgets: [] }
}

export function backfillView(account: AccountView): BackfillView {
  const [channel] = account.channels
  if (channel === undefined) return { accountId: account.id, rows: [], done: 0, total: 0, readyAt: null, lostDays: 0 }
  const row = (
    title: string,
    from: string,
    to: string,
    done: number,
    total: number,
    state: BackfillView['rows'][number]['state'],
    leavesOn: string | null,
    nextLookAt: number | null = null,
  ) => ({
    channelId: channel.id,
    country: channel.country,
    dataset: title,
    title,
    from,
    to,
    done,
    total,
    days: [],
    state,
    nextLookAt,
    pages: [],
    leavesOn,
  })
  return {
    accountId: account.id,
    done: 49,
    total: 181,
    readyAt: NOW + 100 * 60_000,
    lostDays: 2,
    rows: [
      row('Sponsored Products', '2026-09-12', '2026-09-14', 9, 9, 'done', null),
      row('Sponsored Brands', '2026-07-18', '2026-08-15', 29, 29, 'done', null),
      row('Sponsored Brands', '2026-08-16', '2026-09-11', 11, 27, 'running', '2026-10-15'),
      row('Sponsored Display', '2026-07-16', '2026-08-15', 0, 31, 'waiting-for-amazon', '2026-09-19', NOW + 31 * 60_000),
      row('Sponsored Display', '2026-08-16', '2026-09-11', 0, 27, 'waiting-for-quota', '2026-10-20', NOW + 35 * 60_000),
      row('Sponsored Products', '2026-07-16', '2026-08-15', 0, 31, 'waiting-its-turn', '2026-10-19'),
      row('Sponsored Brands', '2026-07-16', '2026-07-17', 0, 2, 'lost', '2026-09-15'),
    ],
  }
}

export function activityView(account: AccountView): ActivityView {
  const [channel] = account.channels
  if (channel === undefined) return { entries: [], runs: [] }
  return {
    entries: [
      {
        at: NOW - 112 * 60_000,
        accountId: account.id,
        channelId: null,
        kind: 'reconnect-required',
        facts: { cause: 'withdrawn-or-changed' },
      },
      { at: NOW - 127 * 60_000, accountId: account.id, channelId: null, kind: 'renewal-refused', facts: { family: 'advertising' } },
      { at: NOW - 300 * 60_000, accountId: account.id, channelId: channel.id, kind: 'run-ended', facts: { dataset: 'orders', rows: 143 } },
    ],
    runs: [
      {
        id: 'r1',
        channelId: channel.id,
        country: 'DE',
        dataset: 'orders',
        title: 'Orders',
        from: '2026-09-01',
        to: '2026-09-02',
        reason: 'due',
        step: 'ended',
        outcome: 'postponed',
        trouble: 'throttled',
        rows: 143,
        plannedAt: NOW - 300 * 60_000,
        endedAt: NOW - 290 * 60_000,
        amazonReportId: '51234019',
      },
    ],
  }
}
