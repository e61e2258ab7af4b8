import type { Core } from '../core.ts'
import { DAY_MS } from '../lib/days.ts'
import type { ReportRow } from '../state.ts'
import { settlementsOf, type Settlement } from '../world/settlements.ts'
import type { AccountSpec } from '../world/spec.ts'

export const SETTLEMENT = 'GET_V2_SETTLEMENT_REPORT_DATA_FLAT_FILE_V2'
export const SETTLEMENT_ROLES = ['Finance and Accounting']
/** Amazon refuses to look further back. Source: what readers of the real list met. */
export const SETTLEMENT_KEPT_MS = 90 * DAY_MS

/** Reports that Amazon made by itself for an account: one per settlement, whoever asks and however often. */
export function settlementReports(core: Core, account: AccountSpec, clientId: string): ReportRow[] {
  return kept(core, account).map((one) => rowOf(core, one, clientId))
}

/** The report of that id among every account's; undefined when there is none or it is no longer kept. */
export function settlementReport(core: Core, reportId: string | undefined): ReportRow | undefined {
  for (const account of core.world.accounts) {
    const found = kept(core, account).find((one) => one.reportId === reportId)
    if (found !== undefined) return rowOf(core, found, '')
  }
  return undefined
}

export function settlementOf(core: Core, row: ReportRow): Settlement {
  const account = core.world.account(row.accountId)
  const found =
    account === undefined
      ? undefined
      : settlementsOf(core.world, account, row.createdAt, row.createdAt + 1).find((one) => one.reportId === row.id)
  if (found === undefined) throw new Error(`report ${row.id} is of no settlement`)
  return found
}

function kept(core: Core, account: AccountSpec): Settlement[] {
  return settlementsOf(core.world, account, core.now() - SETTLEMENT_KEPT_MS + 1, core.now() + 1)
}

/** Every marketplace of the region is named, although the rows are of one currency. */
function rowOf(core: Core, { account, reportId, startMs, endMs, createdMs }: Settlement, clientId: string): ReportRow {
  return {
    id: reportId,
    accountId: account.id,
    clientId,
    region: account.region,
    type: SETTLEMENT,
    marketplaceIds: core.world.channelsOf(account.id).map((channel) => channel.marketplace.id),
    startMs,
    endMs,
    startDay: undefined,
    endDay: undefined,
    options: {},
    createdAt: createdMs,
    startsAt: createdMs,
    endsAt: createdMs,
    cancelled: false,
    outcome: { kind: 'done' },
  }
}
