import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { askEverything } from './ask-everything.ts'
import { createRecorder, type Exchange } from './exchange.ts'
import { conformance } from './models.ts'
import { openShop, type Shop } from './shop.ts'

const OPERATIONS = [
  'createReport',
  'getMarketplaceParticipations',
  'getOrderMetrics',
  'getPurchaseOrders',
  'getReport',
  'getReportDocument',
  'getReports',
  'listTransactions',
  'searchListingsItems',
] as const
type Id = (typeof OPERATIONS)[number]

/** A question of each operation that Amazon answers 400, made from a good one. */
const SPOILED: Readonly<Partial<Record<Id, (exchange: Exchange) => Partial<Exchange>>>> = {
  createReport: () => ({ body: '{"reportType":"NO_SUCH_REPORT","marketplaceIds":["A1PA6795UKMFR9"]}' }),
  getOrderMetrics: ({ url }) => ({ url: url.replace(/granularity=\w+/, 'granularity=Fortnight') }),
  getPurchaseOrders: ({ url }) => ({ url: url.replace(/limit=\d+/, 'limit=5000') }),
  getReports: ({ url }) => ({ url: `${url}&nextToken=foreign` }),
  listTransactions: ({ url }) => ({ url: url.replace(/postedAfter=[^&]+/, 'postedAfter=yesterday') }),
  searchListingsItems: ({ url }) => ({ url: url.replace(/pageSize=\d+/, 'pageSize=500') }),
}

conformance('errors of the stand-in', () => {
  let shop: Shop
  let good: ReadonlyMap<string, Exchange>
  beforeAll(async () => {
    shop = await openShop()
    await askEverything(shop, ['halden', 'acme-vendor'])
    good = new Map(shop.exchanges.filter((one) => one.status < 300).map((one) => [shop.judge.request(one).operation ?? '', one]))
  })
  beforeEach(() => shop.amazon.control.clearFaults())
  afterAll(() => shop.close())

  /** Sends a good request again, changed, and answers its status; the answer must fit the model. */
  async function replay(id: Id, change: (exchange: Exchange) => Partial<Exchange> = () => ({})): Promise<number> {
    const base = good.get(id)
    if (!base) throw new Error(`${id} was not asked`)
    const { method, url, headers, body } = { ...base, ...change(base) }
    const { fetch: send, exchanges } = createRecorder()
    await send(url, { method, headers, ...(body === null ? {} : { body }) })
    const [exchange] = exchanges
    if (!exchange) throw new Error('nothing came back')
    const { operation, violations } = shop.judge.answer(exchange)
    expect(operation).toBe(id)
    expect(violations).toEqual([])
    return exchange.status
  }
  const access =
    (token: string) =>
    ({ headers }: Exchange) => ({ headers: { ...headers, 'x-amz-access-token': token } })
  const both = (kind: string, more: object = {}) => {
    for (const account of ['halden', 'acme-vendor']) shop.amazon.control.fault({ kind, account, ...more })
  }

  test.each(OPERATIONS)('%s: no credential, a foreign one', async (id) => {
    expect(await replay(id, access(''))).toBe(403)
    expect(await replay(id, access('Atza|nobody'))).toBe(403)
  })

  test.each(OPERATIONS)('%s: suspended, client secret ended, throttled', async (id) => {
    both('account-suspended')
    expect(await replay(id)).toBe(403)
    shop.amazon.control.clearFaults()
    both('secret-expired')
    expect(await replay(id)).toBe(403)
    shop.amazon.control.clearFaults()
    both('throttle')
    expect(await replay(id)).toBe(429)
  })

  test.each(OPERATIONS)('%s: outages', async (id) => {
    for (const status of ['500', '503', '403-expired']) {
      shop.amazon.control.fault({ kind: 'outage', api: 'selling', status })
      expect(String(await replay(id))).toBe(status.slice(0, 3))
      shop.amazon.control.clearFaults()
    }
  })

  test.each(Object.keys(SPOILED) as Id[])('%s: parameters that Amazon refuses', async (id) => {
    expect(await replay(id, SPOILED[id])).toBe(400)
  })

  test.each(['getReport', 'getReportDocument'] as const)('%s: an id nobody knows', async (id) => {
    expect(await replay(id, ({ url }) => ({ url: url.replace(/[^/]+$/, 'amzn1.nobody') }))).toBe(404)
  })

  test.each([
    'getMarketplaceParticipations',
    'getOrderMetrics',
    'getPurchaseOrders',
    'listTransactions',
    'searchListingsItems',
    'createReport',
  ] as const)('%s: its role is missing', async (id) => {
    for (const role of [
      'Product Listing',
      'Inventory and Order Tracking',
      'Finance and Accounting',
      'Selling Partner Insights',
      'Brand Analytics',
    ])
      both('remove-role', { role })
    expect(await replay(id)).toBe(403)
  })
})
