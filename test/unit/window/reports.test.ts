import { describe, expect, test } from 'vitest'
import { dayCells } from '../../../src/renderer/screens/reports/day-cells.ts'
import { missingText } from '../../../src/renderer/screens/reports/coverage-line.tsx'
import { named, ratio, sumFigures, type Measure } from '../../../src/renderer/screens/reports/measure.ts'
import { profitSteps } from '../../../src/renderer/screens/reports/profit-steps.ts'
import { headline, reportDays, sumDays } from '../../../src/renderer/screens/reports/report-days.ts'
import { asRange, comparedDays, scopeOf } from '../../../src/renderer/screens/reports/report-scope.ts'
import { readReportSearch } from '../../../src/renderer/screens/reports/report-search.ts'
import { account, channelsView, dayAfter, days, NOW } from './fixtures.ts'
import { afternoon } from './world.ts'

const view = channelsView(afternoon())
const orders: Measure = { key: 'orders', label: 'Orders', unit: 'count', of: named('orders') }

/** A report of four days from 1 September. */
function report(written: string, rows: readonly (readonly [string, number | null])[], from = '2026-09-01') {
  return { from, to: dayAfter(from, 3), days: days(written), rows: rows.map(([day, value]) => ({ day, orders: value })) }
}

describe('the address of a report', () => {
  test('is read with care: what does not fit is left out', () => {
    expect(readReportSearch({ channel: '12', from: '2026-09-01', to: '2026-09-14', compare: 'year' })).toEqual({
      channel: 12,
      from: '2026-09-01',
      to: '2026-09-14',
      compare: 'year',
    })
    expect(readReportSearch({ part: 'stock', view: 'sourcing' })).toEqual({ part: 'stock', view: 'sourcing' })
    expect(readReportSearch({ part: 'forecast' })).toEqual({ part: 'forecast' })
    expect(readReportSearch({ part: 'toString', view: 'moon' })).toEqual({})
    expect(readReportSearch({ channel: '-1', from: '2026-02-30', to: '2026-09-14', compare: 'moon' })).toEqual({})
    expect(readReportSearch({ from: '2026-09-14', to: '2026-09-01' })).toEqual({})
    expect(readReportSearch({ channel: { toString: () => '1' }, from: ['2026-09-01'] })).toEqual({ channel: 1 })
  })

  test('without days it means the last 30 complete ones of the family it is made of', () => {
    const scope = scopeOf('sales', {}, view, NOW)
    expect(scope?.account.name).toBe('Bike & Co US')
    expect(scope === null ? null : asRange(scope.days)).toEqual({ from: '2026-08-16', to: '2026-09-14' })
    const ads = scopeOf('advertising', {}, view, NOW)
    expect(ads === null ? null : asRange(ads.days).to).toBe('2026-08-13')
  })

  test('a report reaches as far as its own dataset, however far behind another is', () => {
    const behind = account({
      name: 'Paid late',
      countries: ['DE'],
      lines: ['74s 16f'],
      channels: { DE: { freshTo: { orders: '2026-09-02', transactions: '2026-08-20', settlements: '2026-08-24' } } },
    })
    const to = (place: 'sales' | 'profit') => {
      const scope = scopeOf(place, {}, channelsView([behind]), NOW)
      return scope === null ? null : asRange(scope.days).to
    }
    expect([to('sales'), to('profit')]).toEqual(['2026-09-02', '2026-08-29'])
  })

  test('a channel that does not fit the report is not shown in it', () => {
    const vendor = scopeOf('vendor', { channel: view.accounts[0]?.channels[0]?.id }, view, NOW)
    expect(vendor?.account.kind).toBe('vendor')
    expect(scopeOf('vendor', {}, channelsView([account({ name: 'Only a seller', countries: ['DE'] })]), NOW)).toBeNull()
  })

  test('last year means the same weekdays, the days before touch', () => {
    const scope = scopeOf('sales', { from: '2026-09-07', to: '2026-09-13', compare: 'year' }, view, NOW)
    const range = (compare: 'year' | 'previous' | 'none') => {
      const found = scope === null ? null : comparedDays({ days: scope.days, compare })
      return found === null ? null : asRange(found)
    }
    expect(range('year')).toEqual({ from: '2025-09-08', to: '2025-09-14' })
    expect(range('previous')).toEqual({ from: '2026-08-31', to: '2026-09-06' })
    expect(range('none')).toBeNull()
  })
})

