import type { ProfitReport } from '../../../shared/contract/views/reports.ts'
import { moneyText } from '../../format/money.ts'
import { percentText } from '../../format/percent.ts'
import type { WaterfallRow } from '../../parts/report/waterfall.tsx'
import { categoryWord } from '../../text/profit-text.ts'

/** Categories whose sum is the report's sales; they explain it and are no steps of their own. */
const SALES_PARTS: ReadonlySet<string> = new Set(['sales', 'shipping', 'promotions', 'tax'])

/** The report as a walk from sales to what is left: a total, the steps Amazon names, the net; advertising last where it is known. */
export function profitSteps(
  report: Pick<ProfitReport, 'totals' | 'categories' | 'currency' | 'moneyScale'>,
  locale = 'en',
): WaterfallRow[] {
  const { totals, categories } = report
  const row = (key: string, label: string, value: number | null, kind: WaterfallRow['kind']): WaterfallRow => ({
    key,
    label,
    value,
    kind,
    text: moneyText(value === null ? null : { minor: value, scale: report.moneyScale, currency: report.currency }, { locale }),
    ...(value === null || totals.salesMinor === 0 ? {} : { share: percentText(value / totals.salesMinor, locale) }),
  })
  const told = (kind: 'part' | 'step'): WaterfallRow[] =>
    categories
      .filter(({ category }) => SALES_PARTS.has(category) === (kind === 'part'))
      .map(({ category, amountMinor }) => row(`of-${category}`, wordOf(category), amountMinor, kind))
  const walk = [
    row('sales', 'Sales', totals.salesMinor, 'total'),
    ...told('part'),
    ...told('step'),
    row('net', 'Net', totals.netMinor, 'total'),
  ]
  if (totals.adsMinor === null) return walk
  const spend = -Math.abs(totals.adsMinor)
  return [...walk, row('ads', 'Advertising', spend, 'step'), row('after-ads', 'Net after advertising', totals.netMinor + spend, 'total')]
}

function wordOf(category: string): string {
  return category === 'sales' ? categoryWord('product-sales') : categoryWord(category)
}
