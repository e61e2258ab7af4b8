import { weekdayOf } from '../calendar/month-grid.ts'
import type { ChartDay } from './time-chart-model.ts'

const MONDAY = 1
const MS_PER_DAY = 86_400_000

/** Indexes that carry a label: Mondays up to eight weeks, month starts beyond, thinned to at most twelve. */
export function axisDays(days: readonly ChartDay[]): number[] {
  const isShort = days.length <= 56
  const marked = days.flatMap(({ day }, at) => {
    const wanted = isShort ? weekdayOf(day) === MONDAY : new Date(day * MS_PER_DAY).getUTCDate() === 1
    return wanted ? [at] : []
  })
  const step = Math.ceil(marked.length / 12)
  return marked.filter((_, order) => order % step === 0)
}
