import { describe, expect, test } from 'vitest'
import { dataset } from '../../../src/main/datasets/sales-daily.dataset.ts'
import { day, readJson } from './scope.ts'

describe('daily sales', () => {
  const metrics = {
    interval: '2026-03-02T00:00:00+01:00--2026-03-03T00:00:00+01:00',
    unitCount: 4,
    orderItemCount: 3,
    orderCount: 2,
    totalSales: { amount: '59.97', currencyCode: 'EUR' },
  }

  test('take the day their interval begins on', () => {
    expect(readJson(dataset, { payload: [metrics] })).toEqual([{ kind: 'row', row: [day('2026-03-02'), 2, 3, 4, 5997] }])
  })

  test('in another currency or without a list are refused', () => {
    expect(readJson(dataset, { payload: [{ ...metrics, totalSales: { amount: 5, currencyCode: 'USD' } }] })).toMatchObject([
      { kind: 'bad', column: 'totalSales' },
    ])
    expect(readJson(dataset, { errors: [] })).toMatchObject([{ kind: 'bad', column: 'payload' }])
  })
})
