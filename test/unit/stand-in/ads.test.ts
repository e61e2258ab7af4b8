import { gunzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { StandIn } from '../../../src/stand-in/index.ts'
import { askLogin, openAmazon, read, type Json, type Reply } from './amazon.ts'

const TYPE = 'application/vnd.createasyncreportrequest.v3+json'
let amazon: StandIn
let headers: Record<string, string>
let scope: string

beforeEach(async () => {
  amazon = await openAmazon()
  const given = amazon.control.privateGrant({ account: 'acme-na', family: 'advertising' })
  const { body } = await askLogin(amazon.endpoints.ads.na.token, {
    grant_type: 'refresh_token',
    refresh_token: given.refreshToken,
    client_id: given.clientId,
    client_secret: given.clientSecret,
  })
  headers = { authorization: `Bearer ${String(body['access_token'])}`, 'amazon-advertising-api-clientid': given.clientId }
  scope = String(amazon.control.world().accounts.find((one) => one.id === 'acme-na')?.adsProfiles[0]?.profileId)
})
afterEach(() => amazon.stop())

const request = (change: Json = {}, configuration: Json = {}): Json => ({
  name: 'by day',
  startDate: '2026-08-01',
  endDate: '2026-08-20',
  ...change,
  configuration: {
    adProduct: 'SPONSORED_PRODUCTS',
    groupBy: ['campaign'],
    reportTypeId: 'spCampaigns',
    timeUnit: 'DAILY',
    format: 'GZIP_JSON',
    columns: ['date', 'campaignId', 'campaignName', 'impressions', 'clicks', 'cost', 'sales7d'],
    ...configuration,
  },
})
const create = async (body: Json, type = TYPE, extra: Record<string, string> = { 'amazon-advertising-api-scope': scope }): Promise<Reply> =>
  read(
    await fetch(`${amazon.endpoints.ads.na.api}/reporting/reports`, {
      method: 'POST',
      headers: { ...headers, ...extra, 'content-type': type },
      body: JSON.stringify(body),
    }),
  )
const look = async (id: unknown): Promise<Reply> =>
  read(
    await fetch(`${amazon.endpoints.ads.na.api}/reporting/reports/${String(id)}`, {
      headers: { ...headers, 'amazon-advertising-api-scope': scope },
    }),
  )

test('profiles are those of the region, with ids that are numbers near the edge', async () => {
  const text = await (await fetch(`${amazon.endpoints.ads.na.api}/v2/profiles?apiProgram=report&accessLevel=view`, { headers })).text()
  expect(text).toContain('"profileId":9007199254740881')
  expect(JSON.parse(text)).toHaveLength(2)
  expect(await (await fetch(`${amazon.endpoints.ads.eu.api}/v2/profiles`, { headers })).json()).toEqual([])
})

describe('a campaign report', () => {
  test('is pending, processing, completed, and adds up to the truth', async () => {
    const made = await create(request())
    expect(made.body['status']).toBe('PENDING')
    amazon.clock.advance(301_000)
    const done = await look(made.body['reportId'])
    expect(done.body['status']).toBe('COMPLETED')
    const rows = JSON.parse(gunzipSync(Buffer.from(await (await fetch(String(done.body['url']))).arrayBuffer())).toString()) as Json[]
    const asOf = Date.parse(String(done.body['generatedAt']))
    const { days } = amazon.control.truth({
      account: 'acme-na',
      marketplace: 'US',
      dataset: 'ads-campaign-daily',
      from: '2026-08-01',
      to: '2026-08-20',
      asOf,
    })
    for (const day of days) {
      const own = rows.filter((row) => row['date'] === day.day)
      const sum = (name: string): number => Math.round(own.reduce((all, row) => all + Number(row[name]) * 100, 0))
      expect({ rows: own.length, cost: sum('cost'), clicks: sum('clicks') / 100, sales: sum('sales7d') }).toEqual({
        rows: day['rows'],
        cost: day['moneyMinor'],
        clicks: day['clicks'],
        sales: day['sales7d'],
      })
    }
  })

  test('asked for twice while it runs names the one that runs', async () => {
    const made = await create(request())
    const again = await create(request({ name: 'another name' }))
    expect(again.status).toBe(425)
    expect(String(again.body['details'])).toContain(String(made.body['reportId']))
    amazon.clock.advance(301_000)
    expect((await create(request())).status).toBe(200)
  })

  const wrong: [string, Json, Json][] = [
    ['a bad column', {}, { columns: ['date', 'nonsense'] }],
    ['a day too many', { startDate: '2026-07-20', endDate: '2026-08-20' }, {}],
    ['days past retention', { startDate: '2026-06-01', endDate: '2026-06-05' }, {}],
    ['no date column', {}, { columns: ['clicks'] }],
  ]
  test.each(wrong)('is refused for %s', async (_what, change, configuration) => {
    expect((await create(request(change, configuration))).status).toBe(400)
  })

  test("needs its content type, a scope, and a scope of one's own", async () => {
    expect((await create(request(), 'application/json')).status).toBe(415)
    expect((await create(request(), TYPE, {})).body['details']).toBe('Scope header is missing')
    const foreign = String(amazon.control.world().accounts.find((one) => one.id === 'kestrel')?.adsProfiles[0]?.profileId)
    expect((await create(request(), TYPE, { 'amazon-advertising-api-scope': foreign })).body['details']).toBe(
      'Not authorized to access scope',
    )
  })

  test('fails when told to, and waits when throttled', async () => {
    amazon.control.fault({ kind: 'fatal', account: 'acme-na', count: 1 })
    const made = await create(request())
    amazon.clock.advance(301_000)
    expect((await look(made.body['reportId'])).body).toMatchObject({ status: 'FAILED', url: null })
    amazon.control.fault({ kind: 'throttle', operation: 'ads.getReport', count: 1 })
    const throttled = await look(made.body['reportId'])
    expect(throttled.status).toBe(429)
    expect(Number(throttled.headers.get('retry-after'))).toBeGreaterThan(0)
  })
})

test('a token that ended is refused in the words of advertising', async () => {
  amazon.clock.advance(3_600_000)
  const reply = await look('x')
  expect(reply.status).toBe(401)
  expect(reply.body['details']).toContain('Invalid token')
})
