import type { Day } from '../../../shared/domain/day.ts'
import type { Instant } from '../../../shared/domain/ids.ts'
import { lineKey, type AccountSnapshot, type FailedTry, type PlanLine } from './account-snapshot.ts'
import { FAILED_FIRST_MS, FAILED_LONGEST_MS } from './policy.ts'

export interface FailedDays {
  /** Until when a day waits; null when it may be asked for. */
  heldUntil(day: Day): Instant | null
  /** Longest piece a day may go out in after failures; Infinity when it never failed. */
  spanOf(day: Day): number
}

/**
 * What failures mean for the days of a line: they wait 6 to 24 hours, and go out in halves of the failed piece where the
 * dataset works otherwise, so that one poisonous day cannot keep its neighbours away.
 */
export function failedDays(snapshot: AccountSnapshot, line: PlanLine, request: 'days' | 'changes'): FailedDays {
  const { channel, dataset } = line
  const mine = snapshot.failures.filter((one) => one.channelId === channel.id && one.dataset === dataset.id && one.request === request)
  const works = snapshot.lastCommitted.has(lineKey(channel.id, dataset.id))
  const of = (day: Day) => mine.filter((one) => day >= one.from && day < one.until)
  return {
    heldUntil: (day) => {
      const until = heldUntil(of(day), works)
      return snapshot.requested || until <= snapshot.now ? null : until
    },
    spanOf: (day) => (works ? Math.min(Infinity, ...of(day).map((one) => Math.ceil((one.until - one.from) / 2))) : Infinity),
  }
}

/** A piece of several days goes out again in halves at once where the dataset works; a single day waits longer each time. */
function heldUntil(failures: readonly FailedTry[], works: boolean): Instant {
  const last = failures.reduce<FailedTry | null>((newest, one) => (newest === null || one.at >= newest.at ? one : newest), null)
  if (last === null || (works && last.until - last.from > 1)) return 0
  const same = failures.filter((one) => one.until - one.from === last.until - last.from).length
  return last.at + Math.min(FAILED_LONGEST_MS, FAILED_FIRST_MS * 2 ** (same - 1))
}
