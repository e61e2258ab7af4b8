import { DASH } from './dash.ts'
import { numberFormat } from './intl-cache.ts'

/** "1,208". Null is unknown and shows a dash. */
export function countText(count: number | null, locale: string): string {
  return count === null ? DASH : trueMinus(numberFormat(locale, { maximumFractionDigits: 0 }).format(count))
}

/** Written minus signs become the true one, which is as wide as a plus. */
export function trueMinus(text: string): string {
  return text.replace(/[-\u2010\u2011]/g, '−')
}
