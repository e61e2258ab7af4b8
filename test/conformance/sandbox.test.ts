import { expect, test } from 'vitest'
import { createSellingApi } from '../../src/main/adapters/selling-api/create-selling-api.ts'
import type { Caller, SellingApi } from '../../src/main/core/ports/selling-api.ts'
import type { RowContext } from '../../src/main/datasets/document.ts'
import { datasets } from '../../src/main/datasets/index.ts'
import type { Channel } from '../../src/shared/domain/account.ts'
import { interval, parseDay, type Day } from '../../src/shared/domain/day.ts'
import type { AccountId, ChannelId, DatasetId } from '../../src/shared/domain/ids.ts'
import type { MarketplaceId } from '../../src/shared/domain/marketplace.ts'
import { brand } from '../../src/shared/lib/brand.ts'
import { Secret } from '../../src/shared/lib/secret.ts'
import { epochDayAt } from '../../src/shared/lib/zone.ts'
import { createTestClock } from '../twins/clock.ts'
import { createSilentLog } from '../twins/log.ts'
import { conformance, fieldsOf, readOperations, type Json } from './models.ts'

const NOW = Date.UTC(2026, 8, 15, 12)
const QUOTA = { operation: 'any', perSecond: 100, burst: 100 }
const caller: Caller = { access: { access: new Secret('Atza|x'), clientId: 'c', endsAt: NOW + 3_600_000 }, region: 'na', bucketKey: 'a' }

/** How each operation of ours reads an answer of Amazon's sandbox. */
const READERS: Readonly<Record<string, (api: SellingApi) => Promise<unknown>>> = {
  getMarketplaceParticipations: (api) => api.participations(caller),
  createReport: (api) => api.createReport(caller, { reportType: 'X', marketplaceIds: ['A'], options: {}, dates: null }),
  getReport: (api) => api.lookAtReport(caller, 'ID323'),
  getReports: (api) => api.findReports(caller, { reportType: 'X', since: NOW }),
  getReportDocument: (api) => api.resolveDocument(caller, '0356cf79'),
  getQueries: (api) => api.findQueries(caller, { since: NOW }),
  searchOrders: (api) => api.readPage(caller, { quota: QUOTA, path: '/x', query: {} }),
  getOrderMetrics: (api) => api.readPage(caller, { quota: QUOTA, path: '/x', query: {} }),
  listTransactions: (api) => api.readPage(caller, { quota: QUOTA, path: '/x', query: {} }),
  searchCatalogItems: (api) => api.readPage(caller, { quota: QUOTA, path: '/x', query: {} }),
  searchListingsItems: (api) => api.readPage(caller, { quota: QUOTA, path: '/x', query: {} }),
  getPurchaseOrders: (api) => api.probe(caller, { quota: QUOTA, path: '/x', query: {} }),
}

