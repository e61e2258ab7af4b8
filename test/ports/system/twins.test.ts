import { describe, expect, test } from 'vitest'
import { DEFAULT_SETTINGS } from '../../../src/main/core/ports/settings.ts'
import { readCallback } from '../../../src/main/core/authorization/read-callback.ts'
import type { AttemptId, NoticeId } from '../../../src/shared/domain/ids.ts'
import { brand } from '../../../src/shared/lib/brand.ts'
import { Secret } from '../../../src/shared/lib/secret.ts'
import { createTestClock } from '../../twins/clock.ts'
import { createTwinConsent } from '../../twins/consent.ts'
import { createFaults } from '../../twins/faults.ts'
import { createTwinLogin } from '../../twins/login.ts'
import { createTwinNotifier } from '../../twins/notifier.ts'
import { createSeededRandom } from '../../twins/random.ts'
import { createTwinSellingApi } from '../../twins/selling-api.ts'
import { createMemorySettings } from '../../twins/settings.ts'
import { valueOf } from '../value-of.ts'

const START = Date.UTC(2026, 10, 23)

describe('the login twin', () => {
  const open = async () => {
    const clock = createTestClock(START)
    const random = createSeededRandom(1)
    const login = createTwinLogin({ clock, random })
    const device = await login.makeDeviceKeys()
    const begun = valueOf(await login.begin({ issuer: 'seller-eu', country: 'DE', returnTo: { kind: 'popup' }, device }))
    return { login, device, begun, random }
  }

  test('brings a hand-off home in a link the core can read', async () => {
    const { login, begun, random } = await open()
    const link = readCallback(login.consent(begun.consentUrl, 'A1SELLER'))
    const hash = random.base64url(random.sha256(begun.ticket.reveal()))
    expect(link).toMatchObject({ issuer: 'seller-eu', mark: { kind: 'hash', hash }, outcome: { kind: 'handoff' } })
  })

  test('a hand-off works once, with its own verifier and issuer only', async () => {
    const { login, device, begun } = await open()
    const handoff = new Secret(new URL(login.consent(begun.consentUrl, 'A1SELLER')).searchParams.get('handoff') ?? '')
    const order = { issuer: 'seller-eu', handoff, verifier: begun.verifier, device } as const
    expect(await login.redeem({ ...order, verifier: new Secret('stolen link') })).toMatchObject({ error: { kind: 'handoff-refused' } })
    expect(await login.redeem({ ...order, issuer: 'seller-na' })).toMatchObject({ error: { kind: 'handoff-refused' } })
    const redeemed = valueOf(await login.redeem(order))
    expect(redeemed).toMatchObject({ identity: 'A1SELLER', access: { endsAt: START + 3_600_000 } })
    expect(await login.redeem(order)).toMatchObject({ ok: false, error: { kind: 'code-refused' } })
  })

  test('a withdrawn grant is refused until it is given back; ordered troubles come first', async () => {
    const { login } = await open()
    const credential = { way: 'private-app', clientId: 'c', clientSecret: new Secret('s'), refresh: new Secret('r') } as const
    const renew = () => login.renew({ family: 'selling', region: 'eu', credential, device: null })
    login.withdraw('r')
    expect(await renew()).toMatchObject({ error: { kind: 'grant-refused' } })
    login.restore('r')
    login.faults.next('renew', { kind: 'offline', evidence: 'dns' })
    expect(await renew()).toMatchObject({ error: { kind: 'offline' } })
    expect((await renew()).ok).toBe(true)
    expect([login.count('renew'), login.renewals]).toEqual([3, ['r', 'r']])
  })
})

test('the consent twin ends as the person does, and at once when it is stopped', async () => {
  const consent = createTwinConsent()
  const stop = new AbortController()
  const order = { attemptId: brand<AttemptId>('a'), consentUrl: 'u', callbackUrl: 'c', title: 't', timeoutMs: 1, signal: stop.signal }
  expect(await consent.run(order)).toEqual({ kind: 'closed' })
  consent.person(() => ({ kind: 'returned', url: 'springline://x' }))
  expect(await consent.run(order)).toEqual({ kind: 'returned', url: 'springline://x' })
  consent.person(() => new Promise(() => undefined))
  const waiting = consent.run(order)
  stop.abort()
  expect(await waiting).toEqual({ kind: 'aborted' })
})

test('the notifier twin remembers what stands on the screen', () => {
  const notifier = createTwinNotifier()
  const notice = {
    id: brand<NoticeId>('n'),
    key: 'k',
    code: 'reconnected',
    accountId: null,
    channelId: null,
    facts: {},
    postedAt: START,
    seenAt: null,
    withdrawnAt: null,
  } as const
  notifier.show(notice, { title: 'T', body: 'B' })
  expect(notifier.standing().map((one) => one.title)).toEqual(['T'])
  notifier.withdraw('k')
  expect([notifier.standing(), notifier.shown.length]).toEqual([[], 1])
})

test('settings begin with the defaults and keep what is written', () => {
  const settings = createMemorySettings({ theme: 'dark' })
  settings.write({ notices: false })
  expect(settings.read()).toEqual({ ...DEFAULT_SETTINGS, theme: 'dark', notices: false })
})

test('faults: the next ones first, then the standing rule, then none', () => {
  const faults = createFaults<'a' | 'b', number, string>()
  faults.standing((operation, call) => (operation === 'a' && call > 1 ? 'rule' : null))
  faults.next('a', 'next', 2)
  expect([faults.take('b', 9), faults.take('a', 9), faults.take('a', 1), faults.take('a', 9), faults.take('a', 1)]).toEqual([
    null,
    'next',
    'next',
    'rule',
    null,
  ])
})

test('the selling twin can lose the answer to an order it took', async () => {
  const api = createTwinSellingApi({ clock: createTestClock(START) })
  const caller = { access: { access: new Secret('a'), clientId: 'c', endsAt: START }, region: 'eu', bucketKey: 'k' } as const
  const order = { reportType: 'T', marketplaceIds: ['M'], options: {}, dates: null }
  api.loseNextAnswer()
  expect(await api.createReport(caller, order)).toMatchObject({ ok: false, error: { kind: 'offline' } })
  expect(api.reports).toHaveLength(1)
  expect((await api.createReport(caller, order)).ok).toBe(true)
})
