import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { startOfEpochDay } from '../../../src/shared/lib/zone.ts'
import { days, GERMANY, NOON, openShop, orderFor, type Shop } from './shop.ts'
import { ordersText } from './orders-text.ts'

let shop: Shop
beforeEach(() => void (shop = openShop()))
afterEach(() => shop.end())

const range = days('2026-03-01', '2026-03-04')
const receipts = () => shop.reader.stores.ledger.receipts(GERMANY.id, orderFor().dataset, range, 'hash')

describe('a document of orders', () => {
  test('becomes rows, a receipt for every day of the interval and a roll-up', async () => {
    const done = await shop.commit(
      orderFor(),
      ordersText([{}, { id: '302-2', price: '', status: 'Pending' }, { id: '302-3', status: 'Cancelled' }]),
    )
    expect(done).toEqual({ ok: true, value: { rows: 3, foreignRows: 0, leftAlone: 0, changedDays: 0, bytes: expect.any(Number) } })
    expect((await receipts()).map((one) => [one.rows, one.moneyMinor, one.intact])).toEqual([
      [0, 0, true],
      [3, 3998, true],
      [0, 0, true],
    ])
    expect(await shop.reader.stores.reports.sales(GERMANY.id, range)).toEqual([
      { day: range.from + 1, orders: 2, units: 2, orderedMinor: 1999, unknownPrices: 1 },
    ])
  })

  test('twice equals once: only the time of fetching moves', async () => {
    await shop.commit(orderFor(), ordersText([{}, {}]))
    const before = await receipts()
    const again = await shop.commit(orderFor({ fetchedAt: NOON + 1000 }), ordersText([{}, {}]))
    expect(again).toMatchObject({ ok: true, value: { rows: 2, changedDays: 0 } })
    const after = await receipts()
    expect(after.map((one) => one.contentHash)).toEqual(before.map((one) => one.contentHash))
    expect(after.map((one) => one.fetchedAt)).toEqual([NOON + 1000, NOON + 1000, NOON + 1000])
    expect(await shop.reader.stores.ledger.restatements({ limit: 9 })).toEqual([])
  })

  test('a changed figure is kept as before and after', async () => {
    await shop.commit(orderFor(), ordersText([{ price: '' }]))
    await shop.commit(orderFor({ fetchedAt: NOON + 1000, reason: 'settling' }), ordersText([{ price: '10.00' }]))
    expect(await shop.reader.stores.ledger.restatements({ limit: 9 })).toMatchObject([
      { day: range.from + 1, at: NOON + 1000, reason: 'settling', rowsBefore: 1, rowsAfter: 1, moneyBefore: 0, moneyAfter: 1000 },
    ])
  })

  test('changes replace whole orders on held days and leave other days alone', async () => {
    await shop.commit(orderFor(), ordersText([{}, { id: '302-2', sku: 'SKU-2' }, { id: '302-2', sku: 'SKU-3' }]))
    const changed = await shop.commit(
      orderFor({ request: 'changes', fetchedAt: NOON + 1000 }),
      ordersText([
        { id: '302-2', sku: 'SKU-2', status: 'Cancelled' },
        { id: '302-9', at: '2026-02-01T10:00:00+00:00' },
      ]),
    )
    expect(changed).toMatchObject({ ok: true, value: { rows: 2, changedDays: 1 } })
    expect((await receipts()).map((one) => [one.rows, one.intact, one.fetchedAt])).toEqual([
      [0, true, NOON],
      [2, true, NOON],
      [0, true, NOON],
    ])
    // Changes are known up to the end of what was asked for, not up to when it was asked.
    expect(await shop.reader.stores.ledger.changesThrough(GERMANY.id, orderFor().dataset)).toBe(startOfEpochDay(range.until, GERMANY.zone))
    expect(await shop.reader.stores.ledger.receipts(GERMANY.id, orderFor().dataset, days('2026-02-01', '2026-02-02'), 'hash')).toEqual([])
  })

  test('changes asked for in pieces move the mark only without a hole between', async () => {
    const { ledger } = shop.reader.stores
    const piece = (from: string, until: string) =>
      shop.commit(orderFor({ request: 'changes', interval: days(from, until) }), ordersText([{}]))
    await shop.commit(orderFor(), ordersText([{}]))
    await piece('2026-03-01', '2026-03-02')
    await piece('2026-03-03', '2026-03-04')
    const marked = days('2026-03-02', '2026-03-04')
    expect(await ledger.changesThrough(GERMANY.id, orderFor().dataset)).toBe(startOfEpochDay(marked.from, GERMANY.zone))
    await piece('2026-03-02', '2026-03-04')
    expect(await ledger.changesThrough(GERMANY.id, orderFor().dataset)).toBe(startOfEpochDay(marked.until, GERMANY.zone))
  })
})
