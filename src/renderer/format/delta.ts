import { numberFormat } from './intl-cache.ts'
import { trueMinus } from './number.ts'

/** A change against the comparison. A falling figure is not bad by itself, so direction has no hue. */
export interface Delta {
  readonly direction: 'up' | 'down' | 'level'
  /** "+14.8%". */
  readonly text: string
}

/** The change from `was` to `is`; null when either is unknown or there was nothing to compare with. */
export function deltaOf(is: number | null, was: number | null, locale: string): Delta | null {
  if (is === null || was === null || was === 0) return null
  const share = (is - was) / Math.abs(was)
  const text = trueMinus(
    numberFormat(locale, { style: 'percent', minimumFractionDigits: 1, maximumFractionDigits: 1, signDisplay: 'exceptZero' }).format(share),
  )
  const shown = Math.round(share * 1000)
  return { direction: directionOf(shown), text }
}

function directionOf(shown: number): Delta['direction'] {
  if (shown === 0) return 'level'
  return shown > 0 ? 'up' : 'down'
}
