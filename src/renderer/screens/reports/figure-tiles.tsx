import type { ReactElement } from 'react'
import { deltaOf } from '../../format/delta.ts'
import { KpiStrip } from '../../parts/report/kpi-strip.tsx'
import { useWords } from '../common/words.ts'
import { figureText, type Figures, type Measure, type MoneyFrame } from './measure.ts'

export interface FigureTilesProps {
  readonly measures: readonly Measure[]
  readonly sums: { readonly own: Figures; readonly compared: Figures | null }
  readonly frame: MoneyFrame
  readonly isSettling: boolean
  readonly chosen: string
  readonly onChoose: (key: string) => void
}

/** Most tiles in a strip; the table has the rest. */
const MOST = 6

/** The figures of the range; the chosen one drives the chart. */
export function FigureTiles({ measures, sums, frame, isSettling, chosen, onChoose }: FigureTilesProps): ReactElement {
  const { locale } = useWords()
  const tiles = measures.slice(0, MOST).map((measure) => {
    const value = measure.of(sums.own)
    const was = sums.compared === null ? null : measure.of(sums.compared)
    return {
      key: measure.key,
      label: measure.label,
      value: figureText(measure, value, frame, locale),
      delta: deltaOf(value, was, locale),
      firmness: isSettling ? 'settling' : 'settled',
      ...(was === null ? {} : { was: figureText(measure, was, frame, locale) }),
    } as const
  })
  return <KpiStrip label="Figures of the range" tiles={tiles} chosen={chosen} onChoose={onChoose} />
}
