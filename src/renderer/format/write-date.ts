import { dateFormat } from './intl-cache.ts'

/** Writes an instant with `Intl`. English short months are always three letters, so a column of dates stays straight ("14 Sep", never "14 Sept"). */
export function writeDate(at: number, locale: string, options: Intl.DateTimeFormatOptions): string {
  const format = dateFormat(locale, options)
  if (options.month !== 'short' || !locale.startsWith('en')) return format.format(at)
  return format
    .formatToParts(at)
    .map((part) => (part.type === 'month' ? part.value.slice(0, 3) : part.value))
    .join('')
}
