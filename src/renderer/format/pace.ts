import { countText } from './number.ts'

/** A rate as whole calls: `2 a second`, `30 a minute`, `60 an hour`. */
export function paceText(perSecond: number, locale: string): string {
  if (perSecond >= 1) return `${countText(Math.round(perSecond * 10) / 10, locale)} a second`
  if (perSecond * 60 >= 1) return `${countText(Math.round(perSecond * 60), locale)} a minute`
  return `${countText(Math.round(perSecond * 3600), locale)} an hour`
}
