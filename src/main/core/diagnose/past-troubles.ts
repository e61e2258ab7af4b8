import type { Observations } from '../../../shared/contract/diagnosis/observations.ts'
import type { AccountId, ChannelId, DatasetId } from '../../../shared/domain/ids.ts'
import type { SyncRun } from '../../../shared/domain/run.ts'
import type { HeldDataset } from './sources.ts'

type Trouble = Observations['troubles'][number]

/** How a dataset's newest request of either kind ended, where it failed of itself and nothing has mended it since. */
export function lastTrouble(runs: readonly SyncRun[], channelId: ChannelId, dataset: DatasetId): { code: string; at: number } | null {
  const mine = runs.filter((one) => one.channelId === channelId && one.dataset === dataset)
  for (const request of ['days', 'changes'] as const) {
    const newest = mine.find((one) => one.request === request && isTold(one))
    if (newest?.outcome === 'failed' && newest.trouble !== null) return { code: newest.trouble, at: newest.endedAt ?? newest.plannedAt }
  }
  return null
}

/** A run that was stopped or put off says nothing about what was asked. */
function isTold({ outcome }: SyncRun): boolean {
  return outcome === 'complete' || outcome === 'partial' || outcome === 'failed' || outcome === 'refused'
}

/** Troubles of Amazon's or the account's that runs end or wait with; what a process no longer remembers is still in its runs. */
const WEATHER: ReadonlySet<string> = new Set(['account-problem', 'wrong-region', 'amazon-trouble', 'application-credential-ended'])

/** The newest such trouble of each family that no success has followed. */
export function troublesInRuns(runs: readonly SyncRun[], accountId: AccountId, held: readonly HeldDataset[]): readonly Trouble[] {
  return (['selling', 'advertising'] as const).flatMap((family): readonly Trouble[] => {
    const names = new Set(held.filter((one) => one.dataset.family === family).map((one) => one.dataset.id))
    const told = runs.filter(
      (one) => one.accountId === accountId && names.has(one.dataset) && (one.outcome === 'complete' || one.trouble !== null),
    )
    const newest = told[0]
    if (newest === undefined || newest.trouble === null || !WEATHER.has(newest.trouble)) return []
    return [{ at: newest.endedAt ?? newest.plannedAt, kind: newest.trouble, family }]
  })
}
