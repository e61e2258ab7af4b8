import type { ReactElement } from 'react'
import { DAY_STATES, type DayState } from '../../../shared/domain/coverage.ts'
import { dayStateInSentence } from './day-state-text.ts'
import { countStates } from './segments.ts'
import { Strand } from './strand.tsx'

export interface RopeStrand {
  /** Said in the accessible name: "Selling", "Advertising". */
  readonly name: string
  /** Oldest day first; only the last `days` are drawn. */
  readonly states: readonly DayState[]
}

export interface RopeRowProps {
  /** One strand per API family that is used: one or two. */
  readonly strands: readonly RopeStrand[]
  /** Days drawn: 30, or 90 where the window is wide. */
  readonly days: 30 | 90
}

const PITCH = 4
const BAND = 5
const GAP = 3
const HEIGHT = BAND * 2 + GAP

/** The line of a table row: 4 px per day, strands of 5 px. Two stand above each other, one stands in the middle. */
export function RopeRow({ strands, days }: RopeRowProps): ReactElement {
  const width = days * PITCH
  const top = strands.length === 1 ? (HEIGHT - BAND) / 2 : 0
  return (
    <svg role="img" aria-label={ropeName(strands, days)} width={width} height={HEIGHT} viewBox={`0 0 ${width} ${HEIGHT}`} className="block">
      {strands.map((strand, at) => (
        <Strand key={strand.name} states={lastDays(strand.states, days)} pitch={PITCH} band={BAND} y={top + at * (BAND + GAP)} />
      ))}
    </svg>
  )
}

/** Missing days at the start are days before the channel began. */
function lastDays(states: readonly DayState[], days: number): readonly DayState[] {
  const lacking = days - states.length
  return lacking > 0 ? [...Array.from({ length: lacking }, (): DayState => 'before-start'), ...states] : states.slice(-days)
}

/** "Last 30 days. Selling: 18 complete, 12 can be fetched." */
export function ropeName(strands: readonly RopeStrand[], days: number): string {
  const parts = strands.map((strand) => {
    const counts = countStates(strand.states.slice(-days))
    const said = DAY_STATES.flatMap((state) => (counts[state] === undefined ? [] : [`${counts[state]} ${dayStateInSentence(state)}`]))
    return `${strand.name}: ${said.join(', ') || 'nothing yet'}`
  })
  return [`Last ${days} days`, ...parts].join('. ')
}
