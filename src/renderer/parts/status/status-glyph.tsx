import type { ReactElement } from 'react'
import { statusText, type StatusCode } from '../../text/status-text.ts'
import { cx } from '../cx.ts'
import { calmShapes } from './calm-shapes.tsx'
import { markClass } from './hue-class.ts'
import { urgentShapes } from './urgent-shapes.tsx'

const shapes: Readonly<Record<StatusCode, ReactElement>> = { ...calmShapes, ...urgentShapes }

export interface StatusGlyphProps {
  readonly status: StatusCode
  /** Pixels of the square box; 16 unless told. */
  readonly size?: number | undefined
  /** Accessible name. Leave out where the status word stands beside the glyph. */
  readonly label?: string | undefined
  readonly className?: string | undefined
}

/** The silhouette of a status in the hue of who must act. */
export function StatusGlyph({ status, size = 16, label, className }: StatusGlyphProps): ReactElement {
  const named = label === undefined ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label }
  return (
    <svg {...named} viewBox="0 0 16 16" width={size} height={size} className={cx('shrink-0', markClass[statusText[status].hue], className)}>
      {shapes[status]}
    </svg>
  )
}
