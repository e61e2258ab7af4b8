import SqliteDatabase from 'better-sqlite3'
import fc from 'fast-check'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { brand } from '../../../src/shared/lib/brand.ts'
import { addDays, type Day } from '../../../src/shared/domain/day.ts'
import type { DatasetId } from '../../../src/shared/domain/ids.ts'
import { startOfEpochDay } from '../../../src/shared/lib/zone.ts'
import { day, GERMANY, JAPAN, openShop, orderFor, type Shop } from './shop.ts'

let shop: Shop
beforeEach(() => void (shop = openShop()))
afterEach(() => shop.end())

const LISTINGS = brand<DatasetId>('listings')
const FIRST = day('2026-03-20')

/** 商品名 出品ID 出品者SKU 価格 数量 出品日, between tabs, in the old charset. */
const SHIFT_JIS_HEADER = '8fa4956996bc098f6f95694944098f6f95698ed2534b550989bf8a6909909497ca098f6f956993fa'

interface Offer {
  readonly sku: string
  readonly price: string
}

const HEADER = 'item-name\tlisting-id\tseller-sku\tprice\tquantity\topen-date\tasin1\tfulfillment-channel\tstatus'
const lineOf = ({ sku, price }: Offer) => `Name\tL${sku}\t${sku}\t${price}\t3\t2018-05-07 10:00:00 UTC\tB0${sku}\tDEFAULT\tActive`
const at = (on: Day, hour: number) => startOfEpochDay(on, GERMANY.zone) + hour * 3_600_000

function take(on: Day, offers: readonly Offer[], hour = 12) {
  return shop.commit(orderFor({ dataset: LISTINGS, fetchedAt: at(on, hour) }), [HEADER, ...offers.map(lineOf), ''].join('\n'))
}

async function asOf(on: Day): Promise<readonly Offer[]> {
  const rows = await shop.reader.stores.reports.products(GERMANY.id, { listings: on, items: null, stock: null })
  return rows.map((row) => ({ sku: row.sku, price: ((row.priceMinor ?? 0) / 100).toFixed(2) }))
}

const kept = () => shop.reader.stores.ledger.snapshotDays(GERMANY.id, LISTINGS, { from: FIRST, until: addDays(FIRST, 40) })
const versions = () => {
  const db = new SqliteDatabase(shop.path, { readonly: true })
  const count = db.prepare('SELECT count(*) FROM listings_history').pluck().get()
  db.close()
  return Number(count)
}

test('a price change, a product taken off and put up again: each day says what it said then', async () => {
  await take(FIRST, [
    { sku: 'A', price: '9.99' },
    { sku: 'B', price: '5.00' },
  ])
  await take(addDays(FIRST, 1), [{ sku: 'A', price: '8.49' }])
  await take(addDays(FIRST, 2), [
    { sku: 'A', price: '8.49' },
    { sku: 'B', price: '5.00' },
  ])
  expect(await asOf(FIRST)).toEqual([
    { sku: 'A', price: '9.99' },
    { sku: 'B', price: '5.00' },
  ])
  expect(await asOf(addDays(FIRST, 1))).toEqual([{ sku: 'A', price: '8.49' }])
  expect(await asOf(addDays(FIRST, 2))).toEqual([
    { sku: 'A', price: '8.49' },
    { sku: 'B', price: '5.00' },
  ])
  expect(versions()).toBe(4)
})

test('a day on which none was taken is no kept day, and is never made up', async () => {
  await take(FIRST, [{ sku: 'A', price: '9.99' }])
  await take(addDays(FIRST, 3), [{ sku: 'A', price: '9.99' }])
  expect((await kept()).map((one) => one.day)).toEqual([FIRST, addDays(FIRST, 3)])
  const { ledger } = shop.reader.stores
  expect(await ledger.snapshotAsOf(GERMANY.id, LISTINGS, addDays(FIRST, 2))).toMatchObject({ day: FIRST, intact: true })
  expect(await ledger.snapshotAsOf(GERMANY.id, LISTINGS, addDays(FIRST, -1))).toBeNull()
  expect(versions()).toBe(1)
})

test('the newest snapshot of a day is the one kept; the same one twice writes no row', async () => {
  await take(FIRST, [{ sku: 'A', price: '9.99' }], 8)
  await take(FIRST, [{ sku: 'A', price: '7.00' }], 14)
  await take(FIRST, [{ sku: 'A', price: '1.00' }], 11)
  expect(await asOf(FIRST)).toEqual([{ sku: 'A', price: '7.00' }])
  const before = versions()
  await take(FIRST, [{ sku: 'A', price: '7.00' }], 15)
  expect(versions()).toBe(before)
  expect(await kept()).toMatchObject([{ day: FIRST, takenAt: at(FIRST, 15), rows: 1, intact: true }])
})

