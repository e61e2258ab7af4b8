import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createAdsApi } from '../../../src/main/adapters/ads-api/create-ads-api.ts'
import { parseWithIds } from '../../../src/main/adapters/ads-api/parse-with-ids.ts'
import type { Caller } from '../../../src/main/core/ports/selling-api.ts'
import { Secret } from '../../../src/shared/lib/secret.ts'
import { createTestClock } from '../../twins/clock.ts'
import { createSilentLog } from '../../twins/log.ts'
import { valueOf } from '../value-of.ts'
import { orderFor } from './ads-suite.ts'

const START = Date.UTC(2026, 10, 23)
const caller: Caller = {
  access: { access: new Secret('Atza|SECRET'), clientId: 'ads-client', endsAt: START },
  region: 'na',
  bucketKey: 'acc_1',
}

function openScripted(answer: (url: URL, init: RequestInit) => Response) {
  const asked: { url: URL; init: RequestInit }[] = []
  const clock = createTestClock(START)
  const log = createSilentLog()
  const send: typeof fetch = async (input, init = {}) => {
    const url = new URL(new Request(input).url)
    asked.push({ url, init })
    return answer(url, init)
  }
  const api = { api: 'https://ads.example' }
  return {
    asked,
    clock,
    log,
    api: createAdsApi({ endpoints: { na: api, eu: api, fe: api }, fetch: send, clock, userAgent: 'Springline/0.1', log }),
  }
}
const text = (body: string, status = 200, headers: Record<string, string> = {}) =>
  new Response(body, { status, headers: { 'content-type': 'application/json', ...headers } })
const profile = (id: string, change: object = {}) =>
  JSON.stringify({
    profileId: 0,
    countryCode: 'US',
    currencyCode: 'USD',
    timezone: 'America/Los_Angeles',
    accountInfo: { marketplaceStringId: 'ATVPDKIKX0DER', id: 'A1', type: 'seller', name: 'Acme' },
    ...change,
  }).replace('"profileId":0', `"profileId":${id}`)
const isViewList = (url: URL) => url.search === '?apiProgram=report&accessLevel=view'

test('edit and view-only profiles come together, each once, with every digit of their ids', async () => {
  const { api, asked } = openScripted((url) =>
    text(isViewList(url) ? `[${profile('9007199254740993')},${profile('123')}]` : `[${profile('123')}]`),
  )
  expect(valueOf(await api.profiles(caller)).map((one) => one.profileId)).toEqual(['123', '9007199254740993'])
  expect(asked.map(({ url }) => url.pathname + url.search)).toEqual(['/v2/profiles', '/v2/profiles?apiProgram=report&accessLevel=view'])
})

test('calls carry the bearer, the client and, where there is one, the profile', async () => {
  const { api, asked } = openScripted(() => text('{"reportId":"r-1"}'))
  await api.profiles(caller)
  await api.createReport(caller, orderFor('77'))
  const headers = { authorization: 'Bearer Atza|SECRET', 'amazon-advertising-api-clientid': 'ads-client' }
  expect(asked[0]?.init.headers).toMatchObject(headers)
  expect(asked[0]?.init.headers).not.toHaveProperty('amazon-advertising-api-scope')
  expect(asked.at(-1)?.init).toMatchObject({
    method: 'POST',
    redirect: 'manual',
    headers: { ...headers, 'amazon-advertising-api-scope': '77', 'content-type': 'application/vnd.createasyncreportrequest.v3+json' },
  })
  expect(await new Response(asked.at(-1)?.init.body).json()).toEqual({
    name: 'campaigns by day',
    startDate: '2026-08-20',
    endDate: '2026-09-10',
    configuration: {
      adProduct: 'SPONSORED_PRODUCTS',
      groupBy: ['campaign'],
      columns: ['date', 'campaignId', 'impressions', 'clicks', 'cost'],
      reportTypeId: 'spCampaigns',
      timeUnit: 'DAILY',
      format: 'GZIP_JSON',
    },
  })
})

test('one list refused does not hide the other; both refused is a refusal', async () => {
  const refused = () => text('{"code":"403","details":"no"}', 403)
  const half = openScripted((url) => (isViewList(url) ? text(`[${profile('5')}]`) : refused()))
  expect(valueOf(await half.api.profiles(caller)).map((one) => one.profileId)).toEqual(['5'])
  expect(await openScripted(refused).api.profiles(caller)).toMatchObject({ ok: false, error: { kind: 'permission-missing' } })
})

