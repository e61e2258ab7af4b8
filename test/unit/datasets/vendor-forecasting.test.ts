import { describe, expect, test } from 'vitest'
import { dataset } from '../../../src/main/datasets/vendor-forecasting.dataset.ts'
import { amazonReport, day, readJson, scopeFor } from './scope.ts'
import { vendorStory } from './vendor-story.ts'

const report = vendorStory(
  'forecastByAsin',
  { sellingProgram: 'RETAIL' },
  {
    forecastGenerationDate: '2026-03-01',
    startDate: '2026-03-08',
    endDate: '2026-03-14',
    meanForecastUnits: 12.5,
    p70ForecastUnits: 15,
    p80ForecastUnits: 17.125,
    p90ForecastUnits: 20,
  },
)

describe('vendor forecasts', () => {
  test('stand on the day they were generated, with parts of units kept', () => {
    expect(readJson(dataset, report())).toEqual([
      {
        kind: 'row',
        row: [day('2026-03-01'), '\u001FB000000001\u001F', day('2026-03-08'), day('2026-03-14'), 12_500, 15_000, 17_125, 20_000],
      },
    ])
  })

  test('are asked for without dates, and a day never after the next weekly generation', () => {
    expect(amazonReport(dataset.request).dates(scopeFor('2026-03-01', '2026-03-04'))).toBeNull()
    expect(dataset.timing.lookBackDays).toBeLessThan(7)
  })

  test('of another programme, or with a week upside down, are refused', () => {
    expect(readJson(dataset, report({}, { sellingProgram: 'FRESH' }))).toMatchObject([{ kind: 'bad', column: 'sellingProgram' }])
    expect(readJson(dataset, report({ endDate: '2026-03-07' }))).toMatchObject([{ kind: 'bad', column: 'endDate' }])
  })
})
