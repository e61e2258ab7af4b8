import type { VendorReport } from '../../../shared/contract/views/vendor-report.ts'
import { vendorText } from '../../text/report-text.ts'
import type { VendorPart, VendorView } from '../places.ts'
import type { DailyValue } from './daily-report.tsx'
import type { Figures, Measure } from './measure.ts'
import {
  netPpmMeasures,
  productNetPpm,
  salesMeasures,
  sourcingMeasures,
  STANDING_NET_PPM,
  STANDING_STOCK,
  stockMeasures,
  trafficMeasures,
} from './vendor-measures.ts'

type Product = Readonly<Record<string, string | number | null>> & { readonly asin: string }

/** How one part of the vendor report is drawn. */
export interface VendorPage {
  readonly measures: readonly Measure[]
  /** Figures that a complete day without rows has as 0; stock and ratios are unknown there. */
  readonly figures: readonly string[]
  readonly standing: readonly string[]
  readonly part: (report: VendorReport) => DailyValue | null
  readonly products: (report: VendorReport) => readonly Product[]
  readonly productMeasures: readonly Measure[]
  /** The day the products are of; null where they are of the whole range. */
  readonly productsOn: (report: VendorReport) => string | null
  readonly remark: string
}

const wholeRange = (): null => null
const sourced = ['shippedUnits', 'shippedMinor', 'shippedCogsMinor', 'returns'] as const

const sales: Readonly<Record<VendorView, VendorPage>> = {
  manufacturing: {
    measures: salesMeasures,
    figures: ['orderedUnits', 'orderedMinor', ...sourced],
    standing: [],
    part: (report) => report,
    products: (report) => report.products,
    productMeasures: salesMeasures,
    productsOn: wholeRange,
    remark: vendorText.manufacturing,
  },
  sourcing: {
    measures: sourcingMeasures,
    figures: sourced,
    standing: [],
    part: (report) => within(report, report.sourcing),
    products: (report) => report.sourcing?.products ?? [],
    productMeasures: sourcingMeasures,
    productsOn: wholeRange,
    remark: vendorText.sourcing,
  },
}

/** Parts that are reports of days. */
type DailyPart = Exclude<VendorPart, 'forecast' | 'orders'>

const others: Readonly<Record<Exclude<DailyPart, 'sales'>, VendorPage>> = {
  stock: {
    measures: stockMeasures,
    figures: [],
    standing: STANDING_STOCK,
    part: (report) => within(report, report.stock),
    products: (report) => report.stock?.products ?? [],
    productMeasures: stockMeasures,
    productsOn: (report) => report.stock?.newest ?? null,
    remark: vendorText.stock,
  },
  traffic: {
    measures: trafficMeasures,
    figures: ['glanceViews'],
    standing: [],
    part: (report) => within(report, report.traffic),
    products: (report) => report.traffic?.products ?? [],
    productMeasures: trafficMeasures,
    productsOn: wholeRange,
    remark: vendorText.traffic,
  },
  netPpm: {
    measures: netPpmMeasures,
    figures: [],
    standing: STANDING_NET_PPM,
    part: (report) => within(report, report.netPpm),
    products: (report) => report.netPpm?.products ?? [],
    productMeasures: productNetPpm,
    productsOn: (report) => report.netPpm?.newest ?? null,
    remark: vendorText.netPpm,
  },
}

export function vendorPage(part: DailyPart, view: VendorView): VendorPage {
  return part === 'sales' ? sales[view] : others[part]
}

/** Figures of a product's row by name. */
export function productFigures(product: Product): Figures {
  return Object.fromEntries(Object.entries(product).flatMap(([name, value]) => (typeof value === 'string' ? [] : [[name, value]])))
}

type Part = Pick<DailyValue, 'days' | 'rows' | 'missingDays' | 'settlingDays' | 'asOf'>

function within({ from, to, currency, moneyScale }: VendorReport, part: Part | null): DailyValue | null {
  return part === null ? null : { from, to, currency, moneyScale, ...part }
}