test('days are the marketplace’s own: one instant is another day in Tokyo', async () => {
  const late = Date.UTC(2026, 2, 20, 20)
  const body = [HEADER, lineOf({ sku: 'A', price: '999' }), ''].join('\n')
  await shop.commit(orderFor({ dataset: LISTINGS, fetchedAt: late }), body)
  await shop.commit(orderFor({ dataset: LISTINGS, channel: JAPAN, fetchedAt: late }), body)
  const { ledger } = shop.reader.stores
  const span = { from: FIRST, until: addDays(FIRST, 3) }
  expect((await ledger.snapshotDays(GERMANY.id, LISTINGS, span)).map((one) => one.day)).toEqual([FIRST])
  expect((await ledger.snapshotDays(JAPAN.id, LISTINGS, span)).map((one) => one.day)).toEqual([addDays(FIRST, 1)])
})

test('Japanese headers in Shift_JIS are kept by day like any other', async () => {
  const bytes = Buffer.concat([Buffer.from(SHIFT_JIS_HEADER, 'hex'), Buffer.from('\nName\tL1\tA\t999\t3\t2018/05/07 10:00:00 JST\n')])
  const order = orderFor({ dataset: LISTINGS, channel: JAPAN, fetchedAt: at(FIRST, 12) })
  expect(await shop.commit(order, new Uint8Array(bytes), { gzip: false, contentType: 'text/plain;charset=Shift_JIS' })).toMatchObject({
    ok: true,
  })
  const [row] = await shop.reader.stores.reports.products(JAPAN.id, { listings: FIRST, items: null, stock: null })
  expect(row).toMatchObject({ sku: 'A', priceMinor: 999 })
})

test('a version changed behind the ledger’s back is noticed on every day it holds, and on no other', async () => {
  await take(FIRST, [{ sku: 'A', price: '9.99' }])
  await take(addDays(FIRST, 1), [{ sku: 'A', price: '8.49' }])
  await take(addDays(FIRST, 2), [{ sku: 'A', price: '8.49' }])
  const db = new SqliteDatabase(shop.path)
  db.prepare('UPDATE listings_history SET price_minor = 850 WHERE price_minor = 849').run()
  db.close()
  expect((await kept()).map((one) => one.intact)).toEqual([true, false, false])
  // The next snapshot is compared with what is really there, so its own day is sound.
  await take(addDays(FIRST, 3), [{ sku: 'A', price: '8.49' }])
  expect((await kept()).map((one) => one.intact)).toEqual([true, false, false, true])
})

test('any sequence of snapshots, also with the clock set back, repeated keys and days without one, reads back exactly', async () => {
  const offers = fc.array(fc.record({ sku: fc.constantFrom('A', 'B', 'C', 'D'), price: fc.constantFrom('1.00', '2.00', '3.00') }), {
    maxLength: 6,
  })
  const taking = fc.record({ day: fc.integer({ min: 0, max: 9 }), hour: fc.integer({ min: 0, max: 22 }), offers })
  await fc.assert(
    fc.asyncProperty(fc.array(taking, { maxLength: 14 }), async (takings) => {
      shop.end()
      shop = openShop()
      const model = new Map<number, { hour: number; offers: readonly Offer[] }>()
      for (const one of takings) {
        await take(addDays(FIRST, one.day), one.offers, one.hour)
        const held = model.get(one.day)
        if (!held || held.hour <= one.hour) model.set(one.day, one)
      }
      expect((await kept()).map((one) => [one.day - FIRST, one.rows, one.intact])).toEqual(
        [...model].sort(([a], [b]) => a - b).map(([on, held]) => [on, held.offers.length, true]),
      )
      for (const [on, held] of model) {
        const inOrder = (list: readonly Offer[]) => list.map((offer) => `${offer.sku} ${offer.price}`).sort()
        expect(inOrder(await asOf(addDays(FIRST, on)))).toEqual(inOrder(held.offers))
      }
    }),
    { numRuns: 60 },
  )
})

test('what is kept only so long goes with its days; what still holds later stays exact', async () => {
  await take(FIRST, [
    { sku: 'A', price: '9.99' },
    { sku: 'B', price: '5.00' },
  ])
  await take(addDays(FIRST, 1), [
    { sku: 'A', price: '8.49' },
    { sku: 'B', price: '5.00' },
  ])
  expect(await shop.stores.keeping.forgetBefore(GERMANY.id, addDays(FIRST, 1))).toMatchObject({ rows: 1 })
  expect((await kept()).map((one) => [one.day, one.intact])).toEqual([[addDays(FIRST, 1), true]])
  expect(versions()).toBe(2)
})
