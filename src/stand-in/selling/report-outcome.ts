import type { Core } from '../core.ts'
import { DAY_MS } from '../lib/days.ts'
import type { ReportOutcome, ReportRow } from '../state.ts'
import { orderSpan, reportedOrders } from '../documents/orders-selection.ts'
import { listingsAt } from '../world/listings.ts'
import { vendorTrouble } from '../documents/vendor-sales-rules.ts'
import { FBA_FEES, LISTINGS, ORDERS_LOOK_BACK_DAYS, ORDERS_SPAN_DAYS, SALES_TRAFFIC, VENDOR_SALES } from './report-types.ts'

export type ReportStatus = 'IN_QUEUE' | 'IN_PROGRESS' | 'DONE' | 'CANCELLED' | 'FATAL'

/** How far back a fee file must begin. Source: Amazon's page of inventory report types. */
const FEES_BACK_MS = 72 * 3_600_000
const SPAN_SENTENCE = 'Date range exceeded. Report can be requested only upto 30 days'

/** Where a report stands now; the first look after its end decides its outcome for good. */
export function statusOf(core: Core, row: ReportRow): ReportStatus {
  const now = core.now()
  if (row.cancelled) return 'CANCELLED'
  if (row.outcome === undefined) {
    if (now < row.startsAt) return 'IN_QUEUE'
    const target = { account: row.accountId, reportType: row.type }
    if (now < row.endsAt || core.faults.look('never-done', target) !== undefined) return 'IN_PROGRESS'
    row.outcome = ordered(core, row) ?? natural(core, row)
    core.changed()
  }
  if (row.outcome.kind === 'fatal') return 'FATAL'
  return row.outcome.kind === 'cancelled' ? 'CANCELLED' : 'DONE'
}

function ordered(core: Core, row: ReportRow): ReportOutcome | undefined {
  const target = { account: row.accountId, reportType: row.type }
  if (core.faults.strike('fatal', target) !== undefined)
    return { kind: 'fatal', reason: 'The report could not be generated because of an internal error.' }
  if (core.faults.strike('cancelled', target) !== undefined) return { kind: 'cancelled' }
  return undefined
}

/** Fees must be asked for from 72 hours ago or earlier, and there must be something at Amazon. */
function feesOutcome(core: Core, row: ReportRow): ReportOutcome {
  const channel = core.world.channel(row.accountId, row.marketplaceIds[0] ?? '')
  const isTooLate = row.startMs === undefined || row.startMs > row.createdAt - FEES_BACK_MS
  const hasStock = channel !== undefined && listingsAt(channel, row.endsAt).some((listing) => listing.product.fulfilledByAmazon)
  return isTooLate || !hasStock ? { kind: 'cancelled' } : { kind: 'done' }
}

/** What Amazon makes of the request by itself. */
function natural(core: Core, row: ReportRow): ReportOutcome {
  if (row.type === LISTINGS) return { kind: 'done' }
  if (row.type === FBA_FEES) return feesOutcome(core, row)
  if (row.type === VENDOR_SALES) {
    const reason = vendorTrouble(core, row)
    return reason === undefined ? { kind: 'done' } : { kind: 'fatal', reason }
  }
  if (row.type === SALES_TRAFFIC) {
    const isDated = row.startDay !== undefined && row.endDay !== undefined
    return isDated ? { kind: 'done' } : { kind: 'fatal', reason: 'dataStartTime and dataEndTime are required.' }
  }
  return ordersOutcome(core, row)
}

function ordersOutcome(core: Core, row: ReportRow): ReportOutcome {
  const span = orderSpan(row)
  if (span.endMs - span.startMs > ORDERS_SPAN_DAYS * DAY_MS + 3_600_000) return { kind: 'sentence', sentence: SPAN_SENTENCE }
  if (span.startMs < row.createdAt - ORDERS_LOOK_BACK_DAYS * DAY_MS) return { kind: 'cancelled' }
  return reportedOrders(core.world, row).length === 0 ? { kind: 'cancelled' } : { kind: 'done' }
}
