import type { SyncRun } from '../../../shared/domain/run.ts'
import type { RunDesk } from './run-desk.ts'

/** Ids of Amazon's reports and queries that belong to another run of ours: they must not be adopted a second time. */
export async function takenIds({ runs }: RunDesk['world']['ports']['stores'], run: SyncRun): Promise<ReadonlySet<string>> {
  const others = [...(await runs.standing()), ...(await runs.newest({ accountId: run.accountId, limit: 200 }))]
  return new Set(others.flatMap((one) => (one.id === run.id || one.amazonReportId === null ? [] : [one.amazonReportId])))
}
