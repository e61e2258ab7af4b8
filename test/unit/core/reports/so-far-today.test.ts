import { expect, test } from 'vitest'
import { readSoFarToday, type TodaySources } from '../../../../src/main/core/reports/so-far-today.ts'
import type { LatestSales } from '../../../../src/main/core/ports/report-store.ts'
import type { CoverageDay } from '../../../../src/shared/domain/coverage.ts'
import type { DatasetId } from '../../../../src/shared/domain/ids.ts'
import { brand } from '../../../../src/shared/lib/brand.ts'
import { day, GERMANY } from '../../datasets/scope.ts'

/** Half past midnight of 3 March in Berlin, still 2 March in UTC. */
const NOW = Date.UTC(2026, 2, 2, 23, 30)
const TODAY = '2026-03-03'
const SALES: LatestSales = { orders: 3, units: 4, orderedMinor: 2499, unknownPrices: 1 }

interface Wish {
  readonly takenAt?: number | null
  readonly sales?: LatestSales
  readonly orders?: CoverageDay['state']
  readonly isUsed?: boolean
}

function sources({ takenAt = NOW - 60_000, sales = SALES, orders = 'not-due', isUsed = true }: Wish): TodaySources {
  const one = { day: day(TODAY), state: orders } as CoverageDay
  return {
    now: () => NOW,
    store: {
      latestSales: async (_, asked) => (asked === day(TODAY) ? sales : { orders: 99, units: 99, orderedMinor: 99, unknownPrices: 0 }),
    },
    snapshots: async () =>
      takenAt === null ? [] : [{ channelId: GERMANY.id, dataset: brand<DatasetId>('orders-live'), takenAt, rows: 1 }],
    coverage: async (_, dataset) => (dataset === 'orders' ? [one] : isUsed ? [] : null),
  }
}

test('today is the marketplace’s day, with the as-of of the latest orders', async () => {
  expect(await readSoFarToday(sources({}), GERMANY)).toEqual({ day: TODAY, asOf: NOW - 60_000, figures: SALES })
})

test.each([
  ['never fetched', null],
  ['fetched before the day began', NOW - 31 * 60_000],
])('orders %s say nothing about today, and that is not none', async (_, takenAt) => {
  expect(await readSoFarToday(sources({ takenAt }), GERMANY)).toEqual({ day: TODAY, asOf: null, figures: null })
})

test('money is unknown while no order has a price, and nothing when there is no order', async () => {
  const figures = async (sales: LatestSales) => (await readSoFarToday(sources({ sales }), GERMANY))?.figures?.orderedMinor
  expect(await figures({ orders: 2, units: 2, orderedMinor: 0, unknownPrices: 2 })).toBeNull()
  expect(await figures({ orders: 0, units: 0, orderedMinor: 0, unknownPrices: 0 })).toBe(0)
})

test('a day that the report holds itself is not told a second time', async () => {
  expect(await readSoFarToday(sources({ orders: 'complete-settling' }), GERMANY)).toBeNull()
})

test('a channel whose latest orders are not asked for has no such line', async () => {
  expect(await readSoFarToday(sources({ isUsed: false }), GERMANY)).toBeNull()
})
