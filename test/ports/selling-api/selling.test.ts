import { expect, test } from 'vitest'
import { createSellingApi } from '../../../src/main/adapters/selling-api/create-selling-api.ts'
import type { Caller } from '../../../src/main/core/ports/selling-api.ts'
import { Secret } from '../../../src/shared/lib/secret.ts'
import { createStandIn, smallWorld } from '../../../src/stand-in/index.ts'
import { createTestClock } from '../../twins/clock.ts'
import { createSilentLog } from '../../twins/log.ts'
import { createTwinSellingApi } from '../../twins/selling-api.ts'
import { valueOf } from '../value-of.ts'
import { sellingSuite } from './selling-suite.ts'

const START = Date.UTC(2026, 8, 15, 12)
const USER_AGENT = 'Springline/0.1 (Language=TypeScript/7; Platform=Test)'
const callerWith = (access: string, endsAt = START + 3_600_000): Caller => ({
  access: { access: new Secret(access), clientId: 'client', endsAt },
  region: 'eu',
  bucketKey: 'acc_1',
})

sellingSuite('twin selling API', async () => {
  const clock = createTestClock(START)
  const participations = () => [
    { marketplaceId: 'A1PA6795UKMFR9', country: 'DE', name: 'Amazon.de', storeName: null, participating: true, suspendedListings: false },
  ]
  const api = createTwinSellingApi({ clock, participations, page: () => ({ payload: [] }) })
  return { api, caller: callerWith('a'), now: () => clock.now(), pass: (ms) => clock.advance(ms), close: async () => undefined }
})

sellingSuite('selling API over HTTP, asked of the stand-in', openStandIn)

async function openStandIn() {
  const amazon = await createStandIn({ world: smallWorld(), startAt: START })
  const clock = createTestClock(START)
  const given = amazon.control.privateGrant({ account: 'solo' })
  // Amazon's time runs with ours; a credential ends after an hour, so each stretch of time brings a fresh one.
  const renew = async () => askAccess(amazon.endpoints.login.token, given)
  let access = await renew()
  const caller: Caller = {
    get access() {
      return { access: new Secret(access), clientId: given.clientId, endsAt: clock.now() + 3_600_000 }
    },
    region: 'eu',
    bucketKey: 'acc_1',
  }
  const api = createSellingApi({ endpoints: amazon.endpoints.selling, fetch, clock, userAgent: USER_AGENT, log: createSilentLog() })
  const pass = async (ms: number) => {
    amazon.clock.advance(ms)
    await clock.advance(ms)
    access = await renew()
  }
  return { api, amazon, clock, caller, now: () => clock.now(), pass, close: () => amazon.stop() }
}

test('an ended credential is told as ended, so that core renews it', async () => {
  const { api, amazon, caller, close } = await openStandIn()
  amazon.clock.advance(3_700_000)
  expect(await api.participations(caller)).toMatchObject({ ok: false, error: { kind: 'access-ended' } })
  await close()
})

test('a missing permission is told as such, and only for the call it is missing for', async () => {
  const { api, amazon, caller, close } = await openStandIn()
  for (const role of ['Product Listing', 'Selling Partner Insights']) amazon.control.fault({ kind: 'remove-role', account: 'solo', role })
  expect(await api.participations(caller)).toMatchObject({ ok: false, error: { kind: 'permission-missing' } })
  expect((await api.findReports(caller, { reportType: 'GET_SALES_AND_TRAFFIC_REPORT', since: START - 1000 })).ok).toBe(true)
  await close()
})

test('a client secret past its end is the application’s trouble', async () => {
  const { api, amazon, caller, close } = await openStandIn()
  amazon.control.fault({ kind: 'secret-expired', account: 'solo' })
  expect(await api.participations(caller)).toMatchObject({ ok: false, error: { kind: 'application-credential-ended' } })
  await close()
})

test.each(['500', '503', '403-expired', 'reset'])('an outage (%s) never looks like a missing permission', async (status) => {
  const { api, amazon, caller, close } = await openStandIn()
  amazon.control.fault({ kind: 'outage', api: 'selling', status })
  const answer = await api.participations(caller)
  expect(answer.ok ? 'fine' : answer.error.kind).toMatch(/^(amazon-trouble|offline|access-ended)$/)
  await close()
})

test('fifteen reports at once, then the next only when Amazon would take it', async () => {
  const { api, amazon, clock, caller, close } = await openStandIn()
  amazon.control.pace({ quotas: 'real' })
  const order = { reportType: 'GET_MERCHANT_LISTINGS_ALL_DATA', marketplaceIds: ['A1PA6795UKMFR9'], options: {}, dates: null }
  for (let index = 0; index < 15; index += 1) valueOf(await api.createReport(caller, order))
  const asked = amazon.control.log().length
  const early = await api.createReport(caller, order)
  expect(amazon.control.log().length).toBe(asked)
  if (early.ok || early.error.kind !== 'throttled') throw new Error('a sixteenth report was let through')
  const waitMs = early.error.tryAgainAt - clock.now()
  expect(waitMs).toBeGreaterThan(55_000)
  amazon.clock.advance(waitMs)
  await clock.advance(waitMs)
  valueOf(await api.createReport(caller, order))
  await close()
})

async function askAccess(
  url: string,
  given: { readonly refreshToken: string; readonly clientId: string; readonly clientSecret: string },
): Promise<string> {
  const body = new URLSearchParams({
    grant_type: 'refresh_token',
    refresh_token: given.refreshToken,
    client_id: given.clientId,
    client_secret: given.clientSecret,
  })
  const answer: unknown = await (await fetch(url, { method: 'POST', body })).json()
  if (typeof answer === 'object' && answer !== null && 'access_token' in answer && typeof answer.access_token === 'string')
    return answer.access_token
  throw new Error('the stand-in gave no access')
}
