import { afterAll, beforeAll, expect, test } from 'vitest'
import { createSellingApi } from '../../src/main/adapters/selling-api/create-selling-api.ts'
import type { Caller, SellingApi } from '../../src/main/core/ports/selling-api.ts'
import { Secret } from '../../src/shared/lib/secret.ts'
import { createTestClock } from '../twins/clock.ts'
import { createSilentLog } from '../twins/log.ts'
import { conformance, fieldsOf } from './models.ts'
import { ASKED } from './operations.ts'
import { addressOf, sandboxCases, type SandboxCase } from './sandbox-cases.ts'
import { openSandbox, type SandboxServer } from './sandbox-server.ts'
import { openShop, type Shop } from './shop.ts'

const NOW = Date.UTC(2026, 8, 15, 12)

/** Everything the product asks that has static cases. Stock (`getInventorySummaries`) has a sandbox of another kind. */
const OPERATIONS = ASKED.filter((one) => one !== 'getInventorySummaries')
/** As many as the published models had when they were last counted by hand. */
const CASES = 45

type Answer = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly error: { readonly kind: string } }
type Send = (api: SellingApi, caller: Caller, asked: SandboxCase) => Promise<Answer>

const idOf = ({ parameters }: SandboxCase, name: string) => String(parameters[name])
const bodyOf = ({ parameters }: SandboxCase) => fieldsOf(parameters['body'])

/** The call of ours that makes each request; what is left is a page, asked for by the same builder with the case's own words. */
const SENDERS: Readonly<Record<string, Send>> = {
  getMarketplaceParticipations: (api, caller) => api.participations(caller),
  createReport: (api, caller, asked) => {
    const { reportType, marketplaceIds, dataStartTime } = bodyOf(asked)
    const at = String(dataStartTime)
    const dates = { start: at, end: at }
    return api.createReport(caller, { reportType: String(reportType), marketplaceIds: marketplaceIds as string[], options: {}, dates })
  },
  getReport: (api, caller, asked) => api.lookAtReport(caller, idOf(asked, 'reportId')),
  getReportDocument: (api, caller, asked) => api.resolveDocument(caller, idOf(asked, 'reportDocumentId')),
  createQuery: (api, caller, asked) => api.createQuery(caller, String(bodyOf(asked)['query'])),
  cancelQuery: (api, caller, asked) => api.cancelQuery(caller, idOf(asked, 'queryId')),
  getQuery: (api, caller, asked) => api.lookAtQuery(caller, idOf(asked, 'queryId')),
  getDocument: (api, caller, asked) => api.resolveQueryDocument(caller, idOf(asked, 'documentId')),
}

const page: Send = (api, caller, asked) =>
  api.readPage(caller, { quota: { operation: asked.operation.id, perSecond: 100, burst: 100 }, ...addressOf(asked) })

function send(api: SellingApi, caller: Caller, asked: SandboxCase): Promise<Answer> {
  return (SENDERS[asked.operation.id] ?? page)(api, caller, asked)
}

const nameOf = ({ operation, status, parameters }: SandboxCase) => `${operation.id} ${status} ${JSON.stringify(parameters).slice(0, 90)}`
const EXPECTED: Readonly<Record<number, string>> = { 400: 'bad-request', 404: 'not-found' }

conformance('every static case of Amazon’s sandbox that we have a call for', () => {
  let cases: readonly SandboxCase[]
  let sandbox: SandboxServer
  let shop: Shop
  beforeAll(async () => {
    cases = sandboxCases(OPERATIONS)
    sandbox = await openSandbox(cases)
    shop = await openShop()
  })
  afterAll(async () => {
    await sandbox.close()
    await shop.close()
  })

  function ourApi(): { readonly api: SellingApi; readonly caller: Caller } {
    const endpoints = { na: sandbox.origin, eu: sandbox.origin, fe: sandbox.origin }
    const clock = createTestClock(NOW)
    const api = createSellingApi({ endpoints, fetch, clock, userAgent: 'Springline/0.1 (Language=TypeScript/6)', log: createSilentLog() })
    return {
      api,
      caller: { access: { access: new Secret('Atza|x'), clientId: 'c', endsAt: NOW + 3_600_000 }, region: 'na', bucketKey: 'a' },
    }
  }

  test('none is left out', () => {
    expect(cases.length).toBe(CASES)
    expect([...new Set(cases.map((one) => one.operation.id))].sort()).toEqual(OPERATIONS)
  })

  test('our own client sends each request word for word, and reads or sorts the documented answer', async () => {
    const outcomes: Record<string, string> = {}
    for (const one of cases) {
      const { api, caller } = ourApi()
      const answer = await send(api, caller, one)
      const taken = sandbox.matched.at(-1)
      outcomes[nameOf(one)] = taken === one ? (answer.ok ? 'read' : answer.error.kind) : `taken for ${taken ? nameOf(taken) : 'nothing'}`
    }
    expect(sandbox.matched).toHaveLength(cases.length)
    expect(outcomes).toEqual(Object.fromEntries(cases.map((one) => [nameOf(one), EXPECTED[one.status] ?? 'read'])))
  })

  test('what is read is what the answer says', async () => {
    const { api, caller } = ourApi()
    const sound = (id: string) => cases.find((one) => one.operation.id === id && one.status < 300) ?? cases[0]
    const read = async (id: string) => {
      const asked = sound(id)
      const answer = asked === undefined ? null : await send(api, caller, asked)
      return { said: asked?.response ?? {}, value: answer?.ok === true ? fieldsOf(answer.value) : {} }
    }
    const query = await read('getQuery')
    expect(query.value).toEqual({ kind: 'done', documentId: query.said['dataDocumentId'] })
    const document = await read('getDocument')
    expect(document.value['url']).toBe(document.said['documentUrl'])
    const created = await read('createQuery')
    expect(created.value['queryId']).toBe(created.said['queryId'])
    const report = await read('createReport')
    expect(report.value['reportId']).toBe(report.said['reportId'])
    const file = await read('getReportDocument')
    expect(file.value['url']).toBe(file.said['url'])
  })

  test('planted: another word in the request, or a required one left out, is taken for nothing', async () => {
    const [one] = cases.filter(({ operation }) => operation.id === 'getOrderMetrics')
    const { path, query } = addressOf(one ?? ({} as SandboxCase))
    const { interval: _interval, ...without } = query
    const { api, caller } = ourApi()
    for (const wrong of [{ ...query, granularity: 'Fortnight' }, without]) {
      await api.readPage(caller, { quota: { operation: 'x', perSecond: 100, burst: 100 }, path, query: wrong })
      expect(sandbox.matched.at(-1)).toBeNull()
    }
  })

  test('the stand-in answers the same requests in shapes of the same models', async () => {
    const before = shop.exchanges.length
    for (const one of cases) {
      const { api, caller } = await shop.account(one.operation.id === 'getPurchaseOrders' ? 'acme-vendor' : 'acme-na')
      await send(api, caller, one)
    }
    const exchanges = shop.exchanges.slice(before)
    expect(exchanges.length).toBeGreaterThanOrEqual(cases.length)
    const wrong = exchanges.flatMap((one) =>
      shop.judge.answer(one).violations.map((text) => `${one.method} ${new URL(one.url).pathname} ${text}`),
    )
    expect([...new Set(wrong)]).toEqual([])
  })
})
