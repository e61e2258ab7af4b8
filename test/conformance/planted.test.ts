import { afterAll, beforeAll, expect, test } from 'vitest'
import { askEverything } from './ask-everything.ts'
import type { Exchange } from './exchange.ts'
import { conformance, fieldsOf } from './models.ts'
import { reportValidator } from './schemas.ts'
import { openShop, type Shop } from './shop.ts'

type Path = readonly (string | number)[]

/** The lane itself on trial: whatever is planted must be seen. */
conformance('planted faults', () => {
  let shop: Shop
  let asked: ReadonlyMap<string, Exchange>
  let vendorReport: unknown
  beforeAll(async () => {
    shop = await openShop()
    const documents = await askEverything(shop, ['halden', 'acme-vendor'])
    vendorReport = JSON.parse(documents.find((one) => one.reportType === 'GET_VENDOR_SALES_REPORT')?.text ?? 'null')
    const pairs = shop.exchanges.map((one) => [shop.judge.request(one).operation ?? '', one] as const)
    // The longest answer of each operation has the most to plant in.
    const told = pairs.filter(([, one]) => one.answer !== '')
    asked = new Map(told.toSorted((a, b) => a[1].answer.length - b[1].answer.length))
  })
  afterAll(() => shop.close())

  test('in answers: a field of another type, anywhere', () => {
    expect(asked.size).toBe(16)
    expect([...asked.values()].flatMap((one) => places(JSON.parse(one.answer))).length).toBeGreaterThan(100)
    for (const [id, exchange] of asked) {
      const json: unknown = JSON.parse(exchange.answer)
      for (const path of places(json)) {
        const planted = { ...exchange, answer: JSON.stringify(put(json, path, { planted: true })) }
        expect({ id, path, seen: shop.judge.answer(planted).violations.length > 0 }).toEqual({ id, path, seen: true })
      }
    }
  })

  test('in answers: a field that no model names, in every object', () => {
    for (const [id, exchange] of asked) {
      const json: unknown = JSON.parse(exchange.answer)
      for (const path of [[], ...places(json).filter((one) => isObject(at(json, one)))]) {
        const planted = { ...exchange, answer: JSON.stringify(put(json, [...path, 'plantedField'], 'x')) }
        expect({ id, path, seen: shop.judge.answer(planted).violations.length > 0 }).toEqual({ id, path, seen: true })
      }
    }
  })

  test.each([
    ['createReport', ['reportId']],
    ['getReport', ['processingStatus']],
    ['getReport', ['createdTime']],
    ['getReportDocument', ['url']],
    ['getReports', ['reports']],
    ['getMarketplaceParticipations', ['payload', 0, 'marketplace', 'countryCode']],
    ['getOrderMetrics', ['payload', 0, 'totalSales']],
    ['searchListingsItems', ['numberOfResults']],
    ['searchListingsItems', ['items', 0, 'sku']],
    ['getInventorySummaries', ['payload', 'granularity']],
    ['searchCatalogItems', ['items', 0, 'asin']],
    ['getPurchaseOrders', ['payload', 'orders', 0, 'purchaseOrderNumber']],
  ] as const)('in answers: %s without %s', (id, path) => {
    const exchange = asked.get(id)
    if (!exchange) throw new Error('not asked')
    const planted = { ...exchange, answer: JSON.stringify(put(JSON.parse(exchange.answer), path, undefined)) }
    expect(shop.judge.answer(planted).violations).not.toEqual([])
  })

  test.each([
    [
      'an enum’s foreign word',
      'getReport',
      (one: Exchange) => ({ answer: one.answer.replace(/"processingStatus":"\w+"/, '"processingStatus":"FINISHED"') }),
    ],
    [
      'a time that is none',
      'getReport',
      (one: Exchange) => ({ answer: one.answer.replace(/"createdTime":"[^"]+"/, '"createdTime":"last week"') }),
    ],
    ['a status nobody documented', 'getReport', () => ({ status: 418 })],
    ['an error in a success’s place', 'getReport', () => ({ answer: '{"errors":[{"code":"x","message":"y"}]}' })],
    ['an error without a message', 'getReport', () => ({ status: 400, answer: '{"errors":[{"code":"x"}]}' })],
    ['no JSON', 'getReport', () => ({ answer: '<html>' })],
    ['another content type', 'getReport', () => ({ contentType: 'text/html' })],
  ] as const)('in answers: %s', (_what, id, change) => {
    const exchange = asked.get(id)
    if (!exchange) throw new Error('not asked')
    expect(shop.judge.answer({ ...exchange, ...change(exchange) }).violations).not.toEqual([])
  })

  test.each([
    ['a required parameter left out', 'getOrderMetrics', ({ url }: Exchange) => ({ url: url.replace('interval=', 'span=') })],
    ['a parameter no model names', 'listTransactions', ({ url }: Exchange) => ({ url: `${url}&colour=blue` })],
    ['a parameter twice', 'listTransactions', ({ url }: Exchange) => ({ url: `${url}&marketplaceId=A1F83G8C2ARO7P` })],
    [
      'an enum’s foreign word',
      'getOrderMetrics',
      ({ url }: Exchange) => ({ url: url.replace('granularity=Day', 'granularity=Daily').replace('granularity=Total', 'granularity=Sum') }),
    ],
    [
      'a date that is none',
      'listTransactions',
      ({ url }: Exchange) => ({ url: url.replace(/postedAfter=[^&]+/, 'postedAfter=yesterday') }),
    ],
    ['a number too large', 'searchListingsItems', ({ url }: Exchange) => ({ url: url.replace(/pageSize=\d+/, 'pageSize=21') })],
    ['no number', 'searchListingsItems', ({ url }: Exchange) => ({ url: url.replace(/pageSize=\d+/, 'pageSize=one') })],
    [
      'too many products',
      'searchCatalogItems',
      ({ url }: Exchange) => ({ url: url.replace('identifiers=', `identifiers=${'B000000001%2C'.repeat(21)}`) }),
    ],
    ['no truth', 'getInventorySummaries', ({ url }: Exchange) => ({ url: url.replace('details=true', 'details=yes') })],
    ['another path', 'getReport', ({ url }: Exchange) => ({ url: url.replace('2021-06-30', '2020-09-04') })],
    ['another method', 'getReportDocument', () => ({ method: 'POST', headers: {}, body: '{}' })],
    ['a body in a GET', 'getReport', () => ({ body: '{}' })],
    ['no credential', 'getReport', ({ headers }: Exchange) => ({ headers: { ...headers, 'x-amz-access-token': '' } })],
    [
      'a user agent without its language',
      'getReport',
      ({ headers }: Exchange) => ({ headers: { ...headers, 'user-agent': 'Springline/1' } }),
    ],
    ['a body without its report type', 'createReport', () => ({ body: '{"marketplaceIds":["A"]}' })],
    [
      'a body with too many marketplaces',
      'createReport',
      () => ({ body: JSON.stringify({ reportType: 'X', marketplaceIds: Array.from({ length: 26 }, () => 'A') }) }),
    ],
    ['a body with a foreign field', 'createReport', () => ({ body: '{"reportType":"X","marketplaceIds":["A"],"reportOption":{}}' })],
    [
      'a body with a wrong date',
      'createReport',
      () => ({ body: '{"reportType":"X","marketplaceIds":["A"],"dataStartTime":"2026-03-10"}' }),
    ],
    ['no body', 'createReport', () => ({ body: null })],
  ] as const)('in requests: %s', (_what, id, change) => {
    const exchange = asked.get(id)
    if (!exchange) throw new Error('not asked')
    expect(shop.judge.request(exchange).violations).toEqual([])
    expect(shop.judge.request({ ...exchange, ...change(exchange) }).violations).not.toEqual([])
  })

  test('in the vendor report: a field of another type or name, anywhere', () => {
    const validate = reportValidator('vendorSalesReport')
    expect(validate(vendorReport)).toBe(true)
    const paths = places(vendorReport)
    expect(paths.length).toBeGreaterThan(20)
    for (const path of paths) {
      expect({ path, seen: !validate(put(vendorReport, path, { planted: true })) }).toEqual({ path, seen: true })
      if (isObject(at(vendorReport, path)) && !path.includes('reportOptions')) {
        expect({ path, seen: !validate(put(vendorReport, [...path, 'plantedField'], 1)) }).toEqual({ path, seen: true })
      }
    }
  })
})

/** Every place of a JSON value; of a list only its first element, because the others have the same schema. */
function places(json: unknown, path: Path = []): Path[] {
  const inside = Array.isArray(json) ? json.slice(0, 1).map((one, index) => [index, one] as const) : Object.entries(fieldsOf(json))
  return inside.flatMap(([name, value]) => [[...path, name], ...places(value, [...path, name])])
}

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function at(json: unknown, path: Path): unknown {
  return path.reduce<unknown>((value, name) => (Array.isArray(value) ? value[Number(name)] : fieldsOf(value)[name]), json)
}

/** A copy with one place changed; `undefined` takes it away. */
function put(json: unknown, [name, ...rest]: Path, value: unknown): unknown {
  if (name === undefined) return value
  if (Array.isArray(json)) return json.map((one: unknown, index) => (index === name ? put(one, rest, value) : one))
  const fields = fieldsOf(json)
  return { ...fields, [name]: put(fields[name], rest, value) }
}
