import { DASH } from './dash.ts'
import { numberFormat } from './intl-cache.ts'
import { trueMinus } from './number.ts'

/** "11.7%" from 0.117. One decimal, always. Null is unknown and shows a dash. */
export function percentText(share: number | null, locale: string): string {
  return share === null
    ? DASH
    : trueMinus(numberFormat(locale, { style: 'percent', minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(share))
}

/** Completeness from counts of days, rounded down: 99.96 % shows 99.9 %, and only true completeness shows 100 %. */
export function completenessText(complete: number, wanted: number, locale: string): string {
  if (wanted === 0) return DASH
  if (complete >= wanted) return numberFormat(locale, { style: 'percent', maximumFractionDigits: 0 }).format(1)
  return percentText(Math.floor((complete * 1000) / wanted) / 1000, locale)
}
