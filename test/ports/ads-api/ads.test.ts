import { expect, test } from 'vitest'
import { createAdsApi } from '../../../src/main/adapters/ads-api/create-ads-api.ts'
import type { AdsProfile } from '../../../src/main/core/ports/ads-api.ts'
import type { Caller } from '../../../src/main/core/ports/selling-api.ts'
import { Secret } from '../../../src/shared/lib/secret.ts'
import { createStandIn, smallWorld } from '../../../src/stand-in/index.ts'
import { createTwinAdsApi } from '../../twins/ads-api.ts'
import { createTestClock } from '../../twins/clock.ts'
import { createSilentLog } from '../../twins/log.ts'
import { adsSuite, orderFor } from './ads-suite.ts'

const START = Date.UTC(2026, 8, 15, 12)
const PROFILE: AdsProfile = {
  profileId: '1000200030004001',
  country: 'DE',
  currency: 'EUR',
  zone: 'Europe/Paris',
  marketplaceId: 'A1PA6795UKMFR9',
  accountId: 'A1SOLOHOME0001',
  kind: 'seller',
  name: 'Solo Home',
}

adsSuite('twin advertising API', async () => {
  const clock = createTestClock(START)
  const caller: Caller = { access: { access: new Secret('a'), clientId: 'c', endsAt: START }, region: 'eu', bucketKey: 'acc_1' }
  return {
    api: createTwinAdsApi({ clock, profiles: () => [PROFILE] }),
    caller,
    pass: (ms) => clock.advance(ms),
    close: async () => undefined,
  }
})

adsSuite('advertising API over HTTP, asked of the stand-in', openStandIn)

async function openStandIn() {
  const amazon = await createStandIn({ world: smallWorld(), startAt: START })
  const clock = createTestClock(START)
  const given = amazon.control.privateGrant({ account: 'solo', family: 'advertising' })
  const body = new URLSearchParams({
    grant_type: 'refresh_token',
    refresh_token: given.refreshToken,
    client_id: given.clientId,
    client_secret: given.clientSecret,
  })
  const renew = async () => {
    const answer: unknown = await (await fetch(amazon.endpoints.ads.eu.token, { method: 'POST', body })).json()
    if (typeof answer === 'object' && answer !== null && 'access_token' in answer && typeof answer.access_token === 'string')
      return answer.access_token
    throw new Error('the stand-in gave no access')
  }
  let access = await renew()
  const caller: Caller = {
    get access() {
      return { access: new Secret(access), clientId: given.clientId, endsAt: clock.now() + 3_600_000 }
    },
    region: 'eu',
    bucketKey: 'acc_1',
  }
  const api = createAdsApi({
    endpoints: amazon.endpoints.ads,
    fetch,
    clock,
    userAgent: 'Springline/0.1 (Language=TypeScript/7)',
    log: createSilentLog(),
  })
  const pass = async (ms: number) => {
    amazon.clock.advance(ms)
    await clock.advance(ms)
    access = await renew()
  }
  return { api, amazon, clock, caller, pass, close: () => amazon.stop() }
}

test('an ended credential is told as ended', async () => {
  const { api, amazon, caller, close } = await openStandIn()
  amazon.clock.advance(3_700_000)
  expect(await api.profiles(caller)).toMatchObject({ ok: false, error: { kind: 'access-ended' } })
  await close()
})

test('another account’s profile is a missing permission, not an ended credential', async () => {
  const { api, caller, close } = await openStandIn()
  expect(await api.createReport(caller, orderFor('4711'))).toMatchObject({ ok: false, error: { kind: 'permission-missing' } })
  await close()
})

test('a column Amazon does not know is named', async () => {
  const { api, caller, close } = await openStandIn()
  const answer = await api.createReport(caller, { ...orderFor(PROFILE.profileId), columns: ['date', 'wishes'] })
  expect(answer).toMatchObject({ ok: false, error: { kind: 'bad-request', evidence: expect.stringContaining('columns: wishes') } })
  await close()
})

test('throttled calls wait as long as Amazon said, without asking in between', async () => {
  const { api, amazon, clock, caller, close } = await openStandIn()
  amazon.control.fault({ kind: 'throttle', account: 'solo', api: 'ads' })
  const answer = await api.profiles(caller)
  expect(answer).toEqual({ ok: false, error: { kind: 'throttled', tryAgainAt: clock.now() + 20_000 } })
  amazon.control.clearFaults()
  const asked = amazon.control.log().length
  expect((await api.profiles(caller)).ok).toBe(false)
  expect(amazon.control.log().length).toBe(asked)
  await clock.advance(20_000)
  expect((await api.profiles(caller)).ok).toBe(true)
  await close()
})
