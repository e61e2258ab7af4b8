import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, formatDay, parseDay, type Day } from '../../../src/shared/domain/day.ts'
import { dayAfterKey, firstWeekdayOf, monthsOf, weekdayOf } from '../../../src/renderer/parts/calendar/month-grid.ts'

const day = (text: string): Day => parseDay(text) ?? addDays(0 as Day, 0)
const bounds = { from: day('2026-07-01'), until: day('2026-09-16') }
const after = (key: string, from: string): string => formatDay(dayAfterKey(key, day(from), bounds) ?? day('1970-01-01'))

describe('month grids', () => {
  test('hold every day of their months once, in weeks of seven', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 40_000 }),
        fc.integer({ min: 1, max: 400 }),
        fc.integer({ min: 0, max: 6 }),
        (from, length, first) => {
          const start = addDays(day('1970-01-01'), from)
          const months = monthsOf(start, addDays(start, length), first)
          const days = months.flatMap((month) => month.weeks.flat()).filter((cell) => cell !== null)
          expect(days.every((one, at) => at === 0 || one === addDays(days[at - 1] ?? one, 1))).toBe(true)
          expect(days[0]).toBeLessThanOrEqual(start)
          expect(days.at(-1)).toBeGreaterThanOrEqual(start + length - 1)
          expect(months.every((month) => month.weeks.every((week) => week.length === 7))).toBe(true)
        },
      ),
      { numRuns: 60 },
    )
  })
  test('stand under the right weekday', () => {
    const [september] = monthsOf(day('2026-09-01'), day('2026-09-02'), 1)
    expect(september?.weeks[0]?.indexOf(day('2026-09-01'))).toBe(1)
    expect(weekdayOf(day('2026-09-15'))).toBe(2)
  })
  test('begin the week as the locale does', () => {
    expect([firstWeekdayOf('en-US'), firstWeekdayOf('de-DE')]).toEqual([0, 1])
  })
})

describe('keys', () => {
  test('move by day, week and month', () => {
    expect([
      after('ArrowRight', '2026-07-31'),
      after('ArrowUp', '2026-08-05'),
      after('PageUp', '2026-09-08'),
      after('PageDown', '2026-07-31'),
    ]).toEqual(['2026-08-01', '2026-07-29', '2026-08-08', '2026-08-31'])
  })
  test('a month with fewer days ends on its last one', () => {
    const year = { from: day('2026-01-01'), until: day('2026-12-31') }
    expect(formatDay(dayAfterKey('PageDown', day('2026-01-31'), year) ?? day('1970-01-01'))).toBe('2026-02-28')
  })
  test('never lead out of the days shown', () => {
    expect([after('ArrowLeft', '2026-07-01'), after('End', '2026-09-08'), after('PageDown', '2026-09-15')]).toEqual([
      '2026-07-01',
      '2026-09-15',
      '2026-09-15',
    ])
  })
  test('that mean nothing here are left to the browser', () => {
    expect(dayAfterKey('Tab', day('2026-08-01'), bounds)).toBeNull()
  })
})
