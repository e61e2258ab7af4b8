import type { CallResult } from '../../../../shared/contract/calls.ts'
import type { VendorReport } from '../../../../shared/contract/views/vendor-report.ts'
import { oneOf, text, UsageError, type Values } from './command.ts'

const PARTS = ['sales', 'sourcing', 'stock', 'traffic', 'net-ppm'] as const

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
}

type AnyReport = CallResult<
  'reports.sales' | 'reports.profit' | 'reports.ads' | 'reports.products' | 'reports.vendor' | 'reports.settlements'
>

/** The part that `--part` names; the report itself without it. */
export function chosenPart(values: Values, report: AnyReport): ChosenPart {
  if (text(values, 'part') === null) return withoutProducts(report)
  if (!('netPpm' in report)) throw new UsageError('--part belongs to the vendor report.')
  const name = oneOf(values, 'part', PARTS)
  const part = { sales: report, sourcing: report.sourcing, stock: report.stock, traffic: report.traffic, 'net-ppm': report.netPpm }[name]
  return part === null ? NOT_USED : { totals: {}, ...part }
}

/** The further parts in JSON, whatever is chosen. */
export function vendorPartsOf({ products, sourcing, stock, traffic, netPpm }: VendorReport): object {
  return { products, sourcing, stock, traffic, netPpm }
}

function withoutProducts({ asOf, missingDays, settlingDays, rows, totals }: AnyReport): ChosenPart {
  return { asOf, missingDays, settlingDays, rows, totals }
}

const NOT_USED: ChosenPart = { asOf: null, missingDays: [], settlingDays: [], rows: [], totals: {} }
