import { parseDay, type Day } from '../../shared/domain/day.ts'
import type { DayWords } from '../format/day.ts'

/** A day of the sample afternoon. */
export function sampleDay(text: string): Day {
  const day = parseDay(text)
  if (day === null) throw new RangeError(text)
  return day
}

export const sampleWords: DayWords = { locale: 'en-GB', today: sampleDay('2026-09-15') }
