import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { demoWorld, type StandIn } from '../../../src/stand-in/index.ts'
import { fetchReport, openAmazon, partnerOf, type Json, type Partner } from './amazon.ts'

const US = 'ATVPDKIKX0DER'
const JP = 'A1VC38T7YXB528'
const UK = 'A1F83G8C2ARO7P'
let amazon: StandIn

beforeEach(async () => {
  amazon = await openAmazon({ world: { ...demoWorld(), transactionPageSize: 40 } })
  amazon.control.pace({ quotas: 'off' })
})
afterEach(() => amazon.stop())

async function signedIn(account: string, region: 'na' | 'eu' | 'fe'): Promise<Partner> {
  const partner = await partnerOf(amazon, account, region)
  await partner.signIn()
  return partner
}

const payloadOf = (body: Json): Json[] => body['payload'] as Json[]

describe('order metrics', () => {
  const ask = (seller: Partner, change: Record<string, string> = {}) =>
    seller.get('/sales/v1/orderMetrics', {
      marketplaceIds: US,
      interval: '2026-08-01T00:00:00-07:00--2026-09-01T00:00:00-07:00',
      granularity: 'Day',
      granularityTimeZone: 'America/Los_Angeles',
      ...change,
    })

  test('equal the truth of every day', async () => {
    const seller = await signedIn('acme-na', 'na')
    const { days } = amazon.control.truth({
      account: 'acme-na',
      marketplace: 'US',
      dataset: 'sales-daily',
      from: '2026-08-01',
      to: '2026-08-31',
    })
    const said = payloadOf((await ask(seller)).body).map((one) => {
      const sales = one['totalSales'] as Json
      return { orders: one['orderCount'], units: one['unitCount'], moneyMinor: Math.round(Number(sales['amount']) * 100) }
    })
    expect(said).toEqual(days.map((day) => ({ orders: day['orders'], units: day['units'], moneyMinor: day['moneyMinor'] })))
  })

  test('add up the same by day, week, month and in total', async () => {
    const seller = await signedIn('acme-na', 'na')
    const totals = await Promise.all(
      ['Day', 'Week', 'Month', 'Total'].map(async (granularity) =>
        payloadOf((await ask(seller, { granularity })).body).reduce((sum, one) => sum + Number(one['unitCount']), 0),
      ),
    )
    expect(new Set(totals).size).toBe(1)
  })

  test('know that a day may have 25 hours', async () => {
    const seller = await signedIn('acme-na', 'na')
    const fall = payloadOf((await ask(seller, { interval: '2025-11-01T00:00:00-07:00--2025-11-04T00:00:00-08:00' })).body)
    expect(fall.map((one) => one['interval'])).toEqual([
      '2025-11-01T00:00-07:00--2025-11-02T00:00-07:00',
      '2025-11-02T00:00-07:00--2025-11-03T00:00-08:00',
      '2025-11-03T00:00-08:00--2025-11-04T00:00-08:00',
    ])
  })

  const wrong: [string, Record<string, string>][] = [
    ['an interval without offsets', { interval: '2026-08-01T00:00:00--2026-09-01T00:00:00' }],
    ['a zone that does not fit the offset', { granularityTimeZone: 'Europe/Paris' }],
    ['days without a zone', { granularityTimeZone: 'Nowhere/Land' }],
    ['hours of long ago', { granularity: 'Hour', interval: '2026-06-01T00:00:00-07:00--2026-06-02T00:00:00-07:00' }],
    ['days of more than two years ago', { interval: '2023-06-01T00:00:00-07:00--2023-06-02T00:00:00-07:00' }],
    ['two marketplaces', { marketplaceIds: `${US},A2EUQ1WTGCTBG2` }],
  ]
  test.each(wrong)('refuse %s', async (_what, change) => {
    expect((await ask(await signedIn('acme-na', 'na'), change)).status).toBe(400)
  })
})

