import type { CallResult } from '../../../../shared/contract/calls.ts'
import type { VendorForecastReport } from '../../../../shared/contract/views/vendor-forecast.ts'
import type { VendorOrdersReport } from '../../../../shared/contract/views/vendor-orders.ts'
import type { VendorReport } from '../../../../shared/contract/views/vendor-report.ts'
import { oneOf, text, UsageError, type Values } from './command.ts'

const DAILY_PARTS = ['sales', 'sourcing', 'stock', 'traffic', 'net-ppm'] as const
const PARTS = [...DAILY_PARTS, 'forecast', 'orders'] as const

/** Parts that are a report of their own. */
const VENDOR_CALLS = { forecast: 'reports.vendorForecast', orders: 'reports.vendorOrders' } as const

/** What a report prints and exports; a part of the vendor report has days and an age of its own. */
export interface ChosenPart {
  readonly asOf: number | null
  readonly missingDays: readonly string[]
  readonly settlingDays: readonly string[]
  readonly rows: readonly object[]
  /** Empty where nothing may be added up. */
  readonly totals: object
  /** Of a vendor's part alone. */
  readonly products?: readonly object[]
  /** Printed in place of the rows where those are too many to read. */
  readonly summary?: readonly object[]
  /** What the figures are, in a sentence. */
  readonly remark?: string
}

type AnyReport =
  | CallResult<'reports.sales' | 'reports.profit' | 'reports.ads' | 'reports.products' | 'reports.vendor' | 'reports.settlements'>
  | VendorForecastReport
  | VendorOrdersReport

/** The part that `--part` names; the report itself without it. */
export function chosenPart(values: Values, report: AnyReport): ChosenPart {
  if (text(values, 'part') === null) return withoutProducts(report)
  if ('generatedOn' in report) return forecastPart(report)
  if ('lostDays' in report) return ordersPart(report)
  if (!('netPpm' in report)) throw new UsageError('--part belongs to the vendor report.')
  const name = oneOf(values, 'part', DAILY_PARTS)
  const part = { sales: report, sourcing: report.sourcing, stock: report.stock, traffic: report.traffic, 'net-ppm': report.netPpm }[name]
  return part === null ? NOT_USED : { totals: {}, ...part }
}

/** The call that answers for what `--part` names; null where the vendor report itself does. */
export function vendorCallOf(values: Values): (typeof VENDOR_CALLS)[keyof typeof VENDOR_CALLS] | null {
  if (text(values, 'part') === null) return null
  const name = oneOf(values, 'part', PARTS)
  return name === 'forecast' || name === 'orders' ? VENDOR_CALLS[name] : null
}

function forecastPart(report: VendorForecastReport): ChosenPart {
  const { generatedOn, next, weeks, products } = report
  const of = generatedOn === null ? 'No forecast is stored.' : `Amazon's forecast of ${generatedOn}: expected demand, not sales.`
  const best = next === null ? '' : ` Products by their mean of ${next.from} to ${next.to}; week figures are of the first week.`
  return { ...withoutProducts(report), summary: weeks, products, remark: `${of}${best}` }
}

function ordersPart(report: VendorOrdersReport): ChosenPart {
  const lost = report.lostDays.length === 0 ? '' : ` Amazon no longer gives out: ${report.lostDays.join(', ')}.`
  return { ...withoutProducts(report), remark: `What was ordered, not what was received.${lost}` }
}

/** What the further calls say beside their rows, in JSON. */
export function furtherPartsOf(report: VendorForecastReport | VendorOrdersReport): object {
  if ('lostDays' in report) return { lostDays: report.lostDays, items: report.items }
  const { generatedOn, weeks, next, products } = report
  return { generatedOn, weeks, next, products }
}

/** The further parts in JSON, whatever is chosen. */
export function vendorPartsOf({ products, sourcing, stock, traffic, netPpm }: VendorReport): object {
  return { products, sourcing, stock, traffic, netPpm }
}

function withoutProducts({ asOf, missingDays, settlingDays, rows, totals }: AnyReport): ChosenPart {
  return { asOf, missingDays, settlingDays, rows, totals }
}

const NOT_USED: ChosenPart = { asOf: null, missingDays: [], settlingDays: [], rows: [], totals: {} }
