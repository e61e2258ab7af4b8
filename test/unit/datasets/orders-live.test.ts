import { expect, test } from 'vitest'
import { dataset } from '../../../src/main/datasets/orders-live.dataset.ts'
import { contextFor, day, pagedCall, readJson, scopeFor } from './scope.ts'

const euro = (amount: string) => ({ amount, currencyCode: 'EUR' })
const bought = (quantityOrdered: number, goods?: string) => ({
  orderItemId: '1',
  quantityOrdered,
  product: { asin: 'B0CHILD001', sellerSku: 'ACM-001', title: 'For Kim Muster' },
  ...(goods === undefined
    ? {}
    : {
        proceeds: {
          proceedsTotal: euro('99.99'),
          breakdowns: [
            { type: 'ITEM', subtotal: euro(goods) },
            { type: 'TAX', subtotal: euro('3.80') },
          ],
        },
      }),
})
const order = (change: object = {}) => ({
  orderId: '302-1',
  createdTime: '2026-03-02T23:30:00Z',
  lastUpdatedTime: '2026-03-03T08:00:00Z',
  salesChannel: { channelName: 'AMAZON', marketplaceId: 'A1PA6795UKMFR9' },
  buyer: { buyerName: 'Kim Muster', buyerEmail: 'kim@example.com' },
  recipient: { deliveryAddress: { city: 'Bonn' } },
  orderItems: [bought(2, '19.99'), bought(1, '5.00')],
  ...change,
})
const read = (...orders: unknown[]) => readJson(dataset, { orders }, contextFor('2026-03-03', '2026-03-04'))

test('an order becomes its day, its units and the price of its goods, and nothing of its buyer', () => {
  const [found] = read(order())
  expect(found).toEqual({
    kind: 'row',
    row: ['302-1', day('2026-03-03'), Date.UTC(2026, 2, 2, 23, 30), Date.UTC(2026, 2, 3, 8), 3, 2499],
  })
  expect(JSON.stringify(found)).not.toMatch(/Kim|kim|Bonn/)
})

test('money is unknown while one price is; a withdrawn article counts neither unit nor money', () => {
  const sums = (...orderItems: unknown[]) => read(order({ orderItems })).map((one) => one.kind === 'row' && one.row.slice(4))
  expect(sums(bought(2, '19.99'), bought(1))).toEqual([[3, null]])
  expect(sums(bought(2, '19.99'), bought(0))).toEqual([[2, 1999]])
})

test('orders of other shops and marketplaces are passed over', () => {
  expect(read(order({ salesChannel: { channelName: 'NON_AMAZON' } }))).toEqual([{ kind: 'foreign' }])
  expect(read(order({ salesChannel: { channelName: 'AMAZON', marketplaceId: 'A13V1IB3VIYZZH' } }))).toEqual([{ kind: 'foreign' }])
})

test.each([
  ['createdTime', { createdTime: '2026-03-02' }],
  ['orderId', { orderId: '' }],
  ['quantityOrdered', { orderItems: [bought(-1, '5.00')] }],
  ['orderItems', { orderItems: undefined }],
  [
    'subtotal',
    { orderItems: [{ quantityOrdered: 1, proceeds: { breakdowns: [{ type: 'ITEM', subtotal: { amount: '5', currencyCode: 'USD' } }] } }] },
  ],
])('a bad %s refuses the page', (column, change) => {
  expect(read(order(change))).toMatchObject([{ kind: 'bad', column }])
})

test('a page without a list is refused and the cursor of a good one found', () => {
  if (dataset.document.kind !== 'pages') throw new Error('no pages')
  const context = contextFor('2026-03-03', '2026-03-04')
  expect([...dataset.document.read({ errors: [] }, context).verdicts]).toMatchObject([{ kind: 'bad', column: 'orders' }])
  expect(dataset.document.read({ orders: [], pagination: { nextToken: 'next' } }, context).cursor).toBe('next')
  expect(dataset.document.read({ orders: [] }, context).cursor).toBeNull()
})

test('today and yesterday are asked for in the marketplace’s zone, up to three minutes ago, and no person', () => {
  const now = Date.UTC(2026, 2, 3, 12)
  const query = pagedCall(dataset.request).query(scopeFor('2026-03-03', '2026-03-04', { now }))
  expect(query).toMatchObject({
    createdAfter: '2026-03-01T23:00:00.000Z',
    createdBefore: '2026-03-03T11:57:00.000Z',
    includedData: 'PROCEEDS',
  })
  expect(query['fulfillmentStatuses']).not.toContain('CANCELLED')
  expect(query).not.toHaveProperty('lastUpdatedAfter')
})
