import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openShop, orderFor } from './shop.ts'
import { HEADER } from './orders-text.ts'

const CANARY = 'Quillhaven-canary'
const TAKEN = new Set([
  'amazon-order-id',
  'purchase-date',
  'order-status',
  'fulfillment-channel',
  'sales-channel',
  'product-name',
  'sku',
  'asin',
  'item-status',
  'quantity',
  'currency',
  'item-price',
  'item-tax',
  'shipping-price',
  'item-promotion-discount',
  'is-business-order',
])
const SOUND: Readonly<Record<string, string>> = {
  'amazon-order-id': '302-1',
  'purchase-date': '2026-03-02T10:00:00Z',
  'order-status': 'Shipped',
  'sales-channel': 'Amazon.de',
  sku: 'S1',
  asin: 'B1',
  'item-status': 'Shipped',
  quantity: '1',
  currency: 'EUR',
  'item-price': '5.00',
}

test("planted in every column that is not taken, a buyer's text reaches no file at all", async () => {
  const shop = openShop()
  const header = [...HEADER, 'buyer-name', 'buyer-email', 'ship-address-1', 'ship-postal-code', 'recipient-name', 'novel-column']
  const line = (change: Record<string, string> = {}) =>
    header.map((name) => change[name] ?? (TAKEN.has(name) ? (SOUND[name] ?? '') : `${CANARY} ${name}`)).join('\t')
  const text = (...lines: string[]) => `${[header.join('\t'), ...lines].join('\n')}\n`
  expect(await shop.commit(orderFor(), text(line()))).toMatchObject({ ok: true, value: { rows: 1 } })
  expect(await shop.commit(orderFor(), text(line(), line({ quantity: CANARY })))).toMatchObject({ ok: false })
  expect(await shop.commit(orderFor(), text(line(), `${CANARY}\t${CANARY}`))).toMatchObject({ ok: false })
  expect(await shop.commit(orderFor(), `${CANARY} is no header\n${line()}\n`)).toMatchObject({ ok: false })
  const hits = filesOf(shop.folder).filter((file) => readFileSync(file).includes(CANARY))
  expect(hits).toEqual([])
  expect(filesOf(shop.folder).length).toBeGreaterThan(3)
  shop.end()
})

function filesOf(folder: string): string[] {
  return readdirSync(folder).flatMap((name) =>
    statSync(join(folder, name)).isDirectory() ? filesOf(join(folder, name)) : [join(folder, name)],
  )
}