describe('transactions', () => {
  async function all(seller: Partner, query: Record<string, string>): Promise<{ transactions: Json[]; emptyPages: number }> {
    const transactions: Json[] = []
    let emptyPages = 0
    let token: string | undefined
    do {
      const { body } = await seller.get('/finances/2024-06-19/transactions', token === undefined ? query : { ...query, nextToken: token })
      const payload = body['payload'] as { nextToken?: string; transactions: Json[] }
      emptyPages += payload.transactions.length === 0 ? 1 : 0
      transactions.push(...payload.transactions)
      token = payload.nextToken
    } while (token !== undefined)
    return { transactions, emptyPages }
  }

  test('walk through empty pages to the truth of every day', async () => {
    const seller = await signedIn('juniper-jp', 'fe')
    const { transactions, emptyPages } = await all(seller, {
      postedAfter: '2026-08-01T00:00:00+09:00',
      postedBefore: '2026-08-11T00:00:00+09:00',
      marketplaceId: JP,
    })
    const { days } = amazon.control.truth({
      account: 'juniper-jp',
      marketplace: 'JP',
      dataset: 'transactions',
      from: '2026-08-01',
      to: '2026-08-10',
    })
    const total = transactions.reduce((sum, one) => sum + Number((one['totalAmount'] as Json)['currencyAmount']), 0)
    expect(emptyPages).toBeGreaterThan(0)
    expect(transactions).toHaveLength(days.reduce((sum, day) => sum + Number(day['rows']), 0))
    expect(total).toBe(days.reduce((sum, day) => sum + Number(day['moneyMinor']), 0))
  })

  test('have breakdowns that add up to the total at every level', async () => {
    const seller = await signedIn('kestrel', 'na')
    const { transactions } = await all(seller, { postedAfter: '2026-08-01T00:00:00Z', postedBefore: '2026-08-06T00:00:00Z' })
    const cents = (amount: unknown): number => Math.round(Number((amount as Json)['currencyAmount']) * 100)
    const check = (whole: unknown, parts: Json[]): void => {
      if (parts.length === 0) return
      expect(parts.reduce((sum, part) => sum + cents(part['breakdownAmount']), 0)).toBe(cents(whole))
      for (const part of parts) check(part['breakdownAmount'], part['breakdowns'] as Json[])
    }
    for (const one of transactions) {
      check(one['totalAmount'], one['breakdowns'] as Json[])
      for (const item of one['items'] as Json[]) check(item['totalAmount'], item['breakdowns'] as Json[])
    }
    expect(new Set(transactions.map((one) => one['transactionType']))).toContain('Refund')
  })

  test('move from held back to released under the same id', async () => {
    const seller = await signedIn('kestrel', 'na')
    const query = { postedAfter: '2026-09-10T00:00:00Z', postedBefore: '2026-09-12T00:00:00Z' }
    const held = (await all(seller, query)).transactions
      .filter((one) => one['transactionStatus'] === 'DEFERRED')
      .map((one) => one['transactionId'])
    amazon.clock.advance(20 * 86_400_000)
    await seller.signIn()
    const later = new Map((await all(seller, query)).transactions.map((one) => [one['transactionId'], one['transactionStatus']]))
    expect(held.length).toBeGreaterThan(0)
    expect(held.every((id) => later.get(id) === 'DEFERRED_RELEASED')).toBe(true)
  })

  test("keep Amazon's rules about dates and tokens", async () => {
    const seller = await signedIn('kestrel', 'na')
    const ask = (query: Record<string, string>) => seller.get('/finances/2024-06-19/transactions', query)
    expect((await ask({})).status).toBe(400)
    expect((await ask({ postedAfter: '2026-09-15T11:59:00Z' })).status).toBe(400)
    expect((await ask({ postedAfter: '2026-01-01T00:00:00Z' })).body).toEqual({ payload: { transactions: [] } })
    const first = await ask({ postedAfter: '2026-08-01T00:00:00Z', postedBefore: '2026-08-06T00:00:00Z' })
    const nextToken = String((first.body['payload'] as Json)['nextToken'])
    expect((await ask({ postedAfter: '2026-08-02T00:00:00Z', postedBefore: '2026-08-06T00:00:00Z', nextToken })).status).toBe(400)
  })
})

