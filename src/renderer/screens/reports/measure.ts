import { axisMoneyText, cellMoneyText, moneyText } from '../../format/money.ts'
import { countText } from '../../format/number.ts'
import { percentText } from '../../format/percent.ts'
import { numberFormat } from '../../format/intl-cache.ts'

/** Daily or summed figures of a report, by name. Null is unknown, never 0. */
export type Figures = Readonly<Record<string, number | null>>

/** One figure of a report, for a day as well as for all days. */
export interface Measure {
  readonly key: string
  readonly label: string
  readonly unit: 'money' | 'count' | 'share'
  readonly of: (figures: Figures) => number | null
}

/** How money of a report is written. */
export interface MoneyFrame {
  readonly currency: string
  readonly moneyScale: number
}

/** A figure with its sign, for tiles and the chart's cursor. */
export function figureText(measure: Measure, value: number | null, frame: MoneyFrame, locale: string): string {
  if (measure.unit === 'money') return moneyText(value === null ? null : amount(value, frame), { locale })
  return measure.unit === 'share' ? percentText(value, locale) : countText(value, locale)
}

/** A figure for a column whose head names the currency. */
export function cellText(measure: Measure, value: number | null, frame: MoneyFrame, locale: string): string {
  if (measure.unit === 'money') return cellMoneyText(value === null ? null : amount(value, frame), locale)
  return measure.unit === 'share' ? percentText(value, locale) : countText(value, locale)
}

const tracks: Readonly<Record<Measure['unit'], string>> = {
  money: 'minmax(98px,5fr)',
  count: 'minmax(84px,4fr)',
  share: 'minmax(62px,4fr)',
}

/** The width a measure's column takes: sums of money are long, counts and shares are short. */
export function trackOf(measure: Measure): string {
  return tracks[measure.unit]
}

/** A label of the chart's axis. */
export function axisText(measure: Measure, value: number, frame: MoneyFrame, locale: string): string {
  if (measure.unit === 'money') return axisMoneyText(amount(value, frame), locale)
  return measure.unit === 'share'
    ? numberFormat(locale, { style: 'percent', maximumFractionDigits: 1 }).format(value)
    : numberFormat(locale, { notation: 'compact', maximumFractionDigits: 1 }).format(value)
}

/** Sum of figures by name; one unknown makes its sum unknown. */
export function sumFigures(all: readonly Figures[]): Figures {
  const sum: Record<string, number | null> = {}
  for (const figures of all) {
    for (const [name, value] of Object.entries(figures)) {
      const before = sum[name]
      sum[name] = before === null || value === null ? null : (before ?? 0) + value
    }
  }
  return sum
}

/** A figure by its name. */
export function named(name: string): Measure['of'] {
  return (figures) => figures[name] ?? null
}

/** One figure divided by another; unknown where there is nothing to divide by. */
export function ratio(over: string, under: string): Measure['of'] {
  return (figures) => {
    const top = figures[over] ?? null
    const bottom = figures[under] ?? null
    return top === null || bottom === null || bottom === 0 ? null : top / bottom
  }
}

function amount(
  minor: number,
  { currency, moneyScale }: MoneyFrame,
): { readonly minor: number; readonly scale: number; readonly currency: string } {
  return { minor, scale: moneyScale, currency }
}
