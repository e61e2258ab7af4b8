import { afterEach, describe, expect, test } from 'vitest'
import { MINUTE, openShop, type Shop } from '../builders/open-shop.ts'
import { withTimeoutsOnTheClock } from '../builders/timeouts.ts'
import { differencesFromTruth } from '../builders/truth.ts'

let shop: Shop
afterEach(() => shop.close())

const ACCOUNTS = ['nordlys', 'halden', 'kestrel'] as const
/** Statuses and notices that send somebody to Amazon's pages. */
const NEEDS_A_PERSON = /reconnect-required|access-reduced|account-problem|disconnected/

/** Three accounts with all their days, and a fourth that is just being fetched when the storm begins. */
async function calmSea(): Promise<void> {
  shop = await openShop({ accounts: ['nordlys', 'halden', 'kestrel', 'bike'], historyDays: 8 })
  for (const account of ACCOUNTS) await shop.connect(account, { ads: true })
  await shop.untilCaughtUp()
  await shop.hours(1)
  await shop.connect('bike')
  await shop.minutes(1)
}

/** The storm breaks while the person asks for everything anew, so that every account is at sea. */
async function stormBegins(fault: Readonly<Record<string, string | number>>): Promise<void> {
  shop.control.fault(fault)
  await shop.call('sync.now', { accountId: null })
}

async function nobodyIsAsked(): Promise<void> {
  const statuses = (await shop.accounts()).flatMap((one) => [one.status, ...one.statuses])
  expect(statuses.filter((status) => NEEDS_A_PERSON.test(status))).toEqual([])
  expect(shop.notifier.shown.filter((one) => NEEDS_A_PERSON.test(one.notice.key))).toEqual([])
  expect((await shop.running().stores.accounts.authorizations()).map((one) => one.state.kind)).not.toContain('reconnect-required')
}

async function everythingCameHome(): Promise<void> {
  await shop.untilCaughtUp(24)
  for (const account of [...ACCOUNTS, 'bike'] as const) expect(await differencesFromTruth(shop, { account })).toEqual([])
}

describe('a storm at Amazon', () => {
  test.each([
    ['answers 503 everywhere', { kind: 'outage', status: '503', api: 'all' }, 90],
    ['answers 500 everywhere', { kind: 'outage', status: '500', api: 'all' }, 90],
    ['breaks every connection', { kind: 'outage', status: 'reset', api: 'all' }, 45],
    ['calls every access credential expired for 25 minutes', { kind: 'outage', status: '403-expired', api: 'all' }, 25],
    ['calls every access credential expired on data calls alone', { kind: 'outage', status: '403-expired', api: 'selling' }, 25],
    ['throttles every call', { kind: 'throttle' }, 60],
    ['refuses to log anybody in', { kind: 'outage', status: '503', api: 'login' }, 180],
  ] as const)('%s: nobody is asked to reconnect, and every day comes home', async (_name, fault, minutes) => {
    await calmSea()
    await stormBegins({ ...fault, forMs: minutes * MINUTE })
    for (let passed = 0; passed < minutes; passed += 15) {
      await shop.minutes(15)
      await nobodyIsAsked()
    }
    await shop.hours(4)
    await nobodyIsAsked()
    await everythingCameHome()
  })

  test('lets every request hang: they are given up by the clock, nobody is asked, and every day comes home', async () => {
    await calmSea()
    await withTimeoutsOnTheClock(shop, async () => {
      for (const api of ['login', 'selling', 'ads']) shop.control.fault({ kind: 'outage', status: 'hang', api, forMs: 10 * MINUTE })
      await shop.minutes(12)
      await nobodyIsAsked()
    })
    await shop.hours(3)
    await everythingCameHome()
  })

  test('an outage for all is called Amazon trouble, once for everybody, and is over by itself', async () => {
    await calmSea()
    await stormBegins({ kind: 'outage', status: '503', api: 'all', forMs: 3 * 60 * MINUTE })
    await shop.minutes(20)
    const statuses = (await shop.accounts()).map((one) => one.status)
    expect(statuses.filter((status) => status === 'amazon-trouble').length).toBeGreaterThanOrEqual(3)
    expect(shop.notifier.shown.filter((one) => one.notice.code === 'amazon-trouble').length).toBeLessThanOrEqual(1)
    await shop.hours(4)
    expect((await shop.accounts()).map((one) => one.status)).not.toContain('amazon-trouble')
  })
})

describe("the publisher's key is refused", () => {
  test.each(['invalid-client', 'secret-expired'])(
    '%s: a publisher problem; no grant is touched, nobody is asked to reconnect',
    async (kind) => {
      await calmSea()
      const before = await shop.running().stores.accounts.authorizations()
      const fault = shop.control.fault({ kind })
      await shop.hours(9)
      expect((await shop.accounts()).map((one) => one.status)).toEqual([
        'publisher-problem',
        'publisher-problem',
        'publisher-problem',
        'publisher-problem',
      ])
      expect((await shop.accounts())[0]?.whoMustAct).toBe('publisher')
      await nobodyIsAsked()
      expect((await shop.running().stores.accounts.authorizations()).map((one) => one.consentedAt)).toEqual(
        before.map((one) => one.consentedAt),
      )
      expect((await shop.running().vault.keys()).filter((key) => key.startsWith('authorization/'))).toHaveLength(before.length)
      shop.control.removeFault(fault.id)
      await shop.hours(3)
      expect((await shop.accounts()).map((one) => one.status)).not.toContain('publisher-problem')
      await everythingCameHome()
    },
  )
})
