import type { Observations } from '../../../shared/contract/diagnosis/observations.ts'
import type { AmazonAccount } from '../../../shared/domain/account.ts'
import { formatDay } from '../../../shared/domain/day.ts'
import type { AccountId } from '../../../shared/domain/ids.ts'
import type { Status } from '../../../shared/domain/status.ts'
import { troublesInRuns } from './past-troubles.ts'
import { FRESH_WRITING_MS, LONG_WAIT_MS } from './policy.ts'
import type { HeldDataset, Sources } from './sources.ts'

/** Statuses that say that an account itself does not get what it asks for. */
const FAILING: readonly Status[] = ['reconnect-required', 'account-problem', 'publisher-problem', 'amazon-trouble', 'stale', 'disconnected']

/** How the other accounts fare, and whether the same key of the app works for one of them. */
export function othersState({ accounts, statuses, authorizations, progress }: Sources, account: AmazonAccount): Observations['others'] {
  const others = statuses.filter((one) => one.accountId !== account.id && accounts.some((other) => other.id === one.accountId))
  const own = statuses.find((one) => one.accountId === account.id)?.statuses ?? []
  const isBroker = authorizations.some((one) => one.accountId === account.id && one.family === 'selling' && one.way === 'broker')
  const sameKey = authorizations.filter(
    (one) => isBroker && one.accountId !== account.id && one.family === 'selling' && one.way === 'broker',
  )
  const renewals = sameKey.flatMap((one) => (one.lastRenewedAt === null ? [] : [one.lastRenewedAt]))
  const isOutage = own.includes('amazon-trouble')
  const since = progress.flatMap((one) => one.troubles).filter((one) => one.kind === 'amazon-trouble')
  return {
    total: others.length,
    fine: others.filter((one) => !one.statuses.some((status) => FAILING.includes(status))).length,
    failing: others.filter((one) => one.statuses.includes('amazon-trouble')).length,
    outage: isOutage,
    outageSince: isOutage && since.length > 0 ? Math.min(...since.map((one) => one.at)) : null,
    keyWorkedAt: renewals.length > 0 ? Math.max(...renewals) : null,
  }
}

/** The disk as syncing last met it; how much is free is asked later. */
export function computerState({ now, progress, kept }: Sources): Observations['computer'] {
  const isFailing = progress.some((one) => one.troubles.some(({ kind, at }) => kind.startsWith('storage') && now - at < FRESH_WRITING_MS))
  const disk = kept.find((one) => one.source === 'disk')
  const isFull = disk !== undefined && disk.outcome === 'storage-full' && now - disk.at < FRESH_WRITING_MS
  return { freeBytes: null, database: 'fine', writing: isFull ? 'storage-full' : isFailing ? 'storage' : 'fine' }
}

/** Trouble of the last tries that no success has followed: as syncing remembers it, else as its runs do. */
export function troublesOf({ progress, runs, held }: Sources, accountId: AccountId): Observations['troubles'] {
  const mine = progress.find((one) => one.accountId === accountId)
  if (mine === undefined) return [...troublesInRuns(runs, accountId, held)]
  return mine.troubles
    .filter((one) => mine.lastSuccessAt === null || one.at > mine.lastSuccessAt)
    .map(({ at, kind, family }) => ({ at, kind, family }))
}

/** What is missing, what leaves Amazon first, and why nothing comes for long. */
export function workState(sources: Sources, accountId: AccountId, held: readonly HeldDataset[]): Observations['work'] {
  const progress = sources.progress.find((one) => one.accountId === accountId)
  const [next] = held
    .flatMap(({ dataset, leaving }) =>
      leaving === null ? [] : [{ title: dataset.title, day: formatDay(leaving.day), leavesAt: leaving.leavesAt }],
    )
    .sort((a, b) => a.leavesAt - b.leavesAt)
  return {
    missingDays: held.reduce((most, one) => Math.max(most, one.fetchableDays), 0),
    lostDays: held.reduce((most, one) => Math.max(most, one.lostDays), 0),
    readyAt: progress?.readyAt ?? null,
    leaving: next ?? null,
    delayed: delayOf(sources, accountId),
  }
}

function delayOf({ progress, statuses, runs, now }: Sources, accountId: AccountId): Observations['work']['delayed'] {
  const mine = progress.find((one) => one.accountId === accountId)
  if (mine === undefined) {
    // No scheduler runs here: a report that Amazon has been preparing for long still stands in the database.
    const old = runs.find((one) => one.accountId === accountId && one.step === 'waiting' && now - (one.requestedAt ?? now) > LONG_WAIT_MS)
    return old ? { by: 'amazon-prepares', until: old.nextLookAt } : null
  }
  const isDelayed = statuses.find((one) => one.accountId === accountId)?.statuses.includes('delayed') === true
  if (!isDelayed && !mine.running.some((one) => now - one.plannedAt > LONG_WAIT_MS)) return null
  const waits = mine.waiting.filter((one) => one.code === 'quota' || one.code === 'amazon-prepares')
  if (waits.length === 0) return null
  const by = waits.some((one) => one.code === 'quota') ? 'throttled' : 'amazon-prepares'
  const until = waits.flatMap((one) => (one.until === null ? [] : [one.until]))
  return { by, until: until.length > 0 ? Math.min(...until) : null }
}
