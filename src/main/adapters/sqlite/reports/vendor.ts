import type { Database } from 'better-sqlite3'
import type { Day, DayInterval } from '../../../../shared/domain/day.ts'
import type { ChannelId } from '../../../../shared/domain/ids.ts'
import type { PurchaseOrderLineRow, ReportStore, VendorForecastRow } from '../../../core/ports/report-store.ts'

type VendorReads = Pick<
  ReportStore,
  'vendor' | 'vendorSourcing' | 'vendorStock' | 'vendorTraffic' | 'vendorMargins' | 'vendorForecast' | 'purchaseOrderLines'
>

const SHIPPED = `v.shipped_units AS shippedUnits, v.shipped_minor AS shippedMinor, v.shipped_cogs_minor AS shippedCogsMinor,
  v.customer_returns AS returns`
const STOCK = `v.sellable_units AS sellableUnits, v.sellable_minor AS sellableMinor, v.unsellable_units AS unsellableUnits,
  v.aged_units AS agedUnits, v.aged_minor AS agedMinor, v.unhealthy_units AS unhealthyUnits, v.unfilled_units AS unfilledUnits,
  v.open_order_units AS openOrderUnits, v.received_units AS receivedUnits`

const FORECAST = `SELECT p.asin, v.starts_on AS startsOn, v.ends_on AS endsOn, v.mean_thousandths AS meanThousandths,
    v.p70_thousandths AS p70Thousandths, v.p80_thousandths AS p80Thousandths, v.p90_thousandths AS p90Thousandths
  FROM vendor_forecasts v JOIN products p USING (product_id)
  WHERE v.channel_id = ? AND v.day = ? ORDER BY v.starts_on, p.asin, v.ordinal`

const ORDER_LINES = `SELECT v.day, v.order_number AS number, v.line_number AS line, p.asin, p.sku, v.state, v.type, v.ordered_at AS orderedAt,
    v.changed_at AS changedAt, v.units, v.unit_cost_minor AS unitCostMinor, v.cost_minor AS costMinor
  FROM purchase_order_lines v JOIN products p USING (product_id)
  WHERE v.channel_id = ? AND v.day >= ? AND v.day < ?
  ORDER BY v.day, v.order_number, CAST(v.line_number AS INTEGER), v.ordinal`

/** The vendor tables by day and product. */
export function createVendorReads(db: Database): VendorReads {
  return {
    vendor: reading(db, 'vendor_sales', `v.ordered_units AS orderedUnits, v.ordered_minor AS orderedMinor, ${SHIPPED}`),
    vendorSourcing: reading(db, 'vendor_sales_sourcing', SHIPPED),
    vendorStock: reading(db, 'vendor_inventory', STOCK),
    vendorTraffic: reading(db, 'vendor_traffic', 'v.glance_views AS glanceViews'),
    vendorMargins: reading(db, 'vendor_net_ppm', 'v.margin_millionths AS marginMillionths'),
    vendorForecast: async (channel: ChannelId, generatedOn: Day) =>
      db.prepare<[number, number], VendorForecastRow>(FORECAST).all(channel, generatedOn),
    purchaseOrderLines: async (channel, days) =>
      db.prepare<[number, number, number], PurchaseOrderLineRow>(ORDER_LINES).all(channel, days.from, days.until),
  }
}

function reading<Row>(db: Database, table: string, columns: string): (channel: ChannelId, days: DayInterval) => Promise<readonly Row[]> {
  return async (channel, days) =>
    db
      .prepare<[number, number, number], Row>(
        `SELECT v.day, p.asin, ${columns} FROM ${table} v JOIN products p USING (product_id)
        WHERE v.channel_id = ? AND v.day >= ? AND v.day < ? ORDER BY v.day, p.asin, v.ordinal`,
      )
      .all(channel, days.from, days.until)
}
