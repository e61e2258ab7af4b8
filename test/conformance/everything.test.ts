import { afterAll, beforeAll, expect, test } from 'vitest'
import { datasets } from '../../src/main/datasets/index.ts'
import { askEverything, KIOSK, type Fetched } from './ask-everything.ts'
import { conformance } from './models.ts'
import { ASKED } from './operations.ts'
import { openShop, type Shop } from './shop.ts'
import { reportValidator } from './schemas.ts'

conformance('everything the adapters and datasets ask, and what the stand-in answers', () => {
  let shop: Shop
  let documents: readonly Fetched[]
  beforeAll(async () => {
    shop = await openShop()
    documents = await askEverything(shop)
  })
  afterAll(() => shop.close())

  test('every request is one of a model, with its parameters, types and enums, and its body', () => {
    const verdicts = shop.exchanges.map((one) => shop.judge.request(one))
    expect([...new Set(verdicts.map((one) => one.operation ?? 'unknown'))].sort()).toEqual(ASKED)
    expect([...new Set(verdicts.flatMap((one) => one.violations.map((text) => `${one.operation} ${text}`)))]).toEqual([])
    expect(verdicts.length).toBeGreaterThan(100)
  })

  test('every answer has the fields and types of its response schema, and no others', () => {
    const verdicts = shop.exchanges.map((one) => shop.judge.answer(one))
    expect([
      ...new Set(verdicts.flatMap((one) => one.violations.map((text) => `${one.operation} ${text.replaceAll(/\/\d+/g, '/*')}`))),
    ]).toEqual([])
    expect(shop.exchanges.filter((one) => one.status === 200 && one.answer.length > 1000).length).toBeGreaterThan(50)
  })

  test('every dataset of the selling API was asked, and every report it names was delivered', () => {
    const types = [...datasets.values()]
      .flatMap((one) => [one.request, one.changes, one.fallback?.request])
      .flatMap((one) => (one?.kind === 'amazon-report' || one?.kind === 'listed-reports' ? [one.reportType] : []))
    expect([...new Set(documents.map((one) => one.reportType))].sort()).toEqual([...new Set([...types, KIOSK])].sort())
    expect(documents.every((one) => one.text.length > 100)).toBe(true)
  })

  test('the sales and traffic report fits its published schema', () => {
    const validate = reportValidator('sellerSalesAndTrafficReport')
    const reports = documents.filter((one) => one.reportType === 'GET_SALES_AND_TRAFFIC_REPORT').map((one): unknown => JSON.parse(one.text))
    expect(reports.length).toBeGreaterThan(2)
    for (const report of reports) {
      validate(report)
      expect(validate.errors ?? []).toEqual([])
    }
  })

  test.each([
    ['vendorSalesReport', 'GET_VENDOR_SALES_REPORT', 4],
    ['vendorInventoryReport', 'GET_VENDOR_INVENTORY_REPORT', 2],
    ['vendorTrafficReport', 'GET_VENDOR_TRAFFIC_REPORT', 2],
    ['vendorNetPureProductMarginReport', 'GET_VENDOR_NET_PURE_PRODUCT_MARGIN_REPORT', 2],
    ['vendorForecastingReport', 'GET_VENDOR_FORECASTING_REPORT', 2],
  ])('%s: every document fits its published schema', (schema, type, count) => {
    const validate = reportValidator(schema)
    const reports = documents.filter((one) => one.reportType === type).map((one): unknown => JSON.parse(one.text))
    expect(reports.length).toBe(count)
    for (const report of reports) {
      validate(report)
      expect(validate.errors ?? []).toEqual([])
    }
  })
})
