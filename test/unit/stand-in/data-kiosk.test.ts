import { gunzipSync } from 'node:zlib'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { StandIn } from '../../../src/stand-in/index.ts'
import { openAmazon, partnerOf, type Json } from './amazon.ts'

const US = 'ATVPDKIKX0DER'
const ROOT = '/dataKiosk/2023-11-15'
const textFor = (list: string, aggregate: string, fields: string) =>
  `query { analytics_salesAndTraffic_2024_04_24 { ${list}(aggregateBy: ${aggregate}, startDate: "2026-08-01", endDate: "2026-08-03", marketplaceIds: ["${US}"]) { ${fields} } } }`
let amazon: StandIn

beforeEach(async () => {
  amazon = await openAmazon()
  amazon.control.pace({ quotas: 'off', queueMs: [1000, 1000] })
})
afterEach(() => amazon.stop())

test('a query answers one line a day with just the fields asked for, and they are the truth', async () => {
  const seller = await partnerOf(amazon, 'acme-na', 'na')
  await seller.signIn()
  const query = textFor('salesAndTrafficByDate', 'DAY', 'startDate sales { orderedProductSales { amount } } traffic { sessions }')
  const { queryId } = (await seller.post(`${ROOT}/queries`, { query })).body
  expect((await seller.get(`${ROOT}/queries/${String(queryId)}`)).body['processingStatus']).toBe('IN_QUEUE')
  amazon.clock.advance(2000)
  const told = (await seller.get(`${ROOT}/queries/${String(queryId)}`)).body
  const address = (await seller.get(`${ROOT}/documents/${String(told['dataDocumentId'])}`)).body
  const bytes = Buffer.from(await (await fetch(String(address['documentUrl']))).arrayBuffer())
  const text = (bytes[0] === 0x1f ? gunzipSync(bytes) : bytes).toString()
  const lines = text.trim().split('\n')
  const { days } = amazon.control.truth({
    account: 'acme-na',
    marketplace: 'US',
    dataset: 'sales-traffic-daily',
    from: '2026-08-01',
    to: '2026-08-03',
  })
  expect(lines.map((line) => JSON.parse(line) as Json)).toEqual(
    days.map((day) => ({
      startDate: day.day,
      sales: { orderedProductSales: { amount: Number(day['moneyMinor']) / 100 } },
      traffic: { sessions: day['sessions'] },
    })),
  )
})

test('a result longer than a page goes on in queries of its own, and together they are what one page would be', async () => {
  const seller = await partnerOf(amazon, 'acme-na', 'na')
  await seller.signIn()
  const query = textFor('salesAndTrafficByDate', 'DAY', 'startDate sales { unitsOrdered }')
  const linesFor = async (body: Json) => {
    const { queryId } = (await seller.post(`${ROOT}/queries`, body)).body
    amazon.clock.advance(2000)
    const told = (await seller.get(`${ROOT}/queries/${String(queryId)}`)).body
    const address = (await seller.get(`${ROOT}/documents/${String(told['dataDocumentId'])}`)).body
    const bytes = Buffer.from(await (await fetch(String(address['documentUrl']))).arrayBuffer())
    const text = (bytes[0] === 0x1f ? gunzipSync(bytes) : bytes).toString()
    return { lines: text.trim().split('\n'), next: (told['pagination'] as Json | undefined)?.['nextToken'] }
  }
  const whole = await linesFor({ query })
  amazon.control.pace({ pageLines: 2 })
  const first = await linesFor({ query })
  const second = await linesFor({ query, paginationToken: first.next })
  expect([whole.next, first.lines.length, second.next]).toEqual([undefined, 2, undefined])
  expect([...first.lines, ...second.lines]).toEqual(whole.lines)
  const other = query.replace('unitsOrdered', 'unitsShipped')
  expect((await seller.post(`${ROOT}/queries`, { query: other, paginationToken: first.next })).status).toBe(400)
})

test('a query that is cancelled ends without a document; a finished one stays as it is', async () => {
  const seller = await partnerOf(amazon, 'acme-na', 'na')
  await seller.signIn()
  const order = async () =>
    String((await seller.post(`${ROOT}/queries`, { query: textFor('salesAndTrafficByDate', 'DAY', 'startDate') })).body['queryId'])
  const [waiting, finished] = [await order(), await order()]
  expect((await seller.delete(`${ROOT}/queries/${waiting}`)).status).toBe(204)
  amazon.clock.advance(2000)
  expect((await seller.delete(`${ROOT}/queries/${finished}`)).status).toBe(204)
  const status = async (id: string) => (await seller.get(`${ROOT}/queries/${id}`)).body['processingStatus']
  expect([await status(waiting), await status(finished)]).toEqual(['CANCELLED', 'DONE'])
  expect((await seller.delete(`${ROOT}/queries/1`)).status).toBe(404)
})

test.each([
  ['an unknown field', textFor('salesAndTrafficByDate', 'DAY', 'startDate buyerName')],
  ['an unknown list', textFor('salesByBuyer', 'DAY', 'startDate')],
  ['an aggregation there is not', textFor('salesAndTrafficByAsin', 'BUYER', 'startDate')],
  ['broken text', 'query { analytics_salesAndTraffic_2024_04_24 {'],
  ['too long a text', textFor('salesAndTrafficByDate', 'DAY', 'startDate '.repeat(1000))],
])('%s is refused', async (_, query) => {
  const seller = await partnerOf(amazon, 'acme-na', 'na')
  await seller.signIn()
  expect((await seller.post(`${ROOT}/queries`, { query })).status).toBe(400)
})

test('without the role a query is denied', async () => {
  const seller = await partnerOf(amazon, 'acme-na', 'na')
  await seller.signIn()
  amazon.control.fault({ kind: 'remove-role', account: 'acme-na', role: 'Brand Analytics' })
  expect((await seller.post(`${ROOT}/queries`, { query: textFor('salesAndTrafficByDate', 'DAY', 'startDate') })).status).toBe(403)
})
