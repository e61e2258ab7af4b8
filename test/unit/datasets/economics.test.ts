import { expect, test } from 'vitest'
import { dataset } from '../../../src/main/datasets/economics.dataset.ts'
import { readLine } from './sales-traffic-story.ts'
import { day, scopeFor } from './scope.ts'

const euro = (amount: number) => ({ amount, currencyCode: 'EUR' })
const fee = (feeTypeName: string, ...amounts: number[]) => ({
  feeTypeName,
  charges: amounts.map((amount) => ({ aggregatedDetail: { totalAmount: euro(amount) } })),
})
const FEES = [fee('Referral fees', 9), fee('FBA fulfillment fees', 3.2, 3.4), fee('Monthly inventory storage fees', 0.004, 0.004, 0.004)]
const SALES = {
  unitsOrdered: 4,
  unitsRefunded: 1,
  netUnitsSold: 3,
  orderedProductSales: euro(79.96000000000001),
  refundedProductSales: euro(19.99),
  netProductSales: euro(59.97),
}
const line = (change: object = {}) => ({
  startDate: '2026-03-02',
  endDate: '2026-03-02',
  marketplaceId: 'A1PA6795UKMFR9',
  msku: 'ACM-001',
  childAsin: 'B0CHILD001',
  parentAsin: 'B0PARENT01',
  sales: SALES,
  fees: FEES,
  ads: [
    { adTypeName: 'Sponsored Products charge', charge: { totalAmount: euro(2.5) } },
    { adTypeName: 'Sponsored Brands charge', charge: { totalAmount: euro(0.25) } },
  ],
  cost: { costOfGoodsSold: euro(5) },
  netProceeds: { total: euro(26.61) },
  ...change,
})
const read = (change: object = {}) => readLine(dataset, line(change))
const figures = (change: object = {}) => {
  const found = read(change)
  if (found.kind !== 'row') throw new Error(found.kind)
  return { fees: found.row.slice(8, 12), ads: found.row[12], cost: found.row[13], proceeds: found.row[14], note: found.note }
}

test('a line becomes a row; charges are added up before they are rounded', () => {
  const found = read()
  expect(found.kind === 'row' && found.row).toEqual([
    day('2026-03-02'),
    'ACM-001\u001FB0CHILD001\u001F',
    4,
    1,
    3,
    7996,
    1999,
    5997,
    900,
    660,
    1,
    0,
    275,
    500,
    2661,
  ])
})

test('what Amazon does not tell is unknown, never 0', () => {
  const told = figures({
    ads: null,
    cost: null,
    netProceeds: { total: null },
    fees: [...FEES, { feeTypeName: 'Referral fees', charges: null }],
  })
  expect(told).toMatchObject({ fees: [null, 660, 1, 0], ads: null, cost: null, proceeds: null })
  expect(figures({ cost: { costOfGoodsSold: null }, ads: [{ adTypeName: 'x', charge: null }] })).toMatchObject({ cost: null, ads: null })
  expect(figures({ fees: [], ads: [] })).toMatchObject({ fees: [0, 0, 0, 0], ads: 0 })
})

test('a fee by a new name counts as other and is named; a known lesser one is not news', () => {
  expect(figures({ fees: [...FEES, fee('Moon parking fee', 1.5)] })).toMatchObject({
    fees: [900, 660, 1, 150],
    note: 'fees counted as other: Moon parking fee',
  })
  expect(figures({ fees: [...FEES, fee('FBA inbound placement service fee', 0.4)] })).toMatchObject({
    fees: [900, 660, 1, 40],
    note: undefined,
  })
})

test.each([
  ['another currency', 'totalAmount', { ads: [{ charge: { totalAmount: { amount: 5, currencyCode: 'USD' } } }] }],
  ['a week in one line', 'endDate', { endDate: '2026-03-08' }],
  ['no SKU', 'msku', { msku: null }],
  ['no fees at all', 'fees', { fees: undefined }],
  ['a missing figure', 'netUnitsSold', { sales: { ...SALES, netUnitsSold: undefined } }],
])('%s is refused and the column named', (_, column, change) => {
  expect(read(change)).toMatchObject({ kind: 'bad', column })
})

test('another marketplace’s line is only counted', () => {
  expect(read({ marketplaceId: 'A13V1IB3VIYZZH' })).toEqual({ kind: 'foreign' })
})

test('the query asks by day and SKU for one marketplace, both days in', () => {
  if (dataset.request.kind !== 'data-kiosk') throw new Error('no query')
  const text = dataset.request.query(scopeFor('2026-03-01', '2026-03-08'))
  expect(text).toContain(
    'aggregateBy:{date:DAY,productId:MSKU},startDate:"2026-03-01",endDate:"2026-03-07",marketplaceIds:["A1PA6795UKMFR9"]',
  )
  expect(text.length).toBeLessThan(8000)
})
