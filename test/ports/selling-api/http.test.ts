import { expect, test } from 'vitest'
import { createSellingApi } from '../../../src/main/adapters/selling-api/create-selling-api.ts'
import type { Caller } from '../../../src/main/core/ports/selling-api.ts'
import { Secret } from '../../../src/shared/lib/secret.ts'
import { createTestClock } from '../../twins/clock.ts'
import { createSilentLog } from '../../twins/log.ts'

const START = Date.UTC(2026, 10, 23, 9, 30, 15)
const ORDER = { reportType: 'GET_X', marketplaceIds: ['M1'], options: {}, dates: null }
const PAGE = { quota: { operation: 'listThings', perSecond: 1, burst: 2 }, path: '/things', query: { after: '2026-01-01T00:00:00+01:00' } }
const callerWith = (access: string): Caller => ({
  access: { access: new Secret(access), clientId: 'c', endsAt: START },
  region: 'eu',
  bucketKey: 'acc_1',
})

interface Asked {
  readonly url: string
  readonly init: RequestInit
}

/** An Amazon that answers from a list, in order; the last answer stays. */
function openScripted(...answers: readonly (() => Response)[]) {
  const asked: Asked[] = []
  const clock = createTestClock(START)
  const log = createSilentLog()
  const send: typeof fetch = async (input, init = {}) => {
    asked.push({ url: new Request(input).url, init })
    const answer = answers[Math.min(asked.length, answers.length) - 1]
    if (!answer) throw new Error('nobody answers')
    return answer()
  }
  const endpoints = { na: 'https://na.example', eu: 'https://eu.example/base/', fe: 'https://fe.example' }
  const api = createSellingApi({ endpoints, fetch: send, clock, userAgent: 'Springline/0.1 (Language=TypeScript/7)', log })
  return { api, asked, clock, log, caller: callerWith('Atza|SECRET') }
}
const json =
  (body: unknown, status = 200, headers: Record<string, string> = {}) =>
  () =>
    Response.json(body, { status, headers: { 'x-amzn-requestid': 'req-1', ...headers } })
const denied = (details: string) =>
  json({ errors: [{ code: 'Unauthorized', message: 'Access to requested resource is denied.', details }] }, 403)
const MALFORMED = denied('The access token you provided is revoked, malformed or invalid.')
const quota = json({ errors: [{ code: 'QuotaExceeded', message: 'slow down' }] }, 429)
const report = (id: string) => ({
  reportId: id,
  reportType: 'GET_X',
  createdTime: '2026-11-23T09:00:00+00:00',
  processingStatus: 'DONE',
  reportDocumentId: `doc-${id}`,
  marketplaceIds: ['M1'],
})

test('a GET carries the credential and the date, and neither body nor its length', async () => {
  const { api, asked, caller } = openScripted(json({ payload: [] }))
  await api.participations(caller)
  expect(asked[0]?.url).toBe('https://eu.example/base/sellers/v1/marketplaceParticipations')
  expect(asked[0]?.init).toMatchObject({
    method: 'GET',
    redirect: 'manual',
    headers: {
      'x-amz-access-token': 'Atza|SECRET',
      'x-amz-date': '20261123T093015Z',
      'user-agent': 'Springline/0.1 (Language=TypeScript/7)',
    },
  })
  expect(asked[0]?.init.body).toBeUndefined()
  expect(Object.keys(asked[0]?.init.headers ?? {}).map((name) => name.toLowerCase())).not.toContain('content-type')
})

test('query values are encoded, so that a time zone’s plus stays a plus', async () => {
  const { api, asked, caller } = openScripted(json({}))
  await api.readPage(caller, PAGE)
  expect(asked[0]?.url).toBe('https://eu.example/base/things?after=2026-01-01T00%3A00%3A00%2B01%3A00')
})

test('an order without dates or options does not mention them', async () => {
  const { api, asked, caller } = openScripted(json({ reportId: 'R1' }, 202))
  await api.createReport(caller, ORDER)
  expect(asked[0]?.init.body).toBe('{"reportType":"GET_X","marketplaceIds":["M1"]}')
})

test('the cursor of a list of reports is sent alone', async () => {
  const { api, asked, caller } = openScripted(
    json({ reports: [report('1')], nextToken: 'next/+=' }),
    json({ reports: [report('2')], nextToken: null }),
  )
  const found = await api.findReports(caller, { reportType: 'GET_X', since: START })
  expect(found).toMatchObject({
    ok: true,
    value: [{ reportId: '1', start: null, look: { kind: 'done', documentId: 'doc-1' } }, { reportId: '2' }],
  })
  expect(asked.map(({ url }) => new URL(url).search)).toEqual([
    '?reportTypes=GET_X&createdSince=2026-11-23T09%3A30%3A15.000Z&pageSize=100',
    '?nextToken=next%2F%2B%3D',
  ])
})

test.each([
  ['IN_QUEUE', { kind: 'waiting' }],
  ['IN_PROGRESS', { kind: 'waiting' }],
  ['DONE', { kind: 'done', documentId: 'doc-1' }],
  ['CANCELLED', { kind: 'empty' }],
  ['FATAL', { kind: 'failed', documentId: 'doc-1' }],
] as const)('a report that is %s', async (processingStatus, look) => {
  const { api, caller } = openScripted(json({ ...report('1'), processingStatus }))
  expect(await api.lookAtReport(caller, '1')).toEqual({ ok: true, value: look })
})

