import { gzipSync } from 'node:zlib'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { brand } from '../../../src/shared/lib/brand.ts'
import type { DatasetId } from '../../../src/shared/domain/ids.ts'
import { day, days, GERMANY, NOON, openShop, orderFor, type Shop } from './shop.ts'
import { ordersText } from './orders-text.ts'

let shop: Shop
beforeEach(() => void (shop = openShop()))
afterEach(() => shop.end())

const range = days('2026-03-01', '2026-03-04')
const id = (name: string) => brand<DatasetId>(name)
const json = (value: string) => new Uint8Array(gzipSync(value))

test('campaign days keep long ids to the last digit', async () => {
  const body =
    '[{"date":"2026-03-02","campaignId":90071992547409931,"campaignName":"Winter","campaignStatus":"ENABLED","impressions":9,"clicks":2,"cost":1.23,"purchases7d":1,"purchases14d":2,"sales7d":19.99,"sales14d":39.98,"unitsSoldClicks7d":1,"unitsSoldClicks14d":2}]'
  expect(await shop.commit(orderFor({ dataset: id('ads-campaign-daily') }), json(body))).toMatchObject({ ok: true, value: { rows: 1 } })
  expect(await shop.reader.stores.reports.ads(GERMANY.id, range)).toEqual([
    {
      adProduct: 'sponsored-products',
      day: day('2026-03-02'),
      campaignId: '90071992547409931',
      campaign: 'Winter',
      impressions: 9,
      clicks: 2,
      costMinor: 123,
      salesMinor: 1999,
      purchases: 1,
      units: 1,
    },
  ])
})

test('vendor sales are read back per product and day', async () => {
  const body = JSON.stringify({
    reportSpecification: {
      reportOptions: { reportPeriod: 'DAY', distributorView: 'MANUFACTURING', sellingProgram: 'RETAIL' },
      marketplaceIds: [GERMANY.marketplaceId],
    },
    salesByAsin: [
      {
        startDate: '2026-03-02',
        endDate: '2026-03-02',
        asin: 'B000000001',
        orderedUnits: 5,
        shippedUnits: 4,
        shippedRevenue: { amount: 40.5, currencyCode: 'EUR' },
        shippedCogs: { amount: 30, currencyCode: 'EUR' },
        customerReturns: 1,
      },
    ],
  })
  await shop.commit(orderFor({ dataset: id('vendor-sales') }), json(body))
  expect(await shop.reader.stores.reports.vendor(GERMANY.id, range)).toEqual([
    {
      day: day('2026-03-02'),
      asin: 'B000000001',
      orderedUnits: 5,
      orderedMinor: null,
      shippedUnits: 4,
      shippedMinor: 4050,
      shippedCogsMinor: 3000,
      returns: 1,
    },
  ])
})

test('daily sales come from one page', async () => {
  const order = orderFor({ dataset: id('sales-daily') })
  const payload = [
    {
      interval: '2026-03-02T00:00:00+01:00--2026-03-03T00:00:00+01:00',
      unitCount: 4,
      orderItemCount: 3,
      orderCount: 2,
      totalSales: { amount: '59.97', currencyCode: 'EUR' },
    },
  ]
  await shop.ingest.addPage(order, new TextEncoder().encode(JSON.stringify({ payload })))
  await shop.ingest.commitPages(order)
  expect(await shop.reader.stores.reports.salesMetrics(GERMANY.id, range)).toEqual([
    { day: day('2026-03-02'), orders: 2, units: 4, orderedMinor: 5997 },
  ])
})

test('a snapshot replaces the one before and says when it was taken; products keep their newest title', async () => {
  const listing = (lines: string[]) =>
    ['item-name\tlisting-id\tseller-sku\tprice\tquantity\topen-date\tasin1\tfulfillment-channel\tstatus', ...lines, ''].join('\n')
  await shop.commit(orderFor(), ordersText([{ sku: 'S1', title: 'Old name' }]))
  await shop.commit(
    orderFor({ dataset: id('listings') }),
    listing(['New name\tL1\tS1\t9.99\t3\t2018-05-07 10:00:00 UTC\tB0S1\tDEFAULT\tActive', 'Gone\tL2\tS2\t\t\t\tB0S2\tAMAZON_EU\tInactive']),
  )
  await shop.commit(
    orderFor({ dataset: id('listings'), fetchedAt: NOON + 5 }),
    listing(['New name\tL1\tS1\t9.49\t3\t2018-05-07 10:00:00 UTC\tB0S1\tDEFAULT\tActive']),
  )
  await shop.commit(orderFor(), ordersText([{ sku: 'S1', title: 'Old name', price: '5.00' }]))
  expect(await shop.reader.stores.reports.products(GERMANY.id)).toMatchObject([
    {
      sku: 'S1',
      asin: 'B0S1',
      title: 'New name',
      status: 'Active',
      priceMinor: 949,
      quantity: 3,
      openedOn: day('2018-05-07'),
      fulfilment: 'Merchant',
      buyable: null,
      errors: null,
      stockTotal: null,
    },
  ])
  expect(await shop.reader.stores.ledger.snapshots()).toEqual([
    { channelId: GERMANY.id, dataset: id('listings'), takenAt: NOON + 5, rows: 1 },
  ])
  expect(await shop.reader.stores.reports.productSales(GERMANY.id, range, 5)).toEqual([
    { sku: 'S1', asin: 'B0S1', title: 'New name', units: 1, orders: 1, orderedMinor: 500 },
  ])
})
