import type { AccountDetailView, DatasetView } from '../../../shared/contract/views/channel-detail.ts'
import type { AccountId } from '../../../shared/domain/ids.ts'
import type { OperationBudget } from '../ports/selling-api.ts'
import { dayOrNull, type DatasetFacts } from './channel-facts.ts'
import type { Snapshot } from './snapshot.ts'

/** Every dataset of every channel of an account: freshness, permission and rows, and what is left to ask; pure. */
export function accountDetail(accountId: AccountId, snapshot: Snapshot, budgets: readonly OperationBudget[]): AccountDetailView {
  const renewed = snapshot.authorizations.filter((one) => one.accountId === accountId).map((one) => one.lastRenewedAt ?? 0)
  const last = Math.max(0, ...renewed)
  return {
    accountId,
    lastRenewedAt: last === 0 ? null : last,
    budgets: [...budgets].sort((a, b) => (a.operation < b.operation ? -1 : 1)),
    datasets: snapshot.facts.filter((one) => one.channel.accountId === accountId).map((one) => datasetView(one, snapshot)),
  }
}

function datasetView(one: DatasetFacts, snapshot: Snapshot): DatasetView {
  const { channel, dataset } = one
  const access = snapshot.access.find((record) => record.channelId === channel.id && record.dataset === dataset.id)?.access ?? null
  return {
    channelId: channel.id,
    country: channel.country,
    dataset: dataset.id,
    title: dataset.title,
    group: dataset.group,
    family: dataset.family,
    shape: dataset.shape,
    amazonRole: dataset.amazonRole,
    access: access?.answer ?? 'not-yet-proven',
    accessCheckedAt: access?.checkedAt ?? null,
    accessEvidence: access?.evidence ?? null,
    freshTo: dayOrNull(one.freshTo),
    settledTo: dayOrNull(one.settledTo),
    takenAt: one.takenAt,
    rows: one.rows,
    completeDays: one.completeDays,
    wantedDays: one.wantedDays,
    publishDelayMs: dataset.timing.publishDelayMs,
    lookBackDays: dataset.timing.lookBackDays,
  }
}
