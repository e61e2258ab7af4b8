import type { ChannelId, DatasetId, Instant } from './ids.ts'
import type { Day } from './day.ts'

/** What a day is for one channel and dataset; derived from receipts, the dataset and the clock, never stored. */
export const DAY_STATES = [
  'complete-settled',
  'complete-settling',
  'empty-proven',
  'partial',
  'missing-fetchable',
  'missing-lost',
  'not-due',
  'before-start',
] as const
export type DayState = (typeof DAY_STATES)[number]

export interface CoverageDay {
  readonly channelId: ChannelId
  readonly dataset: DatasetId
  readonly day: Day
  readonly state: DayState
  readonly rows: number
  readonly moneyMinor: number | null
  readonly currency: string | null
  readonly receiptId: number | null
  readonly fetchedAt: Instant | null
  /** Day from which the figures no longer move; null when nothing is held. */
  readonly settlesOn: Day | null
  /** Last day on which Amazon still gives this day out; null when it does not forget. */
  readonly fetchableUntil: Day | null
}

export function isComplete(state: DayState): boolean {
  return state === 'complete-settled' || state === 'complete-settling' || state === 'empty-proven'
}

export function isFetchable(state: DayState): boolean {
  return state === 'missing-fetchable' || state === 'partial'
}