test('trouble with either list is trouble: half a list must not look like the whole', async () => {
  const { api } = openScripted((url) => (isViewList(url) ? text('', 503) : text(`[${profile('5')}]`)))
  expect(await api.profiles(caller)).toMatchObject({ ok: false, error: { kind: 'amazon-trouble' } })
})

test('a profile of a kind nobody knows does not hide the known ones', async () => {
  const strange = profile('6', { accountInfo: { marketplaceStringId: 'X', id: 'A', type: 'author' } })
  const { api } = openScripted(() => text(`[${strange},${profile('5')}]`))
  expect(valueOf(await api.profiles(caller)).map((one) => one.profileId)).toEqual(['5'])
})

test("a profile's days are counted in its own zone; one that nobody knows is said to be unknown", async () => {
  const { api } = openScripted((url) =>
    text(isViewList(url) ? '[]' : `[${profile('1', { timezone: 'Asia/Tokyo' })},${profile('2', { timezone: 'Moon/Tycho' })}]`),
  )
  expect(valueOf(await api.profiles(caller)).map((one) => one.zone)).toEqual(['Asia/Tokyo', null])
})

test.each([
  ['{"reportId":"r","status":"PENDING","url":null}', { ok: true, value: { kind: 'waiting' } }],
  ['{"reportId":"r","status":"PROCESSING"}', { ok: true, value: { kind: 'waiting' } }],
  [
    '{"reportId":"r","status":"COMPLETED","url":"https://s3.example/r"}',
    { ok: true, value: { kind: 'done', url: 'https://s3.example/r' } },
  ],
  [
    '{"reportId":"r","status":"FAILED","failureReason":"INTERNAL_ERROR"}',
    { ok: true, value: { kind: 'failed', evidence: 'FAILED INTERNAL_ERROR' } },
  ],
  ['{"reportId":"r","status":"FAILED","failureReason":"for ann@example.com"}', { ok: true, value: { kind: 'failed', evidence: 'FAILED' } }],
  ['{"reportId":"r","status":"COMPLETED","url":"http://s3.example/r"}', { ok: false, error: { kind: 'bad-document' } }],
  ['{"reportId":"r","status":"COMPLETED","url":null}', { ok: false, error: { kind: 'bad-document' } }],
  ['{"reportId":"r","status":"PONDERING"}', { ok: false, error: { kind: 'amazon-trouble' } }],
])('%s', async (body, look) => {
  const { api } = openScripted(() => text(body))
  expect(await api.lookAtReport(caller, '1', 'r')).toMatchObject(look)
})

test('a duplicate without the id of its twin is Amazon’s trouble, never a made-up id', async () => {
  const { api } = openScripted(() => text('{"code":"425","details":"Too early"}', 425))
  expect(await api.createReport(caller, orderFor('1'))).toMatchObject({ ok: false, error: { kind: 'amazon-trouble' } })
})

test('without a Retry-After the wait is a minute, doubled while Amazon keeps saying no, per operation', async () => {
  const { api, asked, clock } = openScripted(() => text('{}', 429))
  expect(await api.lookAtReport(caller, '1', 'r')).toMatchObject({ error: { tryAgainAt: START + 60_000 } })
  await clock.advance(60_000)
  expect(await api.lookAtReport(caller, '1', 'r')).toMatchObject({ error: { tryAgainAt: clock.now() + 120_000 } })
  expect(await api.lookAtReport(caller, '1', 'r')).toMatchObject({ error: { kind: 'throttled' } })
  expect(asked).toHaveLength(2)
  await api.createReport(caller, orderFor('1'))
  expect(asked).toHaveLength(3)
})

test('ids become text, and text that only looks like an id stays as it is', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: 0n, max: 10n ** 24n }), fc.string(), (id, note) => {
      const parsed = parseWithIds(`{"note":${JSON.stringify(`"profileId":5 ${note}`)},"profileId" : ${id}}`, ['profileId'])
      expect(parsed).toEqual({ note: `"profileId":5 ${note}`, profileId: String(id) })
    }),
  )
})
