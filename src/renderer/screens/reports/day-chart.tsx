import { useMemo, type ReactElement } from 'react'
import { parseDay } from '../../../shared/domain/day.ts'
import { TimeChart } from '../../parts/chart/time-chart.tsx'
import type { ChartDay } from '../../parts/chart/time-chart-model.ts'
import { compareText } from '../../text/report-text.ts'
import { useWords } from '../common/words.ts'
import type { Comparison } from '../places.ts'
import { axisText, figureText, type Measure, type MoneyFrame } from './measure.ts'
import type { ReportDay } from './report-days.ts'

export interface DayChartProps {
  readonly measure: Measure
  readonly days: readonly ReportDay[]
  readonly frame: MoneyFrame
  readonly compare: Comparison
}

/** The chosen figure over the days of the range. */
export function DayChart({ measure, days, frame, compare }: DayChartProps): ReactElement {
  const { locale, today } = useWords()
  const points = useMemo(() => chartDays(measure, days), [measure, days])
  const label = compareText[compare].label
  return (
    <TimeChart
      name={measure.label}
      days={points}
      own={compare === 'year' ? 'This year' : 'Now'}
      compared={label === '' ? undefined : label}
      words={{ locale, today }}
      valueText={(value) => figureText(measure, value, frame, locale)}
      axisText={(value) => axisText(measure, value, frame, locale)}
    />
  )
}

function chartDays(measure: Measure, days: readonly ReportDay[]): ChartDay[] {
  return days.flatMap((one) => {
    const day = parseDay(one.day)
    if (day === null) return []
    return [
      {
        day,
        state: one.state,
        value: one.figures === null ? null : measure.of(one.figures),
        compared: one.compared === null ? null : measure.of(one.compared),
      },
    ]
  })
}
