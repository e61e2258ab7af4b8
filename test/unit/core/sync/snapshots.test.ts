import { expect, test } from 'vitest'
import type { DatasetRequest } from '../../../../src/main/datasets/request.ts'
import { DAY, HOUR, makeDataset, MINUTE } from './datasets.ts'
import { openShop } from './shop.ts'

const timing = { longestSpanDays: 1, lookBackDays: 0, publishDelayMs: 0, everyMs: DAY }

const stock = (change: Partial<Extract<DatasetRequest, { kind: 'paged-call' }>> = {}) =>
  makeDataset('stock', {
    shape: 'snapshot',
    history: 'daily',
    request: {
      kind: 'paged-call',
      quota: { operation: 'stock', perSecond: 2, burst: 2 },
      path: () => '/stock',
      query: () => ({ details: 'true' }),
      cursorParameter: 'nextToken',
      repeatQuery: true,
      cursorLivesMs: 25_000,
      ...change,
    },
    timing,
  })

const byId = () =>
  makeDataset('catalogue', {
    shape: 'snapshot',
    request: {
      kind: 'calls-by-id',
      quota: { operation: 'catalogue', perSecond: 2, burst: 2 },
      path: () => '/catalogue',
      ids: 'asin',
      idsPerCall: 20,
      newIdsAfterMs: DAY,
      query: (_scope, ids) => ({ identifiers: ids.join(',') }),
    },
    timing: { ...timing, everyMs: 7 * DAY },
  })

/** Three pages; what each call asked for, in order. */
const threePages = (cursor: string | undefined) => ({ next: cursor === undefined ? 'two' : cursor === 'two' ? 'three' : null })
const asked = (shop: ReturnType<typeof openShop>) =>
  shop.amazon.calls.filter((call) => call.operation === 'readPage').map((call) => call.query?.['nextToken'] ?? 'first')

const noon = { now: '2026-03-20T11:00:00Z', wantedFrom: '2026-03-20' }

test('a snapshot is brought page by page, with its parameters beside every cursor', async () => {
  const shop = openShop({ ...noon, datasets: [stock()], amazon: { page: ({ query }) => threePages(query?.['nextToken']) } })
  shop.sync.start()
  await shop.clock.advance(MINUTE)
  expect(asked(shop)).toEqual(['first', 'two', 'three'])
  expect(shop.amazon.calls.every((call) => call.query?.['details'] === 'true')).toBe(true)
  expect(shop.memory.commits).toHaveLength(1)
})

test('a refused cursor begins the snapshot again from its first page', async () => {
  const shop = openShop({ ...noon, datasets: [stock()], amazon: { page: ({ query }) => threePages(query?.['nextToken']) } })
  let refusals = 1
  shop.amazon.faults.standing((_operation, call) =>
    call.query?.['nextToken'] === 'three' && refusals-- > 0 ? { kind: 'bad-request', evidence: 'expired' } : null,
  )
  shop.sync.start()
  await shop.clock.advance(MINUTE)
  expect(asked(shop)).toEqual(['first', 'two', 'three', 'first', 'two', 'three'])
  expect(shop.memory.commits).toHaveLength(1)
})

test('a cursor that grew old while we had to wait is not even shown', async () => {
  const shop = openShop({ ...noon, datasets: [stock()], amazon: { page: ({ query }) => threePages(query?.['nextToken']) } })
  shop.amazon.faults.next('readPage', { kind: 'throttled', tryAgainAt: Date.parse(noon.now) + 40_000 })
  shop.sync.start()
  await shop.clock.advance(2 * MINUTE)
  expect(asked(shop)).toEqual(['first', 'first', 'first', 'two', 'three'])
  expect(shop.memory.commits).toHaveLength(1)
})

test('cursors that are always refused end the run, and nothing half is committed', async () => {
  const shop = openShop({ ...noon, datasets: [stock()], amazon: { page: ({ query }) => threePages(query?.['nextToken']) } })
  shop.amazon.faults.standing((_operation, call) => (call.query?.['nextToken'] ? { kind: 'bad-request', evidence: 'expired' } : null))
  shop.sync.start()
  await shop.clock.advance(10_000)
  expect(asked(shop)).toEqual(['first', 'two', 'first', 'two', 'first', 'two'])
  expect(shop.memory.commits).toHaveLength(0)
})

