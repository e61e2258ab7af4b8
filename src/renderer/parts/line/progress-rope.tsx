import type { ReactElement } from 'react'
import { bandPath, layPath } from './geometry.ts'

export interface ProgressRopeProps {
  /** Days that are back. */
  readonly done: number
  readonly of: number
  /** Accessible name, for example "Sponsored Brands, days back". */
  readonly label: string
  readonly width: number
  /** Height of the band: 7 in rows, 11 on the page. */
  readonly band?: number | undefined
}

/** Work in days: rope for what is back, dots for what is still to come. Counts are the caller's words. */
export function ProgressRope({ done, of, label, width, band = 7 }: ProgressRopeProps): ReactElement {
  const share = of === 0 ? 1 : Math.min(done / of, 1)
  const held = share === 0 ? 0 : Math.max(band, width * share)
  const middle = band / 2
  const box = { x: 0, y: 0, width: held, height: band }
  return (
    <svg
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={of}
      aria-valuenow={done}
      aria-valuetext={`${done} of ${of} days`}
      width={width}
      height={band}
      viewBox={`0 0 ${width} ${band}`}
      className="block max-w-full overflow-visible"
    >
      {held >= width ? null : (
        <path d={`M${held + 2} ${middle}H${width}`} stroke="var(--control)" strokeOpacity=".7" strokeWidth="1.2" strokeDasharray="2 2.2" />
      )}
      {held === 0 ? null : (
        <>
          <path d={bandPath(box, { start: true, end: true })} fill="var(--rope)" />
          <path d={layPath(box, 7)} fill="none" stroke="var(--surface)" strokeOpacity="var(--lay)" strokeWidth="1.1" />
        </>
      )}
    </svg>
  )
}
