import type { ReactElement } from 'react'
import { FRAME } from './time-chart-model.ts'
import type { ChartPlace } from './chart-ground.tsx'

export interface DayCursorProps {
  readonly place: ChartPlace
  /** Index of the day. */
  readonly at: number
  readonly title: string
  readonly own: string
  readonly value: string
  readonly compared: { readonly label: string; readonly value: string } | undefined
  readonly state: string
}

const WIDTH = 188

/** A thin line through one day, and what is known about it. */
export function DayCursor({ place, at, title, own, value, compared, state }: DayCursorProps): ReactElement {
  const x = place.x(at)
  const left = x + WIDTH + 20 > place.right ? x - WIDTH - 12 : x + 12
  return (
    <div aria-hidden className="pointer-events-none absolute inset-0">
      <div className="absolute w-px bg-control" style={{ left: x, top: FRAME.top, height: place.bottom - FRAME.top }} />
      <div
        className="absolute rounded-control bg-raised px-3 py-2 text-small shadow-popover"
        style={{ left, top: FRAME.top + 8, width: WIDTH }}
      >
        <p className="figures font-semibold text-ink">{title}</p>
        <Line name={own} value={value} />
        {compared === undefined ? null : <Line name={compared.label} value={compared.value} />}
        <p className="pt-0.5 text-ink-3">{state}</p>
      </div>
    </div>
  )
}

function Line({ name, value }: { readonly name: string; readonly value: string }): ReactElement {
  return (
    <p className="figures flex justify-between gap-3 text-ink-2">
      <span className="truncate">{name}</span>
      <b className="text-ink">{value}</b>
    </p>
  )
}
