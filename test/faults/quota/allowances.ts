import type { LogLine } from '../../../src/stand-in/request-log.ts'
import { RATES, type Rate } from '../../../src/stand-in/quota/rates.ts'
import type { Dice } from '../dice.ts'

/** What this Amazon grants, and which refusals nobody could have foreseen. */
export interface Allowances {
  readonly rates: Readonly<Record<string, Rate>>
  /** True where the burst is smaller than published: only a 429 can teach that. */
  hasToLearn(operation: string): boolean
  /** Refusals beyond the first of each bucket that had something to learn. */
  avoidable(refused: readonly LogLine[]): readonly LogLine[]
}

/** Some operations refill more slowly or faster than published (Amazon's header tells), some save up less (only a 429 tells). */
export function createAllowances(dice: Dice): Allowances {
  const rates: Record<string, Rate> = {}
  for (const [operation, { perSecond, burst }] of Object.entries(RATES)) {
    const pace = dice.pick([0.5, 0.8, 1, 1, 1.5])
    const saved = dice.chance(0.4) ? Math.max(1, Math.floor(burst * 0.6)) : burst
    rates[operation] = { perSecond: perSecond * pace, burst: saved }
  }
  const hasToLearn = (operation: string) => (rates[operation]?.burst ?? 0) < (RATES[operation]?.burst ?? 0)
  return {
    rates,
    hasToLearn,
    avoidable: (refused) => {
      const seen = new Set<string>()
      return refused.filter((line) => {
        const bucket = `${line.account} ${line.operation}`
        const isFirst = !seen.has(bucket)
        seen.add(bucket)
        return !(isFirst && hasToLearn(line.operation))
      })
    },
  }
}
