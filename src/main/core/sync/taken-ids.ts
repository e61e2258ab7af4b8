import type { SyncRun } from '../../../shared/domain/run.ts'
import type { RunDesk } from './run-desk.ts'

/** Ids of Amazon's reports and queries that belong to a run of ours, this one's pages included: they must not be adopted a second time. */
export async function takenIds({ runs }: RunDesk['world']['ports']['stores'], run: SyncRun): Promise<ReadonlySet<string>> {
  const others = [...(await runs.standing()), ...(await runs.newest({ accountId: run.accountId, limit: 200 }))]
  const own = others.flatMap((one) => (one.id === run.id || one.amazonReportId === null ? [] : [one.amazonReportId]))
  return new Set([...own, ...[...others, run].flatMap((one) => one.pages.map((page) => page.queryId))])
}