describe('the figures of a report', () => {
  test('a day missing on either side counts on neither', () => {
    const own = report('1s 1f 2t', [
      ['2026-09-01', 5],
      ['2026-09-03', 7],
      ['2026-09-04', 9],
    ])
    const before = report(
      '3s 1x',
      [
        ['2026-08-28', 50],
        ['2026-08-29', 60],
        ['2026-08-30', 70],
      ],
      '2026-08-28',
    )
    const found = reportDays(own, before, ['orders'])
    expect(found.map((day) => day.counts)).toEqual([true, false, true, false])
    const sums = sumDays(found)
    expect([orders.of(sums.own), sums.compared === null ? null : orders.of(sums.compared)]).toEqual([12, 120])
  })

  test('a complete day without rows is zero, a missing one unknown', () => {
    const found = reportDays(report('1s 1e 1f 1p', [['2026-09-04', 3]]), null, ['orders'])
    expect(found.map((day) => (day.figures === null ? null : orders.of(day.figures)))).toEqual([0, 0, null, null])
  })

  test('one unknown figure makes its sum unknown, not smaller', () => {
    expect(
      sumFigures([
        { ads: 5, net: 1 },
        { ads: null, net: 2 },
      ]),
    ).toEqual({ ads: null, net: 3 })
    expect(ratio('cost', 'sales')({ cost: 5, sales: 0 })).toBeNull()
  })

  test('stock is headed by the newest day that counts, and is not added up', () => {
    const found = reportDays(
      report('3s 1f', [
        ['2026-09-01', 50],
        ['2026-09-02', 60],
        ['2026-09-03', 40],
      ]),
      null,
      [],
    )
    const { shown, sums } = headline(found, ['orders'])
    expect([orders.of(shown.own), orders.of(sums.own)]).toEqual([40, null])
    expect(orders.of(headline(found, []).shown.own)).toBe(150)
  })

  test('the export holds both sides in columns of their own', () => {
    const found = reportDays(report('1s 3f', [['2026-09-01', 5]]), report('4s', [['2026-08-28', 50]], '2026-08-28'), ['orders'])
    const cells = dayCells({ measures: [orders], days: found, frame: { currency: 'EUR', moneyScale: 2 }, isCompared: true })
    expect(cells.head).toEqual(['day', 'state', 'Orders', 'Orders compared'])
    expect(cells.cells.slice(0, 2)).toEqual([
      ['2026-09-01', 'complete', 5, 50],
      ['2026-09-02', 'can be fetched', null, 0],
    ])
  })

  test('few missing days are named, many are counted', () => {
    const words = { day: (text: string | null) => `<${text ?? ''}>` }
    expect(missingText(['a', 'b'], words)).toBe('<a>, <b>')
    expect(missingText(['a', 'b', 'c', 'd'], words)).toBe('4 days')
  })

  test('profit walks from sales to net, and every step is there', () => {
    const steps = profitSteps({
      currency: 'EUR',
      moneyScale: 2,
      totals: { salesMinor: 1000, refundsMinor: -40, feesMinor: -300, otherMinor: -10, netMinor: 650, adsMinor: 120 },
      categories: [
        { category: 'sales', amountMinor: 900 },
        { category: 'shipping', amountMinor: 100 },
        { category: 'refunds', amountMinor: -40 },
        { category: 'fees', amountMinor: -300 },
        { category: 'other', amountMinor: -10 },
      ],
    })
    const sum = (kind: string) =>
      steps.filter((step) => step.kind === kind && step.key !== 'ads').reduce((all, step) => all + (step.value ?? 0), 0)
    expect(sum('part')).toBe(1000)
    expect(1000 + sum('step')).toBe(650)
    expect(steps.at(-1)).toMatchObject({ label: 'Net after advertising', value: 530 })
  })
})
