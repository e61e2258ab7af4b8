import type { ReactElement } from 'react'
import type { SalesReport } from '../../../shared/contract/views/reports.ts'
import { moneyText } from '../../format/money.ts'
import { countText } from '../../format/number.ts'
import { soFarText } from '../../text/report-text.ts'
import { useWords } from '../common/words.ts'

/** The day that is not over, apart from the days of the report: with an as-of of its own, and in none of the figures below. */
export function SoFarToday({ report }: { readonly report: SalesReport }): ReactElement | null {
  const words = useWords()
  const { soFar, currency, moneyScale: scale } = report
  if (soFar === null) return null
  return (
    <section
      aria-label={soFarText.title}
      data-testid="so-far-today"
      className="figures mt-2 flex flex-wrap items-baseline gap-x-3 gap-y-1 border-l-2 border-dashed border-line-strong pl-3 text-body"
    >
      <h2 className="font-semibold text-ink">
        {soFarText.title}, {words.weekday(soFar.day)}
      </h2>
      {soFar.figures === null ? (
        <p className="text-ink-2">{soFarText.nothingYet}</p>
      ) : (
        <Figures figures={soFar.figures} money={(minor) => moneyText({ minor, scale, currency }, { locale: words.locale })} />
      )}
      <p className="text-small text-ink-3">
        {soFar.asOf === null ? null : `As of ${words.dated(soFar.asOf)}. `}
        {soFarText.apart}
      </p>
    </section>
  )
}

interface FiguresProps {
  readonly figures: NonNullable<NonNullable<SalesReport['soFar']>['figures']>
  readonly money: (minor: number) => string
}

function Figures({ figures, money }: FiguresProps): ReactElement {
  const { locale } = useWords()
  const { orders, units, orderedMinor, unknownPrices } = figures
  const shown = (count: number) => countText(count, locale)
  return (
    <p className="text-ink">
      {soFarText.orders(orders, shown(orders))}, {soFarText.units(units, shown(units))},{' '}
      {orderedMinor === null ? soFarText.moneyUnknown : <b>{money(orderedMinor)}</b>}
      {unknownPrices === 0 || orderedMinor === null ? null : ` ${soFarText.without(unknownPrices, shown(unknownPrices))}`}
    </p>
  )
}
