import { DASH } from './dash.ts'
import { numberFormat } from './intl-cache.ts'

/** "1,208". Null is unknown and shows a dash. */
export function countText(count: number | null, locale: string): string {
  return count === null ? DASH : trueMinus(numberFormat(locale, { maximumFractionDigits: 0 }).format(count))
}

/** "412.6": an expected count, which is a fraction. A little is never written as nothing. */
export function expectedText(count: number | null, locale: string): string {
  if (count === null) return DASH
  const write = (value: number): string => numberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(value)
  return count > 0 && count < LEAST_SHOWN / 2 ? `< ${write(LEAST_SHOWN)}` : trueMinus(write(count))
}

/** The one decimal that is shown. */
const LEAST_SHOWN = 0.1

/** Written minus signs become the true one, which is as wide as a plus. */
export function trueMinus(text: string): string {
  return text.replace(/[-\u2010\u2011]/g, '−')
}
