import { dayStateText } from '../../parts/line/day-state-text.ts'
import { decimal, type Cell } from './csv.ts'
import type { Figures, Measure, MoneyFrame } from './measure.ts'
import type { ReportDay } from './report-days.ts'

export interface DayCellsQuestion {
  readonly measures: readonly Measure[]
  readonly days: readonly ReportDay[]
  readonly frame: MoneyFrame
  readonly isCompared: boolean
}

/** The table by day as plain cells: ISO days, dot decimals, the comparison in columns of its own. */
export function dayCells({ measures, days, frame, isCompared }: DayCellsQuestion): { readonly head: string[]; readonly cells: Cell[][] } {
  const side = (figures: Figures | null): Cell[] => measures.map((measure) => cellOf(measure, figures, frame))
  return {
    head: ['day', 'state', ...measures.map((one) => one.label), ...(isCompared ? measures.map((one) => `${one.label} compared`) : [])],
    cells: days.map((day) => [
      day.day,
      dayStateText[day.state].toLowerCase(),
      ...side(day.figures),
      ...(isCompared ? side(day.compared) : []),
    ]),
  }
}

/** Shares keep four decimals: 0.1234 is 12.34 %. */
const SHARE_DECIMALS = 4

export function cellOf(measure: Measure, figures: Figures | null, frame: MoneyFrame): Cell {
  const value = figures === null ? null : measure.of(figures)
  if (value === null) return null
  if (measure.unit === 'money') return decimal(Math.round(value), frame.moneyScale)
  return measure.unit === 'share' ? Number(value.toFixed(SHARE_DECIMALS)) : value
}
