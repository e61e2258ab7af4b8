import { useState, type KeyboardEvent, type ReactElement } from 'react'
import type { Day } from '../../../shared/domain/day.ts'
import { dayText, weekdayText, type DayWords } from '../../format/day.ts'
import { dayStateInSentence, dayStateText } from '../line/day-state-text.ts'
import { useWidth } from '../use-width.ts'
import { ChartEvents, ChartGrid, MissingGround, SettlingGround, type ChartPlace } from './chart-ground.tsx'
import { ComparedLine, OwnLine, SeriesLabels } from './chart-lines.tsx'
import { DayCursor } from './day-cursor.tsx'
import { axisDays } from './axis-days.ts'
import { FRAME, scaleOf, type ChartDay, type ChartEvent } from './time-chart-model.ts'

export interface TimeChartProps {
  /** What the line shows: "Ordered sales". */
  readonly name: string
  /** Every day of the range, oldest first. */
  readonly days: readonly ChartDay[]
  /** Label of the own line, "This year", and of the comparison where there is one. */
  readonly own: string
  readonly compared?: string | undefined
  readonly events?: readonly ChartEvent[] | undefined
  /** A value for the cursor, "$1,935.11", and for the axis, "$2k". */
  readonly valueText: (value: number | null) => string
  readonly axisText: (value: number) => string
  readonly words: DayWords
  /** Told when the day cursor moves; null when it leaves. */
  readonly onCursor?: ((day: Day | null) => void) | undefined
}

/** A daily figure over time, 206 px high. Arrows move a day cursor that reads value, comparison and state. */
export function TimeChart(props: TimeChartProps): ReactElement {
  const { name, days, own, compared, events = [], valueText, axisText, words, onCursor } = props
  const [cursor, setCursor] = useState<number | null>(null)
  const [place, measure] = usePlace(days)
  const put = (at: number | null): void => {
    setCursor(at)
    onCursor?.(at === null ? null : (days[at]?.day ?? null))
  }
  const current = cursor === null ? undefined : days[cursor]
  return (
    <figure ref={measure} className="relative m-0">
      <div
        role="slider"
        tabIndex={0}
        aria-label={`${name}, by day`}
        aria-valuemin={1}
        aria-valuemax={days.length}
        aria-valuenow={(cursor ?? days.length - 1) + 1}
        aria-valuetext={current === undefined ? `${days.length} days, arrow keys read them` : sayDay(current, props)}
        className="ring-inside rounded-control"
        onKeyDown={(event) => {
          moveCursor(event, cursor ?? days.length, days.length, put)
        }}
        onBlur={() => {
          put(null)
        }}
        onPointerMove={(event) => {
          put(dayAt(event.clientX - event.currentTarget.getBoundingClientRect().left, place.chart, days.length))
        }}
        onPointerLeave={() => {
          put(null)
        }}
      >
        <svg aria-hidden width={place.width} height={FRAME.height} className="block overflow-visible">
          <SettlingGround place={place.chart} />
          <ChartGrid place={place.chart} scale={place.scale} label={axisText} />
          <MissingGround place={place.chart} name={(from, until) => missingText(days, from, until, words)} />
          <ChartEvents place={place.chart} events={events} />
          {compared === undefined ? null : <ComparedLine place={place.chart} />}
          <OwnLine place={place.chart} />
          <SeriesLabels place={place.chart} own={own} compared={compared} />
          {axisDays(days).map((at) => (
            <text
              key={at}
              x={place.chart.x(at)}
              y={FRAME.height - 4}
              textAnchor="middle"
              className="figures fill-ink-3 text-micro font-medium"
            >
              {dayText(days[at]?.day ?? words.today, words)}
            </text>
          ))}
        </svg>
      </div>
      {cursor === null || current === undefined ? null : (
        <DayCursor
          place={place.chart}
          at={cursor}
          title={weekdayText(current.day, words)}
          value={valueText(current.value)}
          own={own}
          state={dayStateText[current.state]}
          compared={compared === undefined ? undefined : { label: compared, value: valueText(current.compared ?? null) }}
        />
      )}
    </figure>
  )
}

function usePlace(
  days: readonly ChartDay[],
): [
  { readonly width: number; readonly scale: ReturnType<typeof scaleOf>; readonly chart: ChartPlace },
  (node: HTMLElement | null) => void,
] {
  const [width, measure] = useWidth(960)
  const scale = scaleOf(days.flatMap((day) => [day.value, day.compared]))
  const right = width - FRAME.right
  const bottom = FRAME.height - FRAME.bottom
  const pitch = (right - FRAME.left) / Math.max(days.length, 1)
  const low = scale.ticks[0] ?? 0
  const chart: ChartPlace = {
    days,
    pitch,
    bottom,
    right,
    x: (index) => FRAME.left + (index + 0.5) * pitch,
    y: (value) => bottom - ((value - low) / (scale.top - low)) * (bottom - FRAME.top),
  }
  return [{ width, scale, chart }, measure]
}

function moveCursor(event: KeyboardEvent, at: number, count: number, put: (at: number | null) => void): void {
  const targets: Readonly<Record<string, number | null>> = {
    ArrowLeft: at - 1,
    ArrowRight: at + 1,
    PageUp: at - 7,
    PageDown: at + 7,
    Home: 0,
    End: count - 1,
    Escape: null,
  }
  const target = targets[event.key]
  if (target === undefined) return
  event.preventDefault()
  put(target === null ? null : Math.max(0, Math.min(count - 1, target)))
}

function dayAt(x: number, place: ChartPlace, count: number): number | null {
  const at = Math.floor((x - FRAME.left) / place.pitch)
  return at < 0 || at >= count ? null : at
}

function missingText(days: readonly ChartDay[], from: number, until: number, words: DayWords): string {
  const first = days[from]?.day
  if (first === undefined) return ''
  return until - from === 1 ? `${dayText(first, words)} missing` : `${until - from} days missing`
}

function sayDay(day: ChartDay, { words, valueText, compared }: TimeChartProps): string {
  const parts = [weekdayText(day.day, words), valueText(day.value)]
  if (compared !== undefined) parts.push(`${compared} ${valueText(day.compared ?? null)}`)
  return [...parts, dayStateInSentence(day.state)].join(', ')
}
