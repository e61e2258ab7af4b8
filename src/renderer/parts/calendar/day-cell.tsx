import { memo, type ReactElement } from 'react'
import type { DayState } from '../../../shared/domain/coverage.ts'
import { hatchPath, type Box } from '../line/geometry.ts'

export interface DayCellProps {
  readonly state: DayState
  /** Day of the month; absent in a legend or beside a dataset. */
  readonly number?: number | undefined
  readonly width?: number | undefined
  readonly height?: number | undefined
}

interface Look {
  readonly number: string
  readonly ground: (box: Box) => ReactElement | null
}

const RADIUS = 4
/** Share of the cell that a settling day fills from below: 11 of 30 px. */
const FILL = 11 / 30

const looks: Readonly<Record<DayState, Look>> = {
  'complete-settled': { number: 'var(--surface)', ground: (box) => <rect {...box} rx={RADIUS} fill="var(--rope)" /> },
  'complete-settling': { number: 'var(--ink)', ground: drawSettling },
  'empty-proven': { number: 'var(--ink-2)', ground: drawEmpty },
  partial: {
    number: 'var(--watch-ink)',
    ground: (box) => (
      <>
        {drawMissing({ ...box, height: box.height * (1 - FILL) }, box)}
        {drawFill(box)}
        <Edge box={box} ink="var(--watch)" />
      </>
    ),
  },
  'missing-fetchable': {
    number: 'var(--watch-ink)',
    ground: (box) => (
      <>
        {drawMissing(box, box)}
        <Edge box={box} ink="var(--watch)" />
      </>
    ),
  },
  'missing-lost': { number: 'var(--act-ink)', ground: drawLost },
  'not-due': { number: 'var(--ink-3)', ground: (box) => <Edge box={box} ink="var(--line)" /> },
  'before-start': { number: 'var(--ink-3)', ground: () => null },
}

/** One day as a cell: 28 × 30 in a calendar, smaller in a legend. Decoration; the caller says the state in words. */
export const DayCell = memo(function DayCell({ state, number, width = 28, height = 30 }: DayCellProps): ReactElement {
  const look = looks[state]
  const hasHatch = state === 'missing-fetchable' || state === 'partial'
  return (
    <svg aria-hidden width={width} height={height} viewBox={`0 0 ${width} ${height}`} className="block">
      {look.ground({ x: 0, y: 0, width, height })}
      {number === undefined ? null : (
        <>
          {hasHatch ? <rect x="2.2" y="2.2" width={number > 9 ? 15.4 : 9.2} height="11" rx="2.4" fill="var(--watch-soft)" /> : null}
          <text x="4" y="11.2" fill={look.number} className="figures text-[10px] font-medium">
            {number}
          </text>
        </>
      )}
    </svg>
  )
})

function drawSettling(box: Box): ReactElement {
  return (
    <>
      <rect {...box} rx={RADIUS} fill="var(--accent-soft)" />
      {drawFill(box)}
      <Edge box={box} ink="var(--settling-edge)" />
    </>
  )
}

/** The lower part in rope, with the cell's own round corners. */
function drawFill({ width, height }: Box): ReactElement {
  const top = Math.round(height * (1 - FILL))
  return (
    <path
      d={`M0 ${top}h${width}v${height - top - RADIUS}a${RADIUS} ${RADIUS} 0 0 1 ${-RADIUS} ${RADIUS}h${-(width - 2 * RADIUS)}a${RADIUS} ${RADIUS} 0 0 1 ${-RADIUS} ${-RADIUS}Z`}
      fill="var(--rope)"
    />
  )
}

function drawEmpty(box: Box): ReactElement {
  const y = box.height * 0.72
  return (
    <>
      <Edge box={box} ink="var(--rope)" />
      <path
        d={`M${box.width * 0.22} ${y}h${box.width * 0.58}`}
        stroke="var(--rope)"
        strokeWidth="2"
        strokeDasharray=".1 3.4"
        strokeLinecap="round"
      />
    </>
  )
}

function drawMissing(hatched: Box, box: Box): ReactElement {
  return (
    <>
      <rect {...box} rx={RADIUS} fill="var(--watch-soft)" />
      <path
        d={hatchPath({ x: hatched.x + 1.4, y: hatched.y + 1.4, width: hatched.width - 2.8, height: hatched.height - 2.8 }, 6.4)}
        stroke="var(--watch)"
        strokeWidth="1.2"
      />
    </>
  )
}

function drawLost(box: Box): ReactElement {
  const arm = Math.min(box.width, box.height) * 0.15
  const x = box.width > 20 ? box.width * 0.62 : box.width / 2
  const y = box.width > 20 ? box.height * 0.68 : box.height / 2
  return (
    <>
      <Edge box={box} ink="var(--act)" />
      <path
        d={`M${x - arm} ${y - arm}l${arm * 2} ${arm * 2}m0 ${-arm * 2}l${-arm * 2} ${arm * 2}`}
        stroke="var(--act)"
        strokeWidth="1.6"
        strokeLinecap="round"
      />
    </>
  )
}

function Edge({ box, ink }: { readonly box: Box; readonly ink: string }): ReactElement {
  return (
    <rect
      x={box.x + 0.6}
      y={box.y + 0.6}
      width={box.width - 1.2}
      height={box.height - 1.2}
      rx={RADIUS - 0.4}
      fill="none"
      stroke={ink}
      strokeWidth="1.2"
    />
  )
}
