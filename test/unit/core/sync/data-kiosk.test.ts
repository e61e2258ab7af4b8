import { describe, expect, test } from 'vitest'
import { HOUR, makeDataset, MINUTE, report } from './datasets.ts'
import { openShop, type ShopOrder } from './shop.ts'

const traffic = () =>
  makeDataset('traffic', {
    request: { kind: 'data-kiosk', query: ({ interval }) => `query{from:${interval.from},until:${interval.until}}` },
    fallback: { request: report('TYPE_fallback'), document: { kind: 'json', read: () => [] } },
  })
const late = (order: Partial<ShopOrder> = {}): ShopOrder => ({
  now: '2026-03-20T10:00:00Z',
  datasets: [traffic()],
  wantedFrom: '2026-03-01',
  ...order,
})

describe('a dataset of Data Kiosk', () => {
  test('is brought by one query, and the report is left alone', async () => {
    const shop = openShop(late())
    shop.sync.start()
    await shop.clock.advance(5 * MINUTE)
    expect(shop.amazon.queries).toHaveLength(1)
    expect(shop.amazon.count('createReport')).toBe(0)
    expect(shop.memory.commits.map((one) => [one.order.amazonReportId, one.order.way])).toEqual([['Q1', 'own']])
    expect(shop.states(traffic())['missing-fetchable']).toBeUndefined()
  })

  test('whose answer was lost is found again by its text, not ordered twice', async () => {
    const shop = openShop(late())
    shop.amazon.loseNextAnswer()
    shop.sync.start()
    await shop.clock.advance(1000)
    shop.crash()
    shop.sync.start()
    await shop.clock.advance(30 * MINUTE)
    expect(shop.amazon.queries).toHaveLength(1)
    expect(shop.memory.commits.map((one) => one.order.amazonReportId)).toEqual(['Q1'])
  })

  test('that stands at Amazon with another text is not adopted', async () => {
    const shop = openShop(late())
    shop.sync.start()
    await shop.clock.advance(1000)
    const [run] = shop.memory.runs.values()
    if (!run) throw new Error('no run')
    shop.crash()
    shop.memory.runs.set(run.id, { ...run, from: (run.from + 1) as typeof run.from, step: 'requested', amazonReportId: null })
    shop.sync.start()
    await shop.clock.advance(30 * MINUTE)
    expect(shop.memory.commits.every((one) => one.order.amazonReportId !== 'Q1')).toBe(true)
  })

  test('without rows proves its days empty', async () => {
    const shop = openShop(late({ amazon: { queryEnd: () => 'empty' } }))
    shop.sync.start()
    await shop.clock.advance(5 * MINUTE)
    expect(shop.states(traffic())['missing-fetchable']).toBeUndefined()
    expect(shop.amazon.count('resolveQueryDocument')).toBe(0)
  })
})

describe('a query Amazon could not answer', () => {
  const failing = (order: Partial<ShopOrder> = {}) => openShop(late({ amazon: { queryEnd: () => 'failed-with-reason' }, ...order }))
  const said = (shop: ReturnType<typeof openShop>) =>
    shop.evidence.told.filter((one) => one.source === 'query').map((one) => [one.outcome, one.said])

  test('because it is wrong is our own failure: the report brings the days at once, and why is kept', async () => {
    const shop = failing()
    shop.memory.reason = 'query-invalid'
    shop.sync.start()
    await shop.clock.advance(5 * MINUTE)
    expect(shop.amazon.queries).toHaveLength(1)
    expect(shop.memory.commits.map((one) => one.order.way)).toEqual(['fallback'])
    expect(said(shop)).toEqual([['request-refused', 'FATAL query-invalid Q1']])
  })

  test('because the days are not offered yet is asked again after six hours, and no report is ordered', async () => {
    const shop = failing()
    shop.memory.reason = 'not-yet-available'
    shop.sync.start()
    await shop.clock.advance(5 * HOUR)
    expect([shop.amazon.queries.length, shop.amazon.count('createReport')]).toEqual([1, 0])
    expect([...shop.memory.runs.values()].at(-1)).toMatchObject({ trouble: 'not-due-yet', outcome: null })
    await shop.clock.advance(2 * HOUR)
    expect(shop.amazon.queries).toHaveLength(2)
    expect(said(shop)[0]).toEqual(['amazon-prepares', 'FATAL not-yet-available Q1'])
  })

  test('for want of a role is believed when it is told again, and the role is what is missing', async () => {
    const shop = failing({ datasets: [makeDataset('traffic', { request: traffic().request })] })
    shop.memory.reason = 'no-permission'
    shop.sync.start()
    await shop.clock.advance(3 * MINUTE)
    expect([...shop.memory.access.values()]).toEqual([])
    await shop.clock.advance(HOUR)
    expect([...shop.memory.access.values()].map((one) => one.access.answer)).toEqual(['refused'])
    expect([...shop.memory.runs.values()].at(-1)).toMatchObject({ outcome: 'refused', trouble: 'permission-missing' })
  })
})

describe('the fallback', () => {
  test('brings the days when Data Kiosk refuses the query', async () => {
    const shop = openShop(late())
    shop.amazon.faults.next('createQuery', { kind: 'bad-request', evidence: 'InvalidInput' })
    shop.sync.start()
    await shop.clock.advance(5 * MINUTE)
    expect(shop.memory.commits.map((one) => [one.order.amazonReportId, one.order.way])).toEqual([['R1', 'fallback']])
    expect(shop.states(traffic())['missing-fetchable']).toBeUndefined()
  })

  test('is taken only after the query failed three times', async () => {
    const shop = openShop(late({ amazon: { queryEnd: () => 'failed' } }))
    shop.sync.start()
    await shop.clock.advance(45 * MINUTE)
    expect(shop.memory.commits).toEqual([])
    await shop.clock.advance(45 * MINUTE)
    expect(shop.amazon.queries).toHaveLength(3)
    expect(shop.memory.commits.map((one) => one.order.way)).toEqual(['fallback'])
  })

  test('goes on with its own report after a crash', async () => {
    const shop = openShop(late({ amazon: { reportMs: () => 10 * MINUTE } }))
    shop.amazon.faults.next('createQuery', { kind: 'bad-request', evidence: 'InvalidInput' })
    shop.sync.start()
    await shop.clock.advance(2 * MINUTE)
    shop.crash()
    shop.sync.start()
    await shop.clock.advance(20 * MINUTE)
    expect(shop.amazon.count('createReport')).toBe(1)
    expect(shop.memory.commits.map((one) => [one.order.amazonReportId, one.order.way])).toEqual([['R1', 'fallback']])
  })
})
