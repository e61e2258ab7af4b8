import { describe, expect, test } from 'vitest'
import type { ReportStore, VendorForecastRow } from '../../../../src/main/core/ports/report-store.ts'
import { forecastOf, readVendorForecast } from '../../../../src/main/core/reports/vendor-forecast.ts'
import { vendorForecastReport } from '../../../../src/shared/contract/views/vendor-forecast.ts'
import type { CoverageDay } from '../../../../src/shared/domain/coverage.ts'
import { addDays, type Day } from '../../../../src/shared/domain/day.ts'
import type { ChannelId } from '../../../../src/shared/domain/ids.ts'
import { day, GERMANY } from '../../datasets/scope.ts'
import { coveredFrom } from './covered.ts'

const sunday = day('2026-03-01')
const week = (asin: string, at: number, mean: number): VendorForecastRow => ({
  asin,
  startsOn: addDays(sunday, at * 7),
  endsOn: addDays(sunday, at * 7 + 6),
  meanThousandths: mean,
  p70Thousandths: mean + 100,
  p80Thousandths: mean + 200,
  p90Thousandths: mean + 300,
})

describe('one generation', () => {
  const rows = [0, 1, 2, 3, 4, 5].flatMap((at) => [week('A', at, 1100), ...(at === 2 ? [] : [week('B', at, 2205)])])

  test('weeks add up means alone; quantiles stay with one product in one week', () => {
    const told = forecastOf(rows, sunday)
    expect(told.weeks.slice(0, 3)).toEqual([
      { from: '2026-03-01', to: '2026-03-07', products: 2, meanUnits: 3.305 },
      { from: '2026-03-08', to: '2026-03-14', products: 2, meanUnits: 3.305 },
      { from: '2026-03-15', to: '2026-03-21', products: 1, meanUnits: 1.1 },
    ])
    expect(told.rows[0]).toEqual({
      from: '2026-03-01',
      to: '2026-03-07',
      asin: 'B',
      meanUnits: 2.205,
      p70Units: 2.305,
      p80Units: 2.405,
      p90Units: 2.505,
    })
    expect(Object.keys({ ...told.totals, ...told.weeks[0] }).filter((name) => /p\d0/i.test(name))).toEqual([])
  })

  test('products are ordered by their mean of the next four weeks; one that lacks a week comes last, unknown', () => {
    const told = forecastOf(rows, sunday)
    expect(told.next).toEqual({ from: '2026-03-01', to: '2026-03-28', weeks: 4 })
    expect(told.totals).toEqual({ products: 2, lacking: 1, weeks: 6, nextMeanUnits: 4.4 })
    expect(told.products.map((one) => [one.asin, one.nextMeanUnits, one.weekMeanUnits, one.weekP90Units])).toEqual([
      ['A', 4.4, 1.1, 1.4],
      ['B', null, 2.205, 2.505],
    ])
  })

  test('a week that is over is not among the next ones; the one that runs is', () => {
    expect(forecastOf(rows, addDays(sunday, 7)).next).toMatchObject({ from: '2026-03-08', to: '2026-04-04' })
    expect(forecastOf(rows, addDays(sunday, 13)).next).toMatchObject({ from: '2026-03-08' })
    const nearlyOver = forecastOf(rows, addDays(sunday, 39))
    expect([nearlyOver.next, nearlyOver.totals.nextMeanUnits]).toEqual([{ from: '2026-04-05', to: '2026-04-11', weeks: 1 }, 3.305])
    const over = forecastOf(rows, addDays(sunday, 42))
    expect([over.next, over.totals.nextMeanUnits, over.products[0]?.nextMeanUnits]).toEqual([null, null, null])
  })
})

describe('which generation is shown', () => {
  const now = Date.UTC(2026, 2, 10, 12)
  const read = async (held: readonly CoverageDay[] | null) => {
    const asked: Day[] = []
    const store = {
      vendorForecast: async (_channel: ChannelId, on: Day) => {
        asked.push(on)
        return [week('A', 1, 1000)]
      },
    } as unknown as ReportStore
    const coverage = async () => held
    const report = await readVendorForecast({ store, coverage, now: () => now }, GERMANY)
    expect(vendorForecastReport.parse(report)).toEqual(report)
    return { report, asked }
  }

  test('the newest that is held whole; a missing day since then may hold a newer one', async () => {
    const { report, asked } = await read(
      coveredFrom(
        sunday,
        5,
        'complete-settled',
        'empty-proven',
        'empty-proven',
        'empty-proven',
        'empty-proven',
        'empty-proven',
        'empty-proven',
        { state: 'partial', rows: 9 },
        'missing-fetchable',
        'not-due',
      ),
    )
    expect(asked).toEqual([sunday])
    expect(report).toMatchObject({ generatedOn: '2026-03-01', from: '2026-03-01', to: '2026-03-10', asOf: 5 })
    expect(report.missingDays).toEqual(['2026-03-08', '2026-03-09'])
  })

  test('a newer one replaces it as soon as it is whole', async () => {
    const { report, asked } = await read(
      coveredFrom(addDays(sunday, 6), 6, 'complete-settled', 'complete-settling', 'empty-proven', 'not-due'),
    )
    expect(asked).toEqual([addDays(sunday, 7)])
    expect([report.generatedOn, report.days.length, report.missingDays]).toEqual(['2026-03-08', 3, []])
  })

  test('none held: nothing is read, nothing is 0', async () => {
    for (const held of [null, coveredFrom(addDays(sunday, 6), 6, 'empty-proven', 'missing-lost', 'missing-fetchable', 'not-due')]) {
      const { report, asked } = await read(held)
      expect(asked).toEqual([])
      expect([report.generatedOn, report.next, report.totals.nextMeanUnits]).toEqual([null, null, null])
    }
  })
})
