import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, interval, parseDay, type Day } from '../../../src/shared/domain/day.ts'
import { dayText, longDayText, weekdayText } from '../../../src/renderer/format/day.ts'
import { deltaOf } from '../../../src/renderer/format/delta.ts'
import { durationText } from '../../../src/renderer/format/duration.ts'
import { maskId } from '../../../src/renderer/format/mask-id.ts'
import { datedMomentText, momentText } from '../../../src/renderer/format/moment.ts'
import { axisMoneyText, cellMoneyText, changeMoneyText, moneyText } from '../../../src/renderer/format/money.ts'
import { countText, expectedText } from '../../../src/renderer/format/number.ts'
import { paceText } from '../../../src/renderer/format/pace.ts'
import { completenessText, percentText } from '../../../src/renderer/format/percent.ts'
import { rangeText } from '../../../src/renderer/format/range.ts'
import { agoText, untilText } from '../../../src/renderer/format/relative.ts'

const day = (text: string): Day => {
  const parsed = parseDay(text)
  if (parsed === null) throw new Error(`no day: ${text}`)
  return parsed
}
const words = { locale: 'en-AU', today: day('2026-09-15') }
const berlin = { locale: 'en-GB', zone: 'Europe/Berlin' }
const now = Date.parse('2026-09-15T12:05:00Z')
const dollars = (minor: number) => ({ minor, scale: 2, currency: 'USD' })

describe('days', () => {
  test('say the year only when it is another one', () => {
    expect(dayText(day('2026-05-14'), words)).toBe('14 May')
    expect(dayText(day('2025-05-14'), words)).toBe('14 May 2025')
  })
  test('keep three letters per month in every English', () => {
    expect(dayText(day('2026-09-14'), { ...words, locale: 'en-GB' })).toBe('14 Sep')
    expect(dayText(day('2026-09-14'), { ...words, locale: 'de-DE' })).toBe('14. Sept.')
  })
  test('carry the weekday in tables without a comma', () => {
    expect(weekdayText(day('2026-09-14'), { ...words, locale: 'en-US' })).toBe('Mon Sep 14')
    expect(longDayText(day('2026-09-08'), { ...words, locale: 'en-GB' })).toBe('Tuesday 8 September')
  })
})

describe('ranges', () => {
  const range = (from: string, last: string, locale = 'en-AU') =>
    rangeText(interval(day(from), addDays(day(last), 1)), { ...words, locale })
  test('include both ends', () => {
    expect(range('2026-05-16', '2026-06-14')).toBe('16 May to 14 Jun')
    expect(range('2026-05-16', '2026-05-16')).toBe('16 May')
  })
  test('say a shared month once where the day comes first', () => {
    expect(range('2026-05-03', '2026-05-14')).toBe('3 to 14 May')
    expect(range('2026-05-16', '2026-05-17')).toBe('16 and 17 May')
    expect(range('2026-05-03', '2026-05-14', 'en-US')).toBe('May 3 to May 14')
  })
  test('say the year once, unless they lie in two years', () => {
    expect(range('2025-05-16', '2025-06-14')).toBe('16 May to 14 Jun 2025')
    expect(range('2025-12-30', '2026-01-02')).toBe('30 Dec 2025 to 2 Jan')
  })
  test('without a day are unknown', () => {
    expect(rangeText(interval(day('2026-05-03'), day('2026-05-03')), words)).toBe('–')
  })
})

