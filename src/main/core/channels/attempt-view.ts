import type { AttemptView, ReconnectPreview } from '../../../shared/contract/views/attempt.ts'
import type { Attempt } from '../../../shared/domain/attempt.ts'
import type { AmazonAccount } from '../../../shared/domain/account.ts'
import { isFetchable } from '../../../shared/domain/coverage.ts'
import { formatDay } from '../../../shared/domain/day.ts'
import type { ApiFamily } from '../../../shared/domain/region.ts'
import type { AccountProgress } from '../ports/sync-progress.ts'
import { backfillView } from './backfill-view.ts'
import type { DatasetFacts } from './channel-facts.ts'
import type { Snapshot } from './snapshot.ts'

/** How an attempt goes, as the authorization feature tells it. */
export interface Standing {
  readonly attempt: Attempt
  readonly stage: 'at-amazon' | 'checking' | 'result' | 'wrong-account' | 'failed'
  readonly failure: string | null
  readonly surface: 'popup' | 'browser'
  readonly host: string
  readonly checks: readonly AttemptView['checks'][number][]
  readonly access: readonly AttemptView['access'][number][]
}

/** The reconnect dialog at its stage; pure. */
export function attemptView(standing: Standing, snapshot: Snapshot, progress: readonly AccountProgress[]): AttemptView {
  const { attempt } = standing
  const account = snapshot.accounts.find((one) => one.id === attempt.accountId) ?? null
  return {
    id: attempt.id,
    accountId: attempt.accountId,
    accountName: account?.name ?? null,
    family: attempt.family,
    kind: attempt.kind,
    region: attempt.region,
    country: attempt.country,
    host: standing.host,
    stage: standing.stage,
    surface: standing.surface,
    shortCode: attempt.shortCode,
    openedAt: attempt.openedAt,
    runsOutAt: attempt.runsOutAt,
    checks: standing.checks.map((check) => ({ ...check })),
    access: standing.access.map((one) => ({ ...one })),
    expectedIdentity: attempt.expectedIdentity,
    ...foundIn(attempt, snapshot),
    failure: standing.failure,
    backfill: account ? backfillOf(account, snapshot, progress) : null,
    historyDays: historyDays(factsOfAccount(snapshot, account)),
    advertising: advertisingOf(account, snapshot),
  }
}

function foundIn({ state }: Attempt, snapshot: Snapshot): Pick<AttemptView, 'foundIdentity' | 'foundAccountId' | 'foundAccountName'> {
  if (state.kind !== 'wrong-account') return { foundIdentity: null, foundAccountId: null, foundAccountName: null }
  const { foundIdentity, foundAccountId } = state
  return { foundIdentity, foundAccountId, foundAccountName: snapshot.accounts.find((one) => one.id === foundAccountId)?.name ?? null }
}

/** What the person is told before going to Amazon; pure. */
export function reconnectPreview(account: AmazonAccount, family: ApiFamily, host: string, snapshot: Snapshot): ReconnectPreview {
  const facts = factsOfAccount(snapshot, account)
  const missing = facts.filter((one) => one.fetchableDays > 0)
  const next = missing
    .flatMap((one) => (one.leaving ? [{ title: one.dataset.title, ...one.leaving }] : []))
    .sort((a, b) => a.leavesAt - b.leavesAt)[0]
  return {
    accountId: account.id,
    name: account.name,
    kind: account.kind,
    region: account.region,
    family,
    way: snapshot.authorizations.find((one) => one.accountId === account.id && one.family === family)?.way ?? 'broker',
    sellingPartnerId: account.sellingPartnerId,
    country: snapshot.channels.find((channel) => channel.accountId === account.id)?.country ?? '',
    host,
    historyDays: historyDays(facts),
    toFetch: toFetch(missing),
    risk: next ? { title: next.title, day: formatDay(next.day), leavesAt: next.leavesAt } : null,
    lostDays: facts.reduce((sum, one) => sum + one.lostDays, 0),
  }
}

function toFetch(missing: readonly DatasetFacts[]): ReconnectPreview['toFetch'] {
  const days = missing.flatMap((one) => one.days.filter((day) => isFetchable(day.state)).map((day) => day.day)).sort((a, b) => a - b)
  const [first] = days
  const last = days.at(-1)
  if (first === undefined || last === undefined) return null
  return {
    from: formatDay(first),
    to: formatDay(last),
    datasets: new Set(missing.map((one) => one.dataset.id)).size,
    datasetDays: days.length,
    minutes: minutesFor(missing),
  }
}

/** A report takes about two minutes at Amazon, and one a minute may be asked for after the first fifteen (docs/amazon.md §4.0). */
function minutesFor(missing: readonly DatasetFacts[]): number {
  const requests = missing.reduce((sum, one) => sum + Math.ceil(one.fetchableDays / one.dataset.timing.longestSpanDays), 0)
  return 2 + Math.max(0, requests - 15) + Math.ceil(requests / 5)
}

function backfillOf(account: AmazonAccount, snapshot: Snapshot, progress: readonly AccountProgress[]): AttemptView['backfill'] {
  const view = backfillView(account.id, snapshot, progress.find((one) => one.accountId === account.id) ?? null)
  const rows = view.rows.filter((row) => row.state !== 'lost')
  if (rows.length === 0) return null
  const from = rows.map((row) => row.from).sort()[0] ?? ''
  const to =
    rows
      .map((row) => row.to)
      .sort()
      .at(-1) ?? ''
  return { done: view.done, total: view.total, from, to, datasets: new Set(rows.map((row) => row.dataset)).size, readyAt: view.readyAt }
}

function advertisingOf(account: AmazonAccount | null, snapshot: Snapshot): AttemptView['advertising'] {
  const own = snapshot.authorizations.find((one) => one.accountId === account?.id && one.family === 'advertising')
  if (!own) return { state: 'not-connected', endsAt: null }
  const works = own.state.kind === 'active' || own.state.kind === 'refused-once'
  return { state: works ? 'connected' : 'needed', endsAt: own.endsAt }
}

function factsOfAccount(snapshot: Snapshot, account: AmazonAccount | null): readonly DatasetFacts[] {
  return snapshot.facts.filter((one) => one.channel.accountId === account?.id)
}

function historyDays(facts: readonly DatasetFacts[]): number {
  return Math.max(0, ...facts.map((one) => one.completeDays))
}
