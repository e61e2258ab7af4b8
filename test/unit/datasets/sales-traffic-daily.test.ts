import { describe, expect, test } from 'vitest'
import { dataset as asin } from '../../../src/main/datasets/sales-traffic-asin.dataset.ts'
import { dataset as daily } from '../../../src/main/datasets/sales-traffic-daily.dataset.ts'
import { line, readLine, readReport, report, SALES, TRAFFIC } from './sales-traffic-story.ts'
import { amazonReport, day, scopeFor } from './scope.ts'

describe.each([daily, asin])('$id', (dataset) => {
  test('reads the same row from a line of Data Kiosk and from the report it falls back to', () => {
    const row = readLine(dataset, line())
    expect(row).toMatchObject({ kind: 'row' })
    expect(readReport(dataset, report())).toEqual([row])
  })

  test('counts another marketplace’s line and refuses its report', () => {
    expect(readLine(dataset, line({ marketplaceId: 'A13V1IB3VIYZZH' }))).toEqual({ kind: 'foreign' })
    expect(readReport(dataset, report({ marketplaceIds: ['A13V1IB3VIYZZH'] }))).toMatchObject([{ kind: 'bad', column: 'marketplaceIds' }])
  })

  test('refuses several days in one line, another currency and a missing figure', () => {
    expect(readLine(dataset, line({ endDate: '2026-03-03' }))).toMatchObject({ kind: 'bad', column: 'endDate' })
    expect(readLine(dataset, line({ sales: { ...SALES, orderedProductSales: { amount: 5, currencyCode: 'USD' } } }))).toMatchObject({
      kind: 'bad',
      column: 'orderedProductSales',
    })
    expect(readLine(dataset, line({ traffic: { ...TRAFFIC, sessions: undefined } }))).toMatchObject({ kind: 'bad', column: 'sessions' })
    expect(readLine(dataset, [])).toMatchObject({ kind: 'bad' })
  })
})

test('a sum with the noise of a double is kept to the cent, and a share in hundredths of a percent', () => {
  const read = readLine(daily, line())
  expect(read.kind === 'row' && read.row).toEqual([day('2026-03-02'), 4, 3, 5997, 1, 2, 2, 2999, 80, 120, 9725])
})

test('a query names its days in the marketplace’s calendar, both in, and stays far below Amazon’s length', () => {
  if (daily.request.kind !== 'data-kiosk') throw new Error('no query')
  const text = daily.request.query(scopeFor('2026-03-01', '2026-03-31'))
  expect(text).toContain('startDate:"2026-03-01",endDate:"2026-03-30",marketplaceIds:["A1PA6795UKMFR9"]')
  expect(text.length).toBeLessThan(8000)
  expect(daily.fallback && amazonReport(daily.fallback.request).dates(scopeFor('2026-03-01', '2026-03-31'))).toEqual({
    start: '2026-03-01T00:00:00Z',
    end: '2026-03-30T00:00:00Z',
  })
})
