import { expect, test } from 'vitest'
import { dataset } from '../../../src/main/datasets/orders.dataset.ts'
import { contextFor, day } from './scope.ts'

const line: Readonly<Record<string, string>> = {
  orderId: '302-1234567-1234567',
  purchasedAt: '2026-03-01T23:30:00+00:00',
  status: 'Shipped',
  itemStatus: 'Shipped',
  sku: 'S1',
  asin: 'B000000001',
  title: 'Thing',
  quantity: '2',
  salesChannel: 'Amazon.de',
  currency: 'EUR',
  itemPrice: '19.99',
  fulfilment: 'Amazon',
}

function read(change: Readonly<Record<string, string>> = {}) {
  if (dataset.document.kind !== 'flat-file') throw new Error('no file')
  return dataset.document.read((name) => ({ ...line, ...change })[name] ?? '', contextFor('2026-03-01', '2026-03-05'))
}

test("an order belongs to the day its buyer's click fell on in the marketplace", () => {
  expect(read()).toMatchObject({ kind: 'row', row: expect.arrayContaining([day('2026-03-02'), '302-1234567-1234567', 1999]) })
})

test('a pending order has unknown prices, never 0', () => {
  const verdict = read({ itemPrice: '', status: 'Pending' })
  if (verdict.kind !== 'row') throw new Error(verdict.kind)
  const at = (name: string) => verdict.row[dataset.table.columns.findIndex((column) => column.name === name)]
  expect([at('price_known'), at('item_price_minor'), at('item_tax_minor')]).toEqual([0, null, null])
})

test('a sale on another site is foreign, another currency is bad', () => {
  expect(read({ salesChannel: 'Amazon.fr' })).toEqual({ kind: 'foreign' })
  expect(read({ currency: 'USD' })).toMatchObject({ kind: 'bad', column: 'currency' })
})
