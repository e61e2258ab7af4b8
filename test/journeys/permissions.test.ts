import { afterEach, describe, expect, test } from 'vitest'
import { openShop, type Shop } from '../builders/open-shop.ts'
import { coverageOf, differencesFromTruth } from '../builders/truth.ts'

const NAME = 'Nordlys Home'
let shop: Shop
afterEach(() => shop.close())

async function opened(ads: boolean): Promise<void> {
  shop = await openShop({ accounts: ['nordlys', 'halden'], historyDays: 10 })
  await shop.connect('nordlys', { ads })
  await shop.untilCaughtUp()
}

async function refused(): Promise<readonly string[]> {
  const { datasets } = await shop.call('accounts.detail', { accountId: (await shop.account(NAME)).id })
  return [...new Set(datasets.filter((one) => one.access === 'refused').map((one) => one.dataset))]
}

async function missingDays(dataset: string): Promise<number> {
  return (await coverageOf(shop, { account: 'nordlys', dataset })).filter((day) => day.state === 'missing-fetchable').length
}

describe('a role that was taken away', () => {
  test('stops its own datasets alone, by name, and everything heals after a new consent', async () => {
    await opened(true)
    shop.control.fault({ kind: 'remove-role', account: 'nordlys', role: 'Finance and Accounting' })
    await shop.days(4)
    const account = await shop.account(NAME)
    expect(account.status).toBe('access-reduced')
    expect(account.action).toBe('see-missing')
    expect(await refused()).toEqual(['settlements', 'transactions'])
    expect(await missingDays('transactions')).toBeGreaterThan(0)
    for (const dataset of ['orders', 'sales-daily', 'ads-campaign-daily'])
      expect(await differencesFromTruth(shop, { account: 'nordlys', dataset })).toEqual([])
    expect(shop.notifier.shown.filter((one) => one.notice.code === 'reconnect-required')).toEqual([])

    shop.control.fault({ kind: 'restore-role', account: 'nordlys', role: 'Finance and Accounting' })
    const attempt = await shop.reconnect(NAME)
    expect(attempt.stage).toBe('result')
    await shop.untilCaughtUp()
    expect(await refused()).toEqual([])
    expect((await shop.account(NAME)).statuses).not.toContain('access-reduced')
    expect(await differencesFromTruth(shop, { account: 'nordlys' })).toEqual([])
  })

  test('given back at Amazon without a reconnect: noticed within a day or so', async () => {
    await opened(false)
    shop.control.fault({ kind: 'remove-role', account: 'nordlys', role: 'Finance and Accounting' })
    await shop.days(3)
    expect(await refused()).toEqual(['settlements', 'transactions'])
    shop.control.fault({ kind: 'restore-role', account: 'nordlys', role: 'Finance and Accounting' })
    await shop.days(2)
    await shop.untilCaughtUp()
    expect(await refused()).toEqual([])
    expect(await differencesFromTruth(shop, { account: 'nordlys' })).toEqual([])
  })

  test('a refused dataset is asked about once a day, not over and over', async () => {
    await opened(false)
    shop.control.fault({ kind: 'remove-role', account: 'nordlys', role: 'Finance and Accounting' })
    await shop.days(3)
    const since = shop.control.log().length
    await shop.days(2)
    const refusals = shop.control
      .log()
      .slice(since)
      .filter((line) => line.operation === 'listTransactions')
    expect(refusals.length).toBeLessThanOrEqual(6)
  })
})

describe('advertising', () => {
  test('never connected stays calm: no notice, no attention, everything else complete', async () => {
    await opened(false)
    await shop.days(2)
    const account = await shop.account(NAME)
    expect(account.status).toBe('ads-not-connected')
    expect(account.whoMustAct).toBe('nobody')
    expect(shop.notifier.shown).toEqual([])
    expect(shop.notifier.trayNow()).toMatchObject({ needYou: 0 })
    expect(await differencesFromTruth(shop, { account: 'nordlys' })).toEqual([])
  })

  test('ends alone and is brought back alone; selling never stops', async () => {
    await opened(true)
    shop.control.fault({ kind: 'revoke', account: 'nordlys', family: 'advertising', hard: true })
    await shop.days(3)
    const account = await shop.account(NAME)
    expect(account.status).toBe('ads-reconnect-required')
    expect(account.action).toBe('reconnect-ads')
    expect(account.selling.status).toBe('connected')
    for (const dataset of ['orders', 'sales-daily', 'transactions'])
      expect(await differencesFromTruth(shop, { account: 'nordlys', dataset })).toEqual([])
    expect(await missingDays('ads-campaign-daily')).toBeGreaterThan(0)
    expect(shop.notifier.shown.map((one) => one.notice.code)).toEqual(['ads-reconnect-required'])

    const selling = (await shop.running().stores.accounts.authorizations()).find((one) => one.family === 'selling')
    expect((await shop.connectAds(NAME)).stage).toBe('result')
    await shop.untilCaughtUp()
    expect((await shop.running().stores.accounts.authorizations()).find((one) => one.family === 'selling')?.consentedAt).toBe(
      selling?.consentedAt,
    )
    expect(await shop.status(NAME)).toBe('connected')
    expect(await differencesFromTruth(shop, { account: 'nordlys' })).toEqual([])
  })

  test("another account's advertising is not taken for one's own", async () => {
    await opened(true)
    const held = await shop.running().stores.accounts.channels()
    const attempt = await shop.connectAds(NAME, 'halden')
    expect(attempt.stage).toBe('wrong-account')
    expect((await shop.decide(attempt, 'discard')).stage).toBe('failed')
    await shop.days(1)
    expect(await shop.running().stores.accounts.channels()).toEqual(held)
    expect(await differencesFromTruth(shop, { account: 'nordlys' })).toEqual([])
  })
})
