import type { ReactElement } from 'react'
import { hatchPath } from '../line/geometry.ts'
import { FRAME, isMissing, runsWhere, type ChartDay, type ChartEvent, type Scale } from './time-chart-model.ts'

export interface ChartPlace {
  readonly days: readonly ChartDay[]
  /** Centre of a day's column. */
  readonly x: (index: number) => number
  readonly y: (value: number) => number
  /** Width of one day. */
  readonly pitch: number
  /** Bottom and right edge of the plot. */
  readonly bottom: number
  readonly right: number
}

/** Grid lines with their values at the left. */
export function ChartGrid({
  place,
  scale,
  label,
}: {
  readonly place: ChartPlace
  readonly scale: Scale
  readonly label: (value: number) => string
}): ReactElement {
  return (
    <g>
      {scale.ticks.map((tick) => (
        <g key={tick}>
          <path d={`M${FRAME.left} ${place.y(tick)}H${place.right}`} stroke={tick === 0 ? 'var(--line-strong)' : 'var(--grid)'} />
          <text x={FRAME.left - 8} y={place.y(tick) + 4} textAnchor="end" className="figures fill-ink-3 text-micro font-medium">
            {label(tick)}
          </text>
        </g>
      ))}
    </g>
  )
}

/** The ground of days that may still move: hatch, dashed edge, words. */
export function SettlingGround({ place }: { readonly place: ChartPlace }): ReactElement {
  return (
    <g>
      {runsWhere(place.days, (day) => day.state === 'complete-settling').map((run) => {
        const left = place.x(run.from) - place.pitch / 2
        const right = Math.min(place.x(run.until - 1) + place.pitch / 2, place.right)
        const box = { x: left, y: FRAME.top, width: right - left, height: place.bottom - FRAME.top }
        return (
          <g key={run.from}>
            <path d={hatchPath(box, 7 * Math.SQRT2)} stroke="var(--rope)" strokeOpacity=".3" />
            <path d={`M${left} ${FRAME.top}V${place.bottom}`} stroke="var(--rope)" strokeDasharray="3 2.5" />
            {right - left < 140 ? null : (
              <text
                x={left + 7}
                y={place.bottom - 8}
                paintOrder="stroke"
                stroke="var(--surface)"
                strokeWidth="4"
                className="fill-ink-2 text-micro font-medium"
              >
                Still settling, may move
              </text>
            )}
          </g>
        )
      })}
    </g>
  )
}

/** Full-height columns of missing days, each run named above. */
export function MissingGround({
  place,
  name,
}: {
  readonly place: ChartPlace
  readonly name: (from: number, until: number) => string
}): ReactElement {
  return (
    <g>
      {runsWhere(place.days, isMissing).map((run) => {
        const left = place.x(run.from) - place.pitch / 2 + 0.5
        const box = { x: left, y: FRAME.top, width: (run.until - run.from) * place.pitch - 1, height: place.bottom - FRAME.top }
        const middle = left + box.width / 2
        return (
          <g key={run.from}>
            <rect {...box} fill="var(--watch-soft)" />
            <path d={hatchPath(box, 4 * Math.SQRT2)} stroke="var(--watch)" strokeWidth="1.2" />
            {place.days[run.from]?.state === 'missing-lost' ? (
              <path d={`M${middle - 4} ${FRAME.top + 6}l8 8m0-8l-8 8`} stroke="var(--act)" strokeWidth="1.8" strokeLinecap="round" />
            ) : null}
            <text x={middle} y={FRAME.top - 7} textAnchor="middle" className="figures fill-watch-ink text-micro font-semibold">
              {name(run.from, run.until)}
            </text>
          </g>
        )
      })}
    </g>
  )
}

/** At most four events with a stem; the rest are counted. */
export function ChartEvents({ place, events }: { readonly place: ChartPlace; readonly events: readonly ChartEvent[] }): ReactElement {
  const shown = events.flatMap((event) => {
    const at = place.days.findIndex((day) => day.day === event.day)
    return at < 0 ? [] : [{ ...event, at }]
  })
  return (
    <g>
      {shown.slice(0, 4).map((event) => (
        <g key={event.at}>
          <path d={`M${place.x(event.at) - 4} ${FRAME.top - 8}h8l-4 6Z`} fill="var(--ink-2)" />
          <path d={`M${place.x(event.at)} ${FRAME.top}V${place.bottom}`} stroke="var(--control)" strokeDasharray="1.2 3" />
          <text x={place.x(event.at) + 8} y={FRAME.top - 2} className="fill-ink-2 text-micro font-medium">
            {event.text}
          </text>
        </g>
      ))}
      {shown.length > 4 ? (
        <text x={place.right} y={10} textAnchor="end" className="fill-ink-3 text-micro">{`and ${shown.length - 4} more events`}</text>
      ) : null}
    </g>
  )
}
