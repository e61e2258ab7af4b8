import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, formatDay, parseDay, type Day } from '../../../src/shared/domain/day.ts'
import { axisDays } from '../../../src/renderer/parts/chart/axis-days.ts'
import { linePath, runsWhere, scaleOf, spreadLabels, isMissing, type ChartDay } from '../../../src/renderer/parts/chart/time-chart-model.ts'
import { presetDays, presetOf, DATE_PRESETS } from '../../../src/renderer/parts/controls/date-presets.ts'
import { waterfallBars } from '../../../src/renderer/parts/report/waterfall.tsx'
import { initialsOf } from '../../../src/renderer/parts/table/initials.tsx'
import { nextSort } from '../../../src/renderer/parts/table/use-sorted-rows.ts'

const day = (text: string): Day => parseDay(text) ?? addDays(0 as Day, 0)
const said = (preset: (typeof DATE_PRESETS)[number], last: string): string => {
  const { from, until } = presetDays(preset, day(last))
  return `${formatDay(from)}..${formatDay(addDays(until, -1))}`
}

describe('a chart', () => {
  test('always shows zero and never cuts a value off', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: -1e9, max: 1e9, noNaN: true }), { minLength: 1 }), (values) => {
        const { ticks, top } = scaleOf(values)
        expect(ticks.some((tick) => tick === 0)).toBe(true)
        expect(top).toBeGreaterThanOrEqual(Math.max(...values) - 1e-6)
        expect(ticks[0]).toBeLessThanOrEqual(Math.min(...values) + 1e-6)
        expect(ticks.length).toBeLessThanOrEqual(6)
      }),
    )
  })
  test('has round grid lines, also when nothing is known', () => {
    expect(scaleOf([2673, null, undefined]).ticks).toEqual([0, 1000, 2000, 3000])
    expect(scaleOf([null]).ticks.length).toBeGreaterThan(1)
  })
  test('parts the line at a missing day instead of drawing through it', () => {
    expect(linePath([[0, 1], [1, 1], null, [3, 1]])).toBe('M0.0 1.0L1.0 1.0M3.0 1.0')
  })
  test('names neighbouring missing days as one run', () => {
    const days = (['complete-settled', 'missing-fetchable', 'partial', 'complete-settled', 'missing-lost'] as const).map(
      (state, at): ChartDay => ({ day: addDays(day('2026-08-01'), at), state, value: 1 }),
    )
    expect(runsWhere(days, isMissing)).toEqual([
      { from: 1, until: 3 },
      { from: 4, until: 5 },
    ])
  })
  test('keeps the names of two close lines apart, in their order', () => {
    expect(spreadLabels(100, 104)).toEqual([95, 109])
    expect(spreadLabels(104, 100)).toEqual([109, 95])
  })
  test('labels Mondays of a month and month starts of a year', () => {
    const days = (from: string, count: number): ChartDay[] =>
      Array.from({ length: count }, (_, at) => ({ day: addDays(day(from), at), state: 'complete-settled', value: 1 }))
    expect(axisDays(days('2026-08-16', 30))).toEqual([1, 8, 15, 22, 29])
    expect(axisDays(days('2025-09-15', 365)).length).toBe(12)
  })
})

describe('presets', () => {
  test('end on the last complete day', () => {
    expect([
      said('last-30', '2026-09-14'),
      said('month-to-date', '2026-09-14'),
      said('last-month', '2026-01-10'),
      said('quarter-to-date', '2026-09-14'),
      said('last-12-months', '2026-09-14'),
    ]).toEqual([
      '2026-08-16..2026-09-14',
      '2026-09-01..2026-09-14',
      '2025-12-01..2025-12-31',
      '2026-07-01..2026-09-14',
      '2025-10-01..2026-09-14',
    ])
  })
  test('never reach past it and never are empty', () => {
    fc.assert(
      fc.property(fc.integer({ min: 15_000, max: 30_000 }), fc.constantFrom(...DATE_PRESETS), (raw, preset) => {
        const last = addDays(day('1970-01-01'), raw)
        const days = presetDays(preset, last)
        return days.until <= last + 1 && days.from < days.until
      }),
    )
  })
  test('are recognised by their days', () => {
    expect(presetOf(presetDays('last-14', day('2026-09-14')), day('2026-09-14'))).toBe('last-14')
  })
})

test('a waterfall step begins where the one above ended, and its parts lie inside it', () => {
  const row = (kind: 'total' | 'step' | 'part', value: number | null) => ({ key: kind, label: kind, text: '', kind, value })
  expect(
    waterfallBars([row('total', 100), row('step', -30), row('part', -10), row('part', -20), row('step', null), row('step', -5)]),
  ).toEqual([
    { from: 0, to: 100 },
    { from: 100, to: 70 },
    { from: 100, to: 90 },
    { from: 90, to: 70 },
    { from: 70, to: 70 },
    { from: 70, to: 65 },
  ])
})

test('initials leave the country out', () => {
  expect(['Bike & Co US', 'Nordlys EU', 'Moss & Fern DE', 'Tidewater Vendor US', 'x', ''].map(initialsOf)).toEqual([
    'BC',
    'NO',
    'MF',
    'TV',
    'X',
    '',
  ])
})

test('a head sorts largest first, then smallest first, then as given', () => {
  const once = nextSort(null, 'sales')
  const twice = nextSort(once, 'sales')
  expect([once, twice, nextSort(twice, 'sales')]).toEqual([{ key: 'sales', direction: 'down' }, { key: 'sales', direction: 'up' }, null])
  expect(nextSort(twice, 'units')).toEqual({ key: 'units', direction: 'down' })
})
