import type { VendorOrdersReport } from '../../../shared/contract/views/vendor-orders.ts'
import type { Channel } from '../../../shared/domain/account.ts'
import type { CoverageDay } from '../../../shared/domain/coverage.ts'
import { formatDay, type DayInterval } from '../../../shared/domain/day.ts'
import type { PurchaseOrderLineRow, ReportStore } from '../ports/report-store.ts'
import { frameOf, shownDays, sumOf } from './frame.ts'
import { knownSum } from './vendor-parts.ts'

/** Which dataset's days the orders stand on. */
export const ORDERS_DATASET = 'vendor-purchase-orders'

/** Purchase orders of the days that may be shown, the newest first. */
export async function readVendorOrders(
  store: ReportStore,
  channel: Channel,
  range: DayInterval,
  coverage: readonly CoverageDay[],
): Promise<VendorOrdersReport> {
  const found = await store.purchaseOrderLines(channel.id, range)
  const lost = coverage.filter((day) => day.state === 'missing-lost' && day.day >= range.from && day.day < range.until)
  const shown = shownDays(coverage)
  return {
    ...frameOf(channel, range, coverage),
    lostDays: lost.map((day) => formatDay(day.day)),
    ...ordersOf(found.filter((row) => shown.has(row.day))),
  }
}

/** Amazon's words for an order that is still being worked on; a word nobody knows is neither open nor closed. */
const OPEN: readonly string[] = ['New', 'Acknowledged']

type Told = Pick<VendorOrdersReport, 'rows' | 'items' | 'totals'>

/** An order is told by its first line: all its lines come from one answer of Amazon. */
function ordersOf(found: readonly PurchaseOrderLineRow[]): Told {
  const orders = [...Map.groupBy(found, (row) => row.number).values()].flatMap(orderOf).toSorted(newestFirst)
  const lines = orders.flatMap((order) => order.lines)
  return {
    rows: orders.map((order) => order.row),
    items: lines.map(({ number, line, asin, sku, units, unitCostMinor, costMinor }) => ({
      number,
      line,
      asin,
      sku,
      units,
      unitCostMinor,
      costMinor,
    })),
    totals: {
      orders: orders.length,
      open: orders.filter(({ row }) => OPEN.includes(row.state)).length,
      articles: lines.length,
      units: sumOf(lines, (line) => line.units),
      costMinor: knownSum(lines, (line) => line.costMinor),
      withoutCost: lines.filter((line) => line.costMinor === null).length,
    },
  }
}

interface Order {
  readonly row: Told['rows'][number]
  readonly lines: readonly PurchaseOrderLineRow[]
}

/** An order that Amazon moved may stand on its old day too for a while: the day that changed last is the order. */
function orderOf(stored: readonly PurchaseOrderLineRow[]): Order[] {
  const last = stored.toSorted((a, b) => (b.changedAt ?? 0) - (a.changedAt ?? 0) || b.day - a.day)[0]
  const lines = stored.filter((line) => line.day === last?.day)
  const [head] = lines
  if (head === undefined) return []
  const row = {
    number: head.number,
    orderedOn: formatDay(head.day),
    orderedAt: head.orderedAt,
    state: head.state,
    type: head.type,
    changedAt: head.changedAt,
    articles: lines.length,
    units: sumOf(lines, (line) => line.units),
    costMinor: knownSum(lines, (line) => line.costMinor),
  }
  return [{ row, lines }]
}

/** By the moment of the order, the latest first; orders of one moment by their number. */
function newestFirst({ row: a }: Order, { row: b }: Order): number {
  return b.orderedAt - a.orderedAt || (a.number < b.number ? -1 : 1)
}