test.each([
  ['a state nobody knows', json({ ...report('1'), processingStatus: 'PONDERING' })],
  ['no JSON in spite of its name', () => new Response('{', { headers: { 'content-type': 'application/json' } })],
])('%s is Amazon’s trouble', async (_name, answer) => {
  const { api, caller } = openScripted(answer)
  expect(await api.lookAtReport(caller, '1')).toMatchObject({ ok: false, error: { kind: 'amazon-trouble' } })
})

test('a document’s address must be encrypted', async () => {
  const { api, caller } = openScripted(
    json({ reportDocumentId: 'd', url: 'http://documents.example/x' }),
    json({ reportDocumentId: 'd', url: 'https://documents.example/x', compressionAlgorithm: 'GZIP' }),
  )
  expect(await api.resolveDocument(caller, 'd')).toMatchObject({ ok: false, error: { kind: 'bad-document' } })
  expect(await api.resolveDocument(caller, 'd')).toEqual({ ok: true, value: { url: 'https://documents.example/x', gzip: true } })
})

test('an empty bucket answers without a call, for its own account and operation only', async () => {
  const { api, asked, caller, clock } = openScripted(json({}))
  for (let index = 0; index < 2; index += 1) await api.readPage(caller, PAGE)
  expect(await api.readPage(caller, PAGE)).toEqual({ ok: false, error: { kind: 'throttled', tryAgainAt: START + 1000 } })
  expect(asked).toHaveLength(2)
  expect((await api.readPage({ ...caller, bucketKey: 'acc_2' }, PAGE)).ok).toBe(true)
  expect((await api.readPage({ ...caller, region: 'na' }, PAGE)).ok).toBe(true)
  expect(api.budget('eu', 'acc_1')).toEqual([{ operation: 'listThings', tokens: 0, perSecond: 1, burst: 2, readyAt: START + 1000 }])
  await clock.advance(1000)
  expect((await api.readPage(caller, PAGE)).ok).toBe(true)
})

test('a 429 silences the operation until its time, longer each time, and the wall clock cannot cut it short', async () => {
  const { api, asked, caller, clock } = openScripted(quota, quota, json({}))
  expect(await api.readPage(caller, PAGE)).toEqual({ ok: false, error: { kind: 'throttled', tryAgainAt: START + 1000 } })
  clock.jumpWall(86_400_000)
  for (let index = 0; index < 20; index += 1) await api.readPage(caller, PAGE)
  expect(asked).toHaveLength(1)
  await clock.advance(1000)
  const second = await api.readPage(caller, PAGE)
  expect(second).toEqual({ ok: false, error: { kind: 'throttled', tryAgainAt: clock.now() + 2000 } })
  await clock.advance(2000)
  expect((await api.readPage(caller, PAGE)).ok).toBe(true)
  expect(asked).toHaveLength(3)
})

test('Amazon’s rate header changes how soon the next call is let through', async () => {
  const { api, caller } = openScripted(json({}, 200, { 'x-amzn-RateLimit-Limit': '0.1' }))
  await api.readPage(caller, PAGE)
  await api.readPage(caller, PAGE)
  expect(await api.readPage(caller, PAGE)).toEqual({ ok: false, error: { kind: 'throttled', tryAgainAt: START + 10_000 } })
})

test('“revoked, malformed or invalid”: renew first; said of the renewed one too, it is the account or the region', async () => {
  const neverServed = openScripted(MALFORMED)
  expect(await neverServed.api.participations(callerWith('one'))).toMatchObject({ error: { kind: 'access-ended' } })
  expect(await neverServed.api.participations(callerWith('two'))).toMatchObject({ error: { kind: 'wrong-region' } })
  const served = openScripted(json({ payload: [] }), MALFORMED)
  const first = callerWith('one')
  await served.api.participations(first)
  expect(await served.api.participations(first)).toMatchObject({ error: { kind: 'access-ended' } })
  expect(await served.api.participations(first)).toMatchObject({ error: { kind: 'access-ended' } })
  expect(await served.api.participations(callerWith('two'))).toMatchObject({ error: { kind: 'account-problem' } })
})

test('the log tells operation, kind and evidence of a refusal, and no secret', async () => {
  const { api, caller, log } = openScripted(denied(''))
  await api.participations(caller)
  expect(log.lines).toEqual([
    {
      level: 'warn',
      code: 'selling-call-refused',
      facts: { operation: 'getMarketplaceParticipations', kind: 'permission-missing', evidence: '403 Unauthorized req-1' },
    },
  ])
  expect(JSON.stringify(log.lines)).not.toContain('SECRET')
})

test('Amazon’s GB is the UK of everything else here', async () => {
  const one = {
    marketplace: { id: 'A1F83G8C2ARO7P', countryCode: 'GB', name: 'Amazon.co.uk' },
    participation: { isParticipating: true, hasSuspendedListings: false },
  }
  const { api, caller } = openScripted(json({ payload: [one] }))
  expect(await api.participations(caller)).toMatchObject({ value: [{ country: 'UK', storeName: null, participating: true }] })
})

test('a page of a list is one call; its cursor goes out alone', async () => {
  const { api, asked, caller } = openScripted(json({ reports: [report('1')], nextToken: 'more' }), json({ reports: [report('2')] }))
  const order = { reportType: 'GET_X', since: START }
  const first = await api.listReports(caller, { ...order, cursor: null })
  expect(first).toMatchObject({ ok: true, value: { reports: [{ reportId: '1' }], cursor: 'more' } })
  expect(await api.listReports(caller, { ...order, cursor: 'more' })).toMatchObject({ ok: true, value: { cursor: null } })
  expect(asked.map((one) => new URL(one.url).search)).toEqual([
    '?reportTypes=GET_X&createdSince=2026-11-23T09%3A30%3A15.000Z&pageSize=100',
    '?nextToken=more',
  ])
})