test('where no life of cursors is known, a refused page is a refused request', async () => {
  const { cursorLivesMs: _none, ...request } = stock().request as Extract<DatasetRequest, { kind: 'paged-call' }>
  const shop = openShop({
    ...noon,
    datasets: [makeDataset('stock', { shape: 'snapshot', request, timing })],
    amazon: { page: ({ query }) => threePages(query?.['nextToken']) },
  })
  shop.amazon.faults.standing((_operation, call) => (call.query?.['nextToken'] ? { kind: 'bad-request', evidence: 'no' } : null))
  shop.sync.start()
  await shop.clock.advance(MINUTE)
  expect(asked(shop)).toEqual(['first', 'two'])
})

test('a limited search goes on where it stopped, and keeps the new beginning beside its cursors', async () => {
  const dataset = stock({ goesOn: (cursor) => (cursor.startsWith('from ') ? { createdAfter: cursor.slice(5) } : null) })
  const page = (query: Readonly<Record<string, string>> | null) => {
    if (query?.['nextToken'] === 'two') return { next: query['createdAfter'] === undefined ? 'from 2024' : null }
    return { next: 'two' }
  }
  const shop = openShop({ ...noon, datasets: [dataset], amazon: { page: ({ query }) => page(query) } })
  shop.memory.ingest.addPage = async (_order, bytes) => {
    const { next } = JSON.parse(new TextDecoder().decode(bytes)) as { next: string | null }
    return { ok: true, value: { cursor: next === 'two' && turn++ > 0 ? 'two again' : next } }
  }
  let turn = 0
  shop.sync.start()
  await shop.clock.advance(MINUTE)
  const calls = shop.amazon.calls.filter((call) => call.operation === 'readPage')
  expect(calls.map((call) => [call.query?.['createdAfter'], call.query?.['nextToken']]).slice(0, 4)).toEqual([
    [undefined, undefined],
    [undefined, 'two'],
    ['2024', undefined],
    ['2024', 'two again'],
  ])
})

test('every marketplace day gets its snapshot soon after it begins', async () => {
  const shop = openShop({ ...noon, datasets: [stock()] })
  shop.sync.start()
  await shop.clock.advance(3 * DAY)
  const days = shop.memory.commits.map(({ order }) => order.interval.from - order.channel.wantedFrom)
  expect(days).toEqual([0, 1, 2, 3])
  const second = shop.memory.commits[1]?.at ?? 0
  // Midnight in Berlin is 23:00 in Greenwich.
  expect(second - Date.parse('2026-03-20T23:00:00Z')).toBeLessThan(2 * HOUR)
})

test('products are asked for by id, twenty a call, and committed together', async () => {
  const shop = openShop({ ...noon, datasets: [byId()] })
  shop.memory.productIds.push(...Array.from({ length: 45 }, (_, index) => `B${index}`))
  shop.sync.start()
  await shop.clock.advance(MINUTE)
  const calls = shop.amazon.calls.filter((call) => call.operation === 'readPage')
  expect(calls.map((call) => call.query?.['identifiers']?.split(',').length)).toEqual([20, 20, 5])
  expect(shop.memory.commits).toHaveLength(1)
})

test('without a product there is nothing to ask; new ones bring the next round forward', async () => {
  const shop = openShop({ ...noon, datasets: [byId()] })
  shop.sync.start()
  await shop.clock.advance(2 * HOUR)
  expect(shop.amazon.count('readPage')).toBe(0)
  shop.memory.productIds.push('B1')
  await shop.clock.advance(2 * HOUR)
  expect(shop.amazon.count('readPage')).toBe(1)
  await shop.clock.advance(2 * DAY)
  expect(shop.amazon.count('readPage')).toBe(1)
  shop.memory.productIds.push('B2')
  shop.memory.unaskedIds = 1
  await shop.clock.advance(2 * HOUR)
  expect(shop.amazon.count('readPage')).toBe(2)
})
