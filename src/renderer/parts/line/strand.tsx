import { memo, type ReactElement } from 'react'
import type { DayState } from '../../../shared/domain/coverage.ts'
import { bandPath, crossesPath, hatchPath, layPath, type Box } from './geometry.ts'
import { roundedEnds, segmentsOf, type Segment } from './segments.ts'

export interface StrandProps {
  /** Oldest day first. */
  readonly states: readonly DayState[]
  /** Pixels per day. */
  readonly pitch: number
  /** Height of the full band. */
  readonly band: number
  /** Top of the band inside the drawing. */
  readonly y: number
}

/** Lay marks are drawn from this band height up; below it they would be noise. */
const LAY_FROM = 7
const LAY_PITCH = 7
const SETTLING = 0.42

interface Place {
  readonly box: Box
  readonly ends: { readonly start: boolean; readonly end: boolean }
  readonly segment: Segment
  readonly pitch: number
}

/** One strand of the line as SVG shapes. The caller owns the `svg` and its accessible name. */
export const Strand = memo(function Strand({ states, pitch, band, y }: StrandProps): ReactElement {
  const segments = segmentsOf(states)
  return (
    <g>
      {segments.map((segment, at) => {
        const box = { x: segment.from * pitch, y, width: segment.days * pitch, height: band }
        const draw = drawings[segment.state]
        return <g key={segment.from}>{draw({ box, ends: roundedEnds(segments, at), segment, pitch })}</g>
      })}
    </g>
  )
})

const drawings: Readonly<Record<DayState, (place: Place) => ReactElement | null>> = {
  'complete-settled': drawSettled,
  'complete-settling': ({ box, ends }) => <path d={bandPath(thin(box), { start: false, end: ends.end })} fill="var(--rope)" />,
  'empty-proven': drawEmpty,
  partial: drawPartial,
  'missing-fetchable': ({ box }) => <Hatched box={inset(box)} pitch={3.4 * Math.SQRT2} />,
  'missing-lost': drawLost,
  'not-due': ({ box }) => <path d={`M${box.x} ${middleOf(box)}h${box.width}`} stroke="var(--line-strong)" strokeWidth="1" />,
  'before-start': () => null,
}

function drawSettled({ box, ends }: Place): ReactElement {
  return (
    <>
      <path d={bandPath(box, ends)} fill="var(--rope)" />
      {box.height < LAY_FROM ? null : (
        <path d={layPath(box, LAY_PITCH)} fill="none" stroke="var(--surface)" strokeOpacity="var(--lay)" strokeWidth="1.1" />
      )}
    </>
  )
}

function drawEmpty({ box }: Place): ReactElement {
  return (
    <path
      d={`M${box.x + 1.2} ${middleOf(box)}h${Math.max(box.width - 1.6, 0.1)}`}
      stroke="var(--rope)"
      strokeWidth="1.3"
      strokeDasharray=".1 2.6"
      strokeLinecap="round"
    />
  )
}

function drawPartial({ box }: Place): ReactElement {
  const half = box.height / 2
  return (
    <>
      <rect x={box.x} y={box.y + half} width={box.width} height={half} fill="var(--rope)" />
      <rect x={box.x} y={box.y} width={box.width} height={half} fill="var(--watch-soft)" />
      <path d={hatchPath({ ...box, height: half }, 4)} stroke="var(--watch)" strokeWidth="1.2" />
    </>
  )
}

function drawLost({ box, segment, pitch }: Place): ReactElement {
  const arm = Math.min(box.height * 0.42, pitch * 0.4)
  return (
    <path
      d={crossesPath(box.x, segment.days, pitch, middleOf(box), arm)}
      fill="none"
      stroke="var(--act)"
      strokeWidth={pitch < 6 ? 1.1 : 1.4}
      strokeLinecap="round"
    />
  )
}

/** The ground of a missing stretch: outlined 45° hatch, the only meaning a hatch has. */
function Hatched({ box, pitch }: { readonly box: Box; readonly pitch: number }): ReactElement {
  return (
    <>
      <rect {...box} rx="1.2" fill="var(--watch-soft)" stroke="var(--watch)" strokeWidth=".9" />
      <path d={hatchPath(box, pitch)} stroke="var(--watch)" strokeWidth="1.2" />
    </>
  )
}

function thin(box: Box): Box {
  const height = box.height * SETTLING
  return { ...box, y: box.y + (box.height - height) / 2, height }
}

function inset(box: Box): Box {
  return { x: box.x + 0.45, y: box.y + 0.45, width: Math.max(box.width - 0.9, 0.5), height: box.height - 0.9 }
}

function middleOf(box: Box): number {
  return box.y + box.height / 2
}