describe('reports', () => {
  const orders = {
    reportType: 'GET_FLAT_FILE_ALL_ORDERS_DATA_BY_ORDER_DATE_GENERAL',
    marketplaceIds: [US],
    dataStartTime: '2026-09-01T00:00:00Z',
    dataEndTime: '2026-09-02T00:00:00Z',
  }
  const statusOf = async (seller: Partner, id: unknown) =>
    (await seller.get(`/reports/2021-06-30/reports/${String(id)}`)).body['processingStatus']

  test('wait, are worked on, and are done', async () => {
    const seller = await signedIn('kestrel', 'na')
    amazon.control.pace({ queueMs: [100_000, 100_000] })
    const { body } = await seller.post('/reports/2021-06-30/reports', orders)
    expect(await statusOf(seller, body['reportId'])).toBe('IN_QUEUE')
    amazon.clock.advance(70_000)
    expect(await statusOf(seller, body['reportId'])).toBe('IN_PROGRESS')
    amazon.clock.advance(30_000)
    expect(await statusOf(seller, body['reportId'])).toBe('DONE')
  })

  test('belong to the account that asked', async () => {
    const seller = await signedIn('kestrel', 'na')
    const other = await signedIn('acme-na', 'na')
    const { body } = await seller.post('/reports/2021-06-30/reports', orders)
    expect((await other.get(`/reports/2021-06-30/reports/${String(body['reportId'])}`)).status).toBe(404)
  })

  test('are listed page by page with a token that must come alone', async () => {
    const seller = await signedIn('kestrel', 'na')
    for (let index = 0; index < 3; index += 1) await seller.post('/reports/2021-06-30/reports', orders)
    const query = { reportTypes: orders.reportType, pageSize: '2' }
    const first = await seller.get('/reports/2021-06-30/reports', query)
    const nextToken = String(first.body['nextToken'])
    expect(first.body['reports']).toHaveLength(2)
    expect((await seller.get('/reports/2021-06-30/reports', { ...query, nextToken })).status).toBe(400)
    expect((await seller.get('/reports/2021-06-30/reports', { nextToken })).body['reports']).toHaveLength(1)
  })

  test('have documents whose address ends after five minutes', async () => {
    const seller = await signedIn('kestrel', 'na')
    const { report } = await fetchReport(seller, orders)
    const { body } = await seller.get(`/reports/2021-06-30/documents/${String(report['reportDocumentId'])}`)
    expect((await fetch(String(body['url']))).status).toBe(200)
    amazon.clock.advance(5 * 60_000)
    expect((await fetch(String(body['url']))).status).toBe(403)
  })

  test('can be damaged on request', async () => {
    const seller = await signedIn('kestrel', 'na')
    amazon.control.fault({ kind: 'truncate-document', count: 1 })
    await expect(fetchReport(seller, orders)).rejects.toThrow()
    expect((await fetchReport(seller, orders)).bytes.length).toBeGreaterThan(0)
    amazon.control.fault({ kind: 'fatal', account: 'kestrel', count: 1 })
    const fatal = await fetchReport(seller, orders)
    expect(fatal.report['processingStatus']).toBe('FATAL')
    expect(fatal.bytes.toString()).toContain('internal error')
    amazon.control.fault({ kind: 'missing-column' })
    expect((await fetchReport(seller, orders)).bytes.toString().split('\n')[0]?.split('\t')).not.toContain('sku')
  })
})

describe('a vendor', () => {
  const sales = (
    from: string,
    to: string,
    options: Record<string, string> = { reportPeriod: 'DAY', distributorView: 'MANUFACTURING', sellingProgram: 'RETAIL' },
  ) => ({
    reportType: 'GET_VENDOR_SALES_REPORT',
    marketplaceIds: [UK],
    dataStartTime: `${from}T00:00:00Z`,
    dataEndTime: `${to}T00:00:00Z`,
    reportOptions: options,
  })

  test('gets daily sales that add up to the truth', async () => {
    const vendor = await signedIn('acme-vendor', 'eu')
    const { report, bytes } = await fetchReport(vendor, sales('2026-08-28', '2026-09-08'))
    const rows = (
      JSON.parse(bytes.toString()) as { salesByAsin: { startDate: string; shippedRevenue: { amount: number }; shippedUnits: number }[] }
    ).salesByAsin
    const { days } = amazon.control.truth({
      account: 'acme-vendor',
      marketplace: 'UK',
      dataset: 'vendor-sales',
      from: '2026-08-28',
      to: '2026-09-08',
      asOf: Date.parse(String(report['processingEndTime'])),
    })
    for (const day of days) {
      const own = rows.filter((row) => row.startDate === day.day)
      expect({
        rows: own.length,
        cents: Math.round(own.reduce((sum, row) => sum + row.shippedRevenue.amount, 0) * 100),
        units: own.reduce((sum, row) => sum + row.shippedUnits, 0),
      }).toEqual({ rows: day['rows'], cents: day['moneyMinor'], units: day['units'] })
    }
  })

  test('is told why a report cannot be made', async () => {
    const vendor = await signedIn('acme-vendor', 'eu')
    const early = await fetchReport(vendor, sales('2026-09-10', '2026-09-14'))
    expect(early.report['processingStatus']).toBe('FATAL')
    expect(early.bytes.toString()).toContain('not yet available')
    expect((await fetchReport(vendor, sales('2026-09-01', '2026-09-02', { reportPeriod: 'DAY' }))).bytes.toString()).toContain(
      'distributorView',
    )
  })

  test('reads purchase orders a week at a time, page by page', async () => {
    const vendor = await signedIn('acme-vendor', 'eu')
    const ask = (query: Record<string, string>) => vendor.get('/vendor/orders/v1/purchaseOrders', query)
    expect((await ask({ createdAfter: '2026-09-01T00:00:00Z' })).status).toBe(400)
    const week = { createdAfter: '2026-09-01T00:00:00Z', createdBefore: '2026-09-08T00:00:00Z' }
    const whole = (await ask(week)).body['payload'] as { orders: Json[] }
    const first = (await ask({ ...week, limit: '2' })).body['payload'] as { orders: Json[]; pagination: { nextToken: string } }
    const second = (await ask({ ...week, limit: '2', nextToken: first.pagination.nextToken })).body['payload'] as { orders: Json[] }
    expect(whole.orders.slice(0, 4)).toEqual([...first.orders, ...second.orders])
  })
})
