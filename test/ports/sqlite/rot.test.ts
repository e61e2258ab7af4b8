import { openSync, readFileSync, writeFileSync, writeSync, closeSync } from 'node:fs'
import SqliteDatabase from 'better-sqlite3'
import { expect, test } from 'vitest'
import { openReader } from '../../../src/main/workers/open-reader.ts'
import { days, GERMANY, openShop, orderFor, type Shop } from '../ingest/shop.ts'
import { ordersText } from '../ingest/orders-text.ts'

const range = days('2026-03-01', '2026-03-04')
const lines = Array.from({ length: 60 }, (_, index) => ({
  id: `302-${index}`,
  sku: `S${index % 7}`,
  at: `2026-03-0${1 + (index % 3)}T10:00:00Z`,
  price: `${index}.10`,
}))

async function filledShop(): Promise<Shop> {
  const shop = openShop()
  expect(await shop.commit(orderFor(), ordersText(lines))).toMatchObject({ ok: true })
  return shop
}

async function intactDays(shop: Shop, check: 'sums' | 'hash' = 'hash'): Promise<boolean[]> {
  return (await shop.reader.stores.ledger.receipts(GERMANY.id, orderFor().dataset, range, check)).map((fact) => fact.intact)
}

test.each<[string, string, 'sums' | 'hash']>([
  ['a row taken away', `DELETE FROM order_lines WHERE day = ${range.from} AND order_id = '302-0'`, 'sums'],
  [
    'a price changed',
    `UPDATE order_lines SET item_price_minor = item_price_minor + 1 WHERE day = ${range.from} AND order_id = '302-0'`,
    'sums',
  ],
  [
    'two prices changed that even out',
    `UPDATE order_lines SET item_price_minor = item_price_minor + iif(order_id = '302-0', 1, -1) WHERE day = ${range.from} AND order_id IN ('302-0', '302-3')`,
    'hash',
  ],
  ['a count changed', `UPDATE order_lines SET quantity = 9 WHERE day = ${range.from} AND order_id = '302-0'`, 'hash'],
  [
    'a product renamed',
    `UPDATE products SET sku = 'other' WHERE product_id = (SELECT product_id FROM order_lines WHERE day = ${range.from} AND order_id = '302-0')`,
    'hash',
  ],
])('%s behind the ledger makes the day partial, and fetching it again heals it', async (_name, sql, check) => {
  const shop = await filledShop()
  const behind = new SqliteDatabase(shop.path)
  behind.exec(sql)
  behind.close()
  expect((await intactDays(shop, check))[0]).toBe(false)
  await shop.commit(orderFor({ request: 'changes' }), ordersText([{ ...lines[0], status: 'Cancelled' }]))
  expect((await intactDays(shop, check))[0], 'a change never declares a broken day sound').toBe(false)
  await shop.commit(orderFor(), ordersText(lines))
  expect(await intactDays(shop)).toEqual([true, true, true])
  shop.end()
})

test('a roll-up changed behind the ledger is noticed, and healed by fetching the day again', async () => {
  const shop = await filledShop()
  const behind = new SqliteDatabase(shop.path)
  behind.exec(`UPDATE order_days SET ordered_minor = ordered_minor + 1 WHERE day = ${range.from}`)
  behind.close()
  expect(await intactDays(shop, 'sums')).toEqual([false, true, true])
  await shop.commit(orderFor(), ordersText(lines))
  expect(await intactDays(shop)).toEqual([true, true, true])
  shop.end()
})

test('whatever bit flips in the file, no figure that changed passes as sound', async () => {
  const shop = await filledShop()
  const truth = await figures(shop.reader.stores)
  const writer = new SqliteDatabase(shop.path)
  writer.pragma('wal_checkpoint(TRUNCATE)')
  const place = writer.prepare<[], number>(`SELECT pgoffset FROM dbstat WHERE name = 'order_days'`).pluck().get() ?? 0
  const endOfFigures = place + Number(writer.pragma('page_size', { simple: true }))
  writer.close()
  shop.reader.close()
  shop.close()
  const sound = readFileSync(shop.path)
  let wrong = 0
  let visible = 0
  for (let flip = 0; flip < 400; flip += 1) {
    // Every second flip falls on the figures themselves, which stand at the end of their page: few others would meet them.
    const spread = flip * 7919 * 104_729
    const bit = flip % 2 === 0 ? spread % (sound.length * 8) : endOfFigures * 8 - 1 - (spread % 1024)
    const place = Math.floor(bit / 8)
    writeFileSync(shop.path, sound)
    const file = openSync(shop.path, 'r+')
    writeSync(file, Uint8Array.of((sound[place] ?? 0) ^ (1 << (bit % 8))), 0, 1, place)
    closeSync(file)
    const seen = await lookAt(shop.path)
    if (seen.sound.some((row) => !truth.includes(row))) wrong += 1
    if (seen.all.some((row) => !truth.includes(row))) visible += 1
  }
  expect(wrong).toBe(0)
  expect(visible, 'some flips must change what an unchecked reader would see').toBeGreaterThan(0)
})

type Stores = Shop['reader']['stores']

async function figures(stores: Stores): Promise<string[]> {
  return (await stores.reports.sales(GERMANY.id, range)).map((row) => JSON.stringify(row))
}

async function soundFigures(stores: Stores): Promise<string[]> {
  const facts = await stores.ledger.receipts(GERMANY.id, orderFor().dataset, range, 'hash')
  const sound = new Set(facts.filter((fact) => fact.intact).map((fact) => Number(fact.day)))
  return (await stores.reports.sales(GERMANY.id, range)).filter((row) => sound.has(row.day)).map((row) => JSON.stringify(row))
}

/** What a reader shows of a damaged file: nothing at all when SQLite itself notices. */
async function lookAt(path: string): Promise<{ sound: string[]; all: string[] }> {
  const reader = openReader({ databasePath: path })
  if (!reader.ok) return { sound: [], all: [] }
  const tried = async (look: (stores: Stores) => Promise<string[]>) => look(reader.value.stores).catch(() => [])
  const seen = { sound: await tried(soundFigures), all: await tried(figures) }
  reader.value.close()
  return seen
}
