import type { ReactElement } from 'react'
import type { DayState } from '../../../shared/domain/coverage.ts'
import { ropeName } from './rope-row.tsx'
import { Strand } from './strand.tsx'

export interface RopePanelProps {
  /** Said in the accessible name: what the line stands for. */
  readonly name: string
  /** Oldest day first. */
  readonly states: readonly DayState[]
  /** Width the line may take, in px; days share it, 7 px each at most. */
  readonly width: number
}

const PITCH = 7
const BAND = 7

/** The line above a report or inside a card: one strand, 7 px band. */
export function RopePanel({ name, states, width }: RopePanelProps): ReactElement {
  const pitch = Math.min(PITCH, width / Math.max(states.length, 1))
  const drawn = pitch * states.length
  return (
    <svg
      role="img"
      aria-label={ropeName([{ name, states }], states.length)}
      width={drawn}
      height={BAND}
      viewBox={`0 0 ${drawn} ${BAND}`}
      className="block shrink-0"
    >
      <Strand states={states} pitch={pitch} band={BAND} y={0} />
    </svg>
  )
}
