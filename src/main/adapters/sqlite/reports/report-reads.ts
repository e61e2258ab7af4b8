import type { Database } from 'better-sqlite3'
import { brand } from '../../../../shared/lib/brand.ts'
import type { Day, DayInterval } from '../../../../shared/domain/day.ts'
import type { ChannelId } from '../../../../shared/domain/ids.ts'
import type {
  AdsRow,
  LatestSales,
  ProductSalesRow,
  ProfitRow,
  ReportStore,
  SalesMetricsRow,
  SalesRow,
  SettlementRow,
} from '../../../core/ports/report-store.ts'
import { readAds } from './ads.ts'
import { readProductRows } from './products.ts'
import { createVendorReads } from './vendor.ts'

/** Plain rows for the report screens. Column names in SQL are the fields of the port's rows. */
export function createReportReads(db: Database): ReportStore {
  return {
    sales: async (channel, days) => read<SalesRow>(db, SALES, channel, days),
    latestSales: async (channel, day) =>
      db.prepare<[number, number], LatestSales>(LATEST_SALES).get(channel, day) ?? {
        orders: 0,
        units: 0,
        orderedMinor: 0,
        unknownPrices: 0,
      },
    salesMetrics: async (channel, days) => read<SalesMetricsRow>(db, SALES_METRICS, channel, days),
    productSales: async (channel, days, limit) =>
      db.prepare<[number, number, number, number], ProductSalesRow>(PRODUCT_SALES).all(channel, days.from, days.until, limit),
    profit: async (channel, days) => readProfit(db, channel, days),
    ads: async (channel, days): Promise<readonly AdsRow[]> => readAds(db, channel, days),
    products: async (channel, on) => readProductRows(db, channel, on ?? null),
    ...createVendorReads(db),
    settlements: async (channel, { startsAt, endsAt }) =>
      db.prepare<[number, number, number], SettlementRow>(SETTLEMENTS).all(channel, startsAt, endsAt),
  }
}

function read<Row>(db: Database, sql: string, channel: ChannelId, days: DayInterval): Row[] {
  return db.prepare<[number, number, number], Row>(sql).all(channel, days.from, days.until)
}

const SALES = `SELECT day, orders, units, ordered_minor AS orderedMinor, unknown_prices AS unknownPrices
  FROM order_days WHERE channel_id = ? AND day >= ? AND day < ? ORDER BY day`

const LATEST_SALES = `SELECT count(*) AS orders, coalesce(sum(units), 0) AS units, coalesce(sum(ordered_minor), 0) AS orderedMinor,
    count(CASE WHEN ordered_minor IS NULL THEN 1 END) AS unknownPrices
  FROM latest_orders WHERE channel_id = ? AND ordered_on = ?`

const SALES_METRICS = `SELECT day, sum(orders) AS orders, sum(units) AS units, sum(ordered_minor) AS orderedMinor
  FROM sales_days WHERE channel_id = ? AND day >= ? AND day < ? GROUP BY day ORDER BY day`

/** Cancelled lines were never sold. The join comes after the sum, so it is made once per product. */
const PRODUCT_SALES = `WITH sold AS (
    SELECT product_id, sum(quantity) AS units, count(DISTINCT order_id) AS orders, coalesce(sum(item_price_minor), 0) AS ordered
    FROM order_lines WHERE channel_id = ? AND day >= ? AND day < ? AND item_status <> 'Cancelled' AND status <> 'Cancelled'
    GROUP BY product_id ORDER BY ordered DESC, units DESC, product_id LIMIT ?)
  SELECT p.sku, p.asin, p.title, sold.units, sold.orders, sold.ordered AS orderedMinor
  FROM sold JOIN products p USING (product_id) ORDER BY sold.ordered DESC, sold.units DESC, product_id`

const CATEGORIES = ['sales', 'refunds', 'fees', 'tax', 'shipping', 'promotions', 'other'] as const

/** One row per day and category that is not nil; `transactions` is the day's count. */
function readProfit(db: Database, channel: ChannelId, days: DayInterval): ProfitRow[] {
  const columns = CATEGORIES.map((name) => `${name}_minor AS ${name}`).join(', ')
  const rows = read<{ day: number; transactions: number } & Record<(typeof CATEGORIES)[number], number>>(
    db,
    `SELECT day, transactions, ${columns} FROM transaction_days WHERE channel_id = ? AND day >= ? AND day < ? ORDER BY day`,
    channel,
    days,
  )
  return rows.flatMap((row) =>
    CATEGORIES.filter((category) => row[category] !== 0).map((category) => ({
      day: brand<Day>(row.day),
      category,
      amountMinor: row[category],
      transactions: row.transactions,
    })),
  )
}

/** A settlement that stood in two documents is one payout. */
const SETTLEMENTS = `WITH payouts AS (
    SELECT channel_id, name, min(starts_at) AS starts_at, max(ends_at) AS ends_at, max(paid_at) AS paid_at, max(total_minor) AS total_minor
    FROM taken_documents WHERE channel_id = ? AND dataset = 'settlements' AND ends_at > ? AND starts_at < ? GROUP BY channel_id, name)
  SELECT p.name AS settlement, p.starts_at AS startsAt, p.ends_at AS endsAt, p.paid_at AS paidAt, p.total_minor AS totalMinor,
    coalesce(sum(l.amount_minor), 0) AS ownMinor, count(l.line) AS lines
  FROM payouts p LEFT JOIN settlement_lines l ON l.channel_id = p.channel_id AND l.settlement_id = p.name
  GROUP BY p.name ORDER BY p.starts_at, p.name`
