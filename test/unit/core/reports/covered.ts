import type { CoverageDay, DayState } from '../../../../src/shared/domain/coverage.ts'
import { addDays, type Day } from '../../../../src/shared/domain/day.ts'
import type { DatasetId } from '../../../../src/shared/domain/ids.ts'
import { brand } from '../../../../src/shared/lib/brand.ts'
import { GERMANY } from '../../datasets/scope.ts'

/** Days one after another in these states; what is held was fetched at `fetchedAt`. */
export function coveredFrom(
  first: Day,
  fetchedAt: number,
  ...states: readonly (DayState | { state: DayState; rows: number })[]
): CoverageDay[] {
  return states.map((wish, at) => {
    const { state, rows } = typeof wish === 'string' ? { state: wish, rows: wish === 'empty-proven' ? 0 : 1 } : wish
    const isHeld = state.startsWith('complete') || state === 'empty-proven'
    return {
      channelId: GERMANY.id,
      dataset: brand<DatasetId>('vendor'),
      day: addDays(first, at),
      state,
      rows,
      moneyMinor: null,
      currency: 'EUR',
      receiptId: isHeld ? 1 : null,
      fetchedAt: isHeld ? fetchedAt : null,
      settlesOn: null,
      fetchableUntil: null,
    }
  })
}
