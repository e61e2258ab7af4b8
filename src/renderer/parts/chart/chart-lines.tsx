import type { ReactElement } from 'react'
import type { ChartPlace } from './chart-ground.tsx'
import { isMissing, linePath, spreadLabels, type ChartDay } from './time-chart-model.ts'

/** Comparison: 1.5 px, dashed, behind the own line. Days missing on this side are left out on both. */
export function ComparedLine({ place }: { readonly place: ChartPlace }): ReactElement {
  const points = place.days.map((day, at) => (typeof day.compared === 'number' ? ([place.x(at), place.y(day.compared)] as const) : null))
  return <path d={linePath(points)} fill="none" stroke="var(--compare)" strokeWidth="1.5" strokeDasharray="4 3.5" strokeLinejoin="round" />
}

/** Own line: 2.2 px where settled, 1.5 px with hollow points where it may move, parted at missing days. */
export function OwnLine({ place }: { readonly place: ChartPlace }): ReactElement {
  const whole = place.days.map((day, at) => pointOf(place, day, at))
  const settled = whole.map((point, at) => (place.days[at]?.state === 'complete-settling' ? null : point))
  const settling = whole.map((point, at) => (isSettling(place.days[at]) || isSettling(place.days[at + 1]) ? point : null))
  return (
    <g stroke="var(--s1)" fill="none" strokeLinejoin="round" strokeLinecap="round">
      <path d={linePath(settled)} strokeWidth="2.2" />
      <path d={linePath(settling)} strokeWidth="1.5" />
      {place.days.map((day, at) => {
        const point = whole[at]
        const value = day.value
        if (isSettling(day) && point)
          return <circle key={day.day} cx={point[0]} cy={point[1]} r="2.6" fill="var(--surface)" strokeWidth="1.4" />
        if (day.state === 'partial' && value !== null)
          return <circle key={day.day} cx={place.x(at)} cy={place.y(value)} r="2.6" fill="var(--surface)" strokeWidth="1.4" />
        return null
      })}
    </g>
  )
}

/** Names of the series at the right edge, instead of a legend. */
export function SeriesLabels({
  place,
  own,
  compared,
}: {
  readonly place: ChartPlace
  readonly own: string
  readonly compared?: string | undefined
}): ReactElement {
  const lastOwn = lastY(place, (day) => (isMissing(day) ? null : day.value))
  const lastCompared = lastY(place, (day) => day.compared ?? null)
  const [ownY, comparedY] = compared === undefined ? [lastOwn, lastCompared] : spreadLabels(lastOwn, lastCompared)
  return (
    <g className="text-micro font-semibold">
      <text x={place.right + 8} y={ownY + 4} fill="var(--s1)">
        {own}
      </text>
      {compared === undefined ? null : (
        <text x={place.right + 8} y={comparedY + 4} className="fill-ink-3 font-medium">
          {compared}
        </text>
      )}
    </g>
  )
}

function pointOf(place: ChartPlace, day: ChartDay, at: number): readonly [number, number] | null {
  const value = day.state === 'empty-proven' ? 0 : day.value
  return value === null || isMissing(day) ? null : [place.x(at), place.y(value)]
}

function isSettling(day: ChartDay | undefined): boolean {
  return day?.state === 'complete-settling'
}

function lastY(place: ChartPlace, read: (day: ChartDay) => number | null): number {
  for (const day of place.days.toReversed()) {
    const value = read(day)
    if (value !== null) return place.y(value)
  }
  return place.bottom
}
