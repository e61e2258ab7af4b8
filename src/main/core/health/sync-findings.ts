import type { AmazonAccount } from '../../../shared/domain/account.ts'
import type { DatasetId, Instant } from '../../../shared/domain/ids.ts'
import type { ApiFamily } from '../../../shared/domain/region.ts'
import type { SyncRun } from '../../../shared/domain/run.ts'
import type { AccountProgress, Waiting } from '../ports/sync-progress.ts'
import type { Finding } from './account-health.ts'
import type { DatasetStanding } from './health-snapshot.ts'
import { lastSuccessOf } from './last-success.ts'
import { DELAYED_AFTER_MS, FRESH_RUN_MS } from './policy.ts'

/** One family's work, of a whole account or of one of its channels. */
export interface SyncQuestion {
  readonly account: AmazonAccount
  readonly family: ApiFamily
  readonly facts: readonly DatasetStanding[]
  /** Datasets that Amazon refuses; they cannot be stale or late. */
  readonly refused: ReadonlySet<DatasetId>
  readonly progress: AccountProgress | null
  readonly online: boolean
  readonly now: Instant
}

/** What syncing alone says: catching up, delayed, stale. `explained`: something worse already says why nothing comes. */
export function syncFindings(question: SyncQuestion, explained: boolean): readonly Finding[] {
  const found = [delayed(question), catchingUp(question)].filter((one) => one !== null)
  const old = explained ? null : stale(question)
  return old === null ? found : [old, ...found]
}

function catchingUp({ progress, facts }: SyncQuestion): Finding | null {
  const isGap = (one: { readonly reason: string; readonly channelId: number; readonly dataset: DatasetId }) =>
    one.reason === 'gap' && facts.some((fact) => fact.channel.id === one.channelId && fact.dataset.id === one.dataset)
  const isBusy = progress !== null && (progress.planned.some(isGap) || progress.running.some(isGap))
  if (!isBusy) return null
  return { status: 'catching-up', cause: null, facts: { missingDays: missingDays(facts), readyAt: progress.readyAt } }
}

/** Every request of this work waits for quota or for Amazon, and the shortest wait is a long one. */
function delayed({ progress, facts, now }: SyncQuestion): Finding | null {
  const isMine = (one: { readonly channelId: number; readonly dataset: DatasetId }) =>
    facts.some((fact) => fact.channel.id === one.channelId && fact.dataset.id === one.dataset)
  const waiting = progress?.waiting.filter((one) => isMine(one) && isAsking(one)) ?? []
  const running = progress?.running.filter(isMine) ?? []
  if (waiting.length === 0 || running.some((one) => !isWaiting(one, waiting))) return null
  if (!waiting.every((one) => isLongWait(one, running, now))) return null
  const until = waiting.map((one) => one.until).filter((at) => at !== null)
  return { status: 'delayed', cause: null, facts: { until: until.length > 0 ? Math.min(...until) : null } }
}

/** Waiting for its turn or for a permission is no delay of Amazon's. */
function isAsking({ code }: Waiting): boolean {
  return code !== 'permission-missing' && code !== 'no-access' && code !== 'its-turn'
}

function isWaiting(run: SyncRun, waiting: readonly Waiting[]): boolean {
  return waiting.some((one) => one.channelId === run.channelId && one.dataset === run.dataset)
}

function isLongWait(one: Waiting, running: readonly SyncRun[], now: Instant): boolean {
  if (one.code === 'amazon-prepares') {
    return running.some(
      (run) => run.channelId === one.channelId && run.dataset === one.dataset && now - (run.requestedAt ?? now) > DELAYED_AFTER_MS,
    )
  }
  return (one.code === 'quota' || one.code === 'back-off') && one.until !== null && one.until - now > DELAYED_AFTER_MS
}

/** Some dataset had no success for longer than its limit, and no fresh run is on its way. */
function stale({ account, facts, refused, progress, online, now }: SyncQuestion): Finding | null {
  const old = facts.filter(
    (one) => !refused.has(one.dataset.id) && now - (lastSuccessOf([one]) ?? account.connectedAt) > one.dataset.timing.staleAfterMs,
  )
  const isOnItsWay = online && progress !== null && progress.running.some((run) => now - run.plannedAt < FRESH_RUN_MS)
  if (old.length === 0 || isOnItsWay) return null
  const oldest = Math.min(...old.map((one) => lastSuccessOf([one]) ?? 0))
  return {
    status: 'stale',
    cause: online ? 'stale' : 'offline',
    facts: { lastSuccessAt: oldest === 0 ? null : oldest, datasets: titlesOf(old) },
  }
}

export function titlesOf(facts: readonly DatasetStanding[]): string {
  return [...new Set(facts.map((one) => one.dataset.title))].join(', ')
}

export function missingDays(facts: readonly DatasetStanding[]): number {
  return facts.reduce((most, one) => Math.max(most, one.fetchableDays), 0)
}
