import type { AccountView, ChannelView, FamilyView } from '../../../shared/contract/views/channels.ts'
import type { AmazonAccount, Channel } from '../../../shared/domain/account.ts'
import type { Authorization } from '../../../shared/domain/authorization.ts'
import { STATUS_RULES, worstOf } from '../../../shared/domain/status.ts'
import { brand } from '../../../shared/lib/brand.ts'
import { epochDayAt } from '../../../shared/lib/zone.ts'
import { formatDay, type Day } from '../../../shared/domain/day.ts'
import type { AccountProgress } from '../ports/sync-progress.ts'
import { dataTo, dayOrNull, type DatasetFacts } from './channel-facts.ts'
import type { AccountHealth, FamilyHealth } from './health-shape.ts'
import { lineOf } from './line.ts'
import { progressOf } from './progress.ts'
import type { Snapshot } from './snapshot.ts'

/** One account with its channels as the Channels screen shows it; pure. */
export function accountView(
  account: AmazonAccount,
  snapshot: Snapshot,
  health: AccountHealth,
  progress: AccountProgress | null,
): AccountView {
  const facts = snapshot.facts.filter((one) => one.channel.accountId === account.id)
  const authorization = (family: 'selling' | 'advertising') =>
    snapshot.authorizations.find((one) => one.accountId === account.id && one.family === family) ?? null
  const selling = authorization('selling')
  const status = worstOf(health.statuses)
  const channels = snapshot.channels.filter((channel) => channel.accountId === account.id)
  return {
    id: account.id,
    name: account.name,
    kind: account.kind,
    region: account.region,
    sellingPartnerId: account.sellingPartnerId,
    identityProven: account.identityProven,
    way: selling?.way ?? 'broker',
    status,
    statuses: [...health.statuses],
    whoMustAct: STATUS_RULES[status].actor,
    action: STATUS_RULES[status].action,
    selling: familyView(health.selling, selling),
    advertising: health.advertising ? familyView(health.advertising, authorization('advertising')) : null,
    progress: progressOf(account.id, progress, facts, snapshot.memory),
    delayedUntil: health.delayedUntil,
    risk: riskOf(facts),
    missingDays: Math.max(0, ...facts.map((one) => one.fetchableDays)),
    historyDays: Math.max(0, ...facts.map((one) => one.completeDays)),
    dataTo: dayOrNull(dataTo(facts)),
    endsAt: selling?.endsAt ?? null,
    paused: account.paused,
    line: lineOf(strandsOf(facts), todayOf(channels[0], snapshot.now)),
    channels: channels.map((channel) => channelView(channel, snapshot, health)),
  }
}

function channelView(channel: Channel, snapshot: Snapshot, health: AccountHealth): ChannelView {
  const own = health.channels.find((one) => one.channelId === channel.id)
  const facts = snapshot.facts.filter((one) => one.channel.id === channel.id)
  const statuses = own?.statuses ?? health.statuses
  return {
    id: channel.id,
    accountId: channel.accountId,
    country: channel.country,
    marketplace: channel.name,
    name: `${accountName(channel, snapshot)} ${channel.country}`,
    currency: channel.currency,
    zone: channel.zone,
    status: worstOf(statuses),
    statuses: [...statuses],
    selling: own?.selling ?? health.selling.status,
    advertising: own ? own.advertising : (health.advertising?.status ?? null),
    dataTo: dayOrNull(dataTo(facts)),
    freshTo: Object.fromEntries(facts.map((one) => [one.dataset.id, freshText(one)])),
    line: lineOf(strandsOf(facts), todayOf(channel, snapshot.now)),
  }
}

/** A snapshot is fresh to the day it was taken on. */
function freshText(one: DatasetFacts): string | null {
  if (one.dataset.shape === 'event') return dayOrNull(one.freshTo)
  return one.takenAt === null ? null : formatDay(brand<Day>(epochDayAt(one.takenAt, one.channel.zone)))
}

function familyView(health: FamilyHealth, authorization: Authorization | null): FamilyView {
  return { ...health, facts: { ...health.facts }, endsAt: authorization?.endsAt ?? null, consentedAt: authorization?.consentedAt ?? null }
}

function strandsOf(facts: readonly DatasetFacts[]) {
  const of = (family: 'selling' | 'advertising') =>
    facts.filter((one) => one.dataset.family === family && one.dataset.shape === 'event').map((one) => one.days)
  return { selling: of('selling'), advertising: of('advertising') }
}

function riskOf(facts: readonly DatasetFacts[]): AccountView['risk'] {
  const leaving = facts.flatMap((one) => (one.leaving ? [{ one, ...one.leaving }] : [])).sort((a, b) => a.leavesAt - b.leavesAt)[0]
  return leaving
    ? { dataset: leaving.one.dataset.id, title: leaving.one.dataset.title, day: formatDay(leaving.day), leavesAt: leaving.leavesAt }
    : null
}

function accountName(channel: Channel, snapshot: Snapshot): string {
  return snapshot.accounts.find((one) => one.id === channel.accountId)?.name ?? channel.name
}

function todayOf(channel: Channel | undefined, now: number): Day {
  return brand<Day>(epochDayAt(now, channel?.zone ?? 'UTC'))
}