describe('moments', () => {
  test('are a time today, a weekday this week, a date before', () => {
    expect(momentText(Date.parse('2026-09-15T10:17:00Z'), now, berlin)).toBe('12:17')
    expect(momentText(Date.parse('2026-09-14T16:20:00Z'), now, berlin)).toBe('Mon 18:20')
    expect(momentText(Date.parse('2026-05-03T08:22:00Z'), now, berlin)).toBe('3 May 10:22')
    expect(datedMomentText(Date.parse('2025-05-03T08:22:00Z'), now, berlin)).toBe('3 May 2025 10:22')
  })
  test('belong to the day of the zone, not of Greenwich', () => {
    expect(momentText(Date.parse('2026-09-14T22:30:00Z'), now, berlin)).toBe('00:30')
  })
  test('are hours up to two days, then days', () => {
    expect(untilText(now + 18.9 * 3_600_000, now, berlin)).toBe('in 18 h')
    expect(untilText(now + 12.9 * 86_400_000, now, berlin)).toBe('in 12 d')
    expect(agoText(now - 3 * 3_600_000, now, berlin)).toBe('3 h ago')
    expect(untilText(now - 1, now, berlin)).toBe('now')
  })
  test('durations read as a person says them', () => {
    expect([41, 3_860, 9 * 60_000, 100 * 60_000, 90 * 3_600_000, 120 * 60_000].map((ms) => durationText(ms, 'en'))).toEqual([
      '41 ms',
      '3.8 s',
      '9 min',
      '1 h 40',
      '3 d 18 h',
      '2 h',
    ])
  })
})

describe('money', () => {
  test('has two decimals, and yen none', () => {
    expect(moneyText(dollars(4_828_538), { locale: 'en-US' })).toBe('$48,285.38')
    expect(moneyText({ minor: 12_500, scale: 0, currency: 'JPY' }, { locale: 'en-US' })).toBe('¥12,500')
    expect(cellMoneyText(dollars(-3_190), 'en-US')).toBe('−31.90')
  })
  test('keeps the scale of its dataset', () => {
    expect(moneyText({ minor: 123_456_789, scale: 6, currency: 'EUR' }, { locale: 'en-US' })).toBe('€123.46')
  })
  test('names the currency where two dollars meet', () => {
    expect(moneyText({ minor: 100, scale: 2, currency: 'CAD' }, { locale: 'en-US', sign: 'code' }).replace('\u00a0', ' ')).toBe('CAD 1.00')
  })
  test('is short on an axis and signed as a change', () => {
    expect(axisMoneyText(dollars(200_000), 'en-US')).toBe('$2k')
    expect(axisMoneyText(dollars(0), 'en-US')).toBe('0')
    expect(changeMoneyText(dollars(21_240), { locale: 'en-US' })).toBe('+$212.40')
  })
  test('that is unknown is a dash and never 0', () => {
    expect([moneyText(null, { locale: 'en' }), cellMoneyText(null, 'en'), countText(null, 'en'), percentText(null, 'en')]).toEqual([
      '–',
      '–',
      '–',
      '–',
    ])
    expect(countText(0, 'en')).toBe('0')
    expect([null, 0, 0.03, 0.06, 1234.56].map((units) => expectedText(units, 'en'))).toEqual(['–', '0.0', '< 0.1', '0.1', '1,234.6'])
  })
})

describe('shares and changes', () => {
  test('completeness is rounded down', () => {
    expect(completenessText(478, 532, 'en')).toBe('89.8%')
    expect(completenessText(9_996, 10_000, 'en')).toBe('99.9%')
    expect(completenessText(10, 10, 'en')).toBe('100%')
  })
  test('only true completeness shows a hundred', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e7 }), fc.nat(), (wanted, raw) => {
        const complete = raw % wanted
        return !completenessText(complete, wanted, 'en').startsWith('100')
      }),
    )
  })
  test('a change carries the true minus and no judgement', () => {
    expect(deltaOf(11.7, 12, 'en')).toEqual({ direction: 'down', text: '−2.5%' })
    expect(deltaOf(100.01, 100, 'en')).toEqual({ direction: 'level', text: '0.0%' })
    expect(deltaOf(5, 0, 'en')).toBeNull()
    expect(deltaOf(null, 3, 'en')).toBeNull()
  })
})

test('an id is recognisable and not usable', () => {
  expect(maskId('A1XK29QX7P9Q')).toBe('A1X…9Q')
  expect(maskId('A1X')).toBe('A…')
})

test('a rate reads as whole calls', () => {
  expect([5, 0.5, 0.0222, 0.0167, 0.0056].map((perSecond) => paceText(perSecond, 'en-GB'))).toEqual([
    '5 a second',
    '30 a minute',
    '1 a minute',
    '1 a minute',
    '20 an hour',
  ])
})