conformance('answers of Amazon’s static sandbox', () => {
  test.each(Object.keys(READERS))('%s: success is read, refusal is sorted', async (id) => {
    const cases = casesOf(id)
    const kinds: string[] = []
    for (const { status, response } of cases) {
      const read = fieldsOf(await READERS[id]?.(apiThatAnswers(status, response)))
      kinds.push(status < 300 ? (read['ok'] === true ? 'read' : JSON.stringify(read)) : String(fieldsOf(read['error'])['kind']))
    }
    expect(cases.length).toBeGreaterThan(0)
    expect(kinds).toEqual(cases.map(({ status }) => (status < 300 ? 'read' : 'bad-request')))
  })

  test.each([
    ['sales-daily', 'getOrderMetrics'],
    ['transactions', 'listTransactions'],
    ['listings-items', 'searchListingsItems'],
    ['catalogue', 'searchCatalogItems'],
  ])('%s reads every row of %s', (name, id) => {
    const dataset = datasets.get(brand<DatasetId>(name))
    if (dataset?.document.kind !== 'pages') throw new Error('no pages')
    const { read } = dataset.document
    const verdicts = casesOf(id)
      .filter((one) => one.status === 200)
      .flatMap((one) => [...read(one.response, id.startsWith('search') ? PRODUCTS : CONTEXT).verdicts])
    expect(verdicts.length).toBeGreaterThan(0)
    expect(verdicts.filter((one) => one.kind === 'bad')).toEqual([])
  })

  test('price, status and every issue of the sandbox’s listing are read, and no sentence about them', () => {
    const document = datasets.get(brand<DatasetId>('listings-items'))?.document
    const [page] = casesOf('searchListingsItems').filter((one) => one.status === 200)
    if (document?.kind !== 'pages') throw new Error('no pages')
    const [verdict] = [...document.read(page?.response, PRODUCTS).verdicts]
    if (verdict?.kind !== 'row') throw new Error('no row')
    expect(verdict.row.slice(1, 10)).toEqual([
      'new_new',
      1,
      0,
      10_000,
      100,
      'Merchant',
      5,
      0,
      'ERROR 18027; ERROR 18155; ERROR 18742; ERROR 90220 size; ERROR 99300',
    ])
  })

  test('purchase orders: every article of every case with details is read, and a case without is refused', () => {
    const document = datasets.get(brand<DatasetId>('vendor-purchase-orders'))?.document
    if (document?.kind !== 'pages') throw new Error('no pages')
    const kinds = casesOf('getPurchaseOrders')
      .filter((one) => one.status === 200)
      .map((one) => [...new Set([...document.read(one.response, CONTEXT).verdicts].map(({ kind }) => kind))])
    expect(kinds.length).toBeGreaterThan(2)
    expect(kinds.flat().filter((kind) => kind === 'row').length).toBe(kinds.length - 1)
    expect(kinds.filter((one) => one.includes('bad'))).toEqual([['bad']])
  })

  test.each([
    ['JP', 'A1VC38T7YXB528', 'JPY', 'Asia/Tokyo'],
    ['GB', 'A1F83G8C2ARO7P', 'GBP', 'Europe/London'],
    ['BR', 'A2Q3Y263D00KWC', 'BRL', 'America/Sao_Paulo'],
  ])(
    'the latest orders of %s: every order of its case is a row with units and money, and nothing of its buyer',
    (country, id, currency, zone) => {
      const document = datasets.get(brand<DatasetId>('orders-live'))?.document
      const page = casesOf('searchOrders').find((one) => one.status === 200 && JSON.stringify(one.response).includes(id))
      if (document?.kind !== 'pages') throw new Error('no pages')
      const channel = { ...CHANNEL, marketplaceId: brand<MarketplaceId>(id), country, currency, zone }
      const verdicts = [...document.read(page?.response, { ...CONTEXT, channel, dayAt: (at) => epochDayAt(at, zone) }).verdicts]
      const orders = page?.response['orders']
      expect(Array.isArray(orders) && orders.length > 0 ? orders.length : 'no orders').toBe(verdicts.length)
      for (const one of verdicts) {
        if (one.kind !== 'row') throw new Error(JSON.stringify(one))
        expect(one.row.slice(4).every((figure) => Number(figure) > 0)).toBe(true)
        expect(one.row).toHaveLength(6)
      }
    },
  )

  test('the cursor of a page of transactions is found', () => {
    const document = datasets.get(brand<DatasetId>('transactions'))?.document
    const [page] = casesOf('listTransactions').filter((one) => one.status === 200)
    expect(document?.kind === 'pages' ? document.read(page?.response, CONTEXT).cursor : null).toBe('Next token value')
  })
})

interface Case {
  readonly status: number
  readonly response: Json
}

function casesOf(id: string): readonly Case[] {
  const operation = readOperations().find((one) => one.id === id)
  return Object.entries(operation?.responses ?? {}).flatMap(([status, told]) => {
    const cases = fieldsOf(told['x-amzn-api-sandbox'])['static']
    return Array.isArray(cases)
      ? cases.map((one: unknown) => ({ status: Number(status), response: fieldsOf(fieldsOf(one)['response']) }))
      : []
  })
}

/** An Amazon that knows one answer; a list's cursor leads to an empty last page. */
function apiThatAnswers(status: number, response: Json): SellingApi {
  let asked = 0
  return createSellingApi({
    endpoints: { na: 'https://na.example', eu: 'https://eu.example', fe: 'https://fe.example' },
    fetch: async () => {
      asked += 1
      return Response.json(asked > 1 ? { reports: [], queries: [] } : response, { status })
    },
    clock: createTestClock(NOW),
    userAgent: 'Springline/0.1 (Language=TypeScript/6)',
    log: createSilentLog(),
  })
}

const ZONE = 'America/Los_Angeles'
const CHANNEL: Channel = {
  id: brand<ChannelId>(1),
  accountId: brand<AccountId>('a'),
  marketplaceId: brand<MarketplaceId>('ATIV93840DER'),
  country: 'US',
  name: 'US',
  currency: 'USD',
  zone: ZONE,
  wantedFrom: brand<Day>(0),
  adsProfileId: null,
}
/** Amazon's sandbox gives products of its American site, everything else of one it made up. */
const PRODUCTS: RowContext = {
  channel: { ...CHANNEL, marketplaceId: brand<MarketplaceId>('ATVPDKIKX0DER') },
  interval: interval(brand<Day>(0), brand<Day>(1)),
  dayAt: (at) => epochDayAt(at, ZONE),
  today: epochDayAt(NOW, ZONE),
}
const CONTEXT: RowContext = {
  channel: CHANNEL,
  interval: interval(dayOf('2018-01-01'), dayOf('2021-01-01')),
  dayAt: (at) => epochDayAt(at, ZONE),
  today: epochDayAt(NOW, ZONE),
}

function dayOf(text: string): Day {
  const day = parseDay(text)
  if (day === null) throw new Error(text)
  return day
}
