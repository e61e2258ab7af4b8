import { brand } from '../lib/brand.ts'
import { epochDayAt } from '../lib/zone.ts'
import type { Day } from './day.ts'
import type { Instant } from './ids.ts'

/** How long figures may be kept, in months; null keeps everything. 18 months is what Amazon's policy is said to ask (docs/decisions/070). */
export const KEEP_MONTHS = [13, 18, 25, 37] as const
export type KeepMonths = (typeof KEEP_MONTHS)[number] | null

/** A month counts as this many days, so that nothing is kept longer than was promised. */
const DAYS_A_MONTH = 30

/** The first day that is kept, in a channel's zone; null when everything is. */
export function firstKeptDay(keepMonths: KeepMonths, now: Instant, zone: string): Day | null {
  return keepMonths === null ? null : brand<Day>(epochDayAt(now, zone) - keepMonths * DAYS_A_MONTH)
}
