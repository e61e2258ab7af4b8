import { describe, expect, test } from 'vitest'
import { datasets } from '../../../src/main/datasets/index.ts'
import { dataset as orders } from '../../../src/main/datasets/orders.dataset.ts'
import { dataset as salesDaily } from '../../../src/main/datasets/sales-daily.dataset.ts'
import { dataset as transactions } from '../../../src/main/datasets/transactions.dataset.ts'
import { dataset as vendorSales } from '../../../src/main/datasets/vendor-sales.dataset.ts'
import { amazonReport, pagedCall, scopeFor } from './scope.ts'

describe('every declaration', () => {
  const all = [...datasets.values()]

  test.each(all)('$id keeps the rules a planner counts on', ({ shape, timing, table }) => {
    expect(timing.settlingAges).toEqual([...timing.settlingAges].sort((a, b) => a - b))
    if (shape === 'event') {
      expect(timing.settlingAges.at(-1)).toBe(timing.settlingDays)
      expect(table.key).toContain('day')
      expect(table.columns[0]).toEqual({ name: 'day', kind: 'day' })
    } else {
      expect(timing.everyMs).not.toBeNull()
    }
    const names = table.columns.map((column) => column.name)
    expect(names).toEqual(expect.arrayContaining([...table.key, ...(table.moneyColumn === null ? [] : [table.moneyColumn])]))
    expect(names.filter((name) => /ship_(city|state|postal)|buyer|recipient|address|email|phone/.test(name))).toEqual([])
  })
})

describe('what is asked for', () => {
  test('orders by the instants the days begin and end at in their zone', () => {
    expect(amazonReport(orders.request).dates(scopeFor('2026-03-01', '2026-03-31'))).toEqual({
      start: '2026-02-28T23:00:00.000Z',
      end: '2026-03-30T22:00:00.000Z',
    })
  })

  test('daily sales with the offset each end has, also over a change of clocks', () => {
    const query = pagedCall(salesDaily.request).query(scopeFor('2026-03-28', '2026-03-30'))
    expect(query['interval']).toBe('2026-03-28T00:00:00+01:00--2026-03-30T00:00:00+02:00')
    expect(query['granularityTimeZone']).toBe('Europe/Berlin')
  })

  test('transactions never up to the last two minutes', () => {
    const now = Date.UTC(2026, 2, 10, 12)
    const query = pagedCall(transactions.request).query(scopeFor('2026-03-09', '2026-03-11', { now }))
    expect(Date.parse(query['postedBefore'] ?? '')).toBeLessThanOrEqual(now - 120_000)
    expect(query['marketplaceId']).toBe('A1PA6795UKMFR9')
  })

  test('vendor sales by first and last day, both in', () => {
    expect(amazonReport(vendorSales.request).dates(scopeFor('2026-03-01', '2026-03-16'))).toEqual({
      start: '2026-03-01T00:00:00Z',
      end: '2026-03-15T00:00:00Z',
    })
  })

  test('probes cost one cheap call and name no person', () => {
    const scope = scopeFor('2026-03-01', '2026-03-02')
    const probes = [...datasets.values()].flatMap(({ id, probe }) => (probe.kind === 'call' ? [{ id, probe }] : []))
    expect(probes.length).toBeGreaterThanOrEqual(4)
    for (const { id, probe } of probes) {
      expect(probe.path(scope), id).toMatch(/^\/[a-zA-Z]+\/[\w./-]+$/)
      expect(probe.quota.burst, id).toBeGreaterThan(0)
      expect(JSON.stringify(probe.query(scope)), id).not.toMatch(/buyer|recipient|address|email|phone/i)
    }
  })
})
