import { dateFormat } from '../../format/intl-cache.ts'

/** "Days of Amazon.de, Central European Summer Time": whose calendar days are meant. */
export function zonePhrase(channel: { readonly marketplace: string; readonly zone: string }, locale: string, now: number): string {
  return `Days of ${channel.marketplace}, ${zoneName(channel.zone, locale, now)}`
}

/** A zone's generic name in the locale, "Pacific Time". */
export function zoneName(zone: string, locale: string, now: number): string {
  const parts = dateFormat(locale, { timeZone: zone, timeZoneName: 'longGeneric' }).formatToParts(now)
  return parts.find((part) => part.type === 'timeZoneName')?.value ?? zone
}
