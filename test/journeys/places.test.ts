import { afterEach, describe, expect, test } from 'vitest'
import { parseDay } from '../../src/shared/domain/day.ts'
import { historyHash, look, settledDays } from '../builders/history.ts'
import { openShop, type Shop } from '../builders/open-shop.ts'
import { channelsOf, coverageOf, differencesFromTruth } from '../builders/truth.ts'

let shop: Shop
afterEach(() => shop.close())

describe('other places', () => {
  test('a vendor: identity proven, sales by day as Amazon has them, also after a lapse', async () => {
    shop = await openShop({ accounts: ['acme-vendor'], historyDays: 40 })
    const attempt = await shop.connect('acme-vendor')
    expect(attempt.stage).toBe('result')
    await shop.untilCaughtUp()
    const [vendor] = await shop.accounts()
    expect(vendor).toMatchObject({ kind: 'vendor' })
    expect(await differencesFromTruth(shop, { account: 'acme-vendor' })).toEqual([])
    const name = vendor?.name ?? ''
    shop.control.fault({ kind: 'revoke', account: 'acme-vendor', hard: true })
    await shop.days(5)
    expect(await shop.status(name)).toBe('reconnect-required')
    expect((await shop.reconnect(name)).stage).toBe('result')
    await shop.untilCaughtUp()
    expect(await differencesFromTruth(shop, { account: 'acme-vendor' })).toEqual([])
  })

  test('a vendor’s second site joins the account that is here; a reconnect adds none', async () => {
    shop = await openShop({ accounts: ['acme-vendor'], historyDays: 20 })
    await shop.connect('acme-vendor', { country: 'UK' })
    await shop.connect('acme-vendor', { country: 'DE' })
    const [vendor, ...others] = await shop.accounts()
    expect(others).toEqual([])
    expect(vendor?.channels.map((channel) => channel.country)).toEqual(['UK', 'DE'])
    await shop.reconnect(vendor?.name ?? '')
    expect((await shop.accounts())[0]?.channels).toHaveLength(2)
  })

  test('Japan: no decimals, days of Tokyo, and listings in Shift_JIS read as they were written', async () => {
    shop = await openShop({ accounts: ['juniper'], historyDays: 30 })
    await shop.connect('juniper')
    await shop.untilCaughtUp()
    await shop.days(1)
    await shop.untilCaughtUp()
    expect(await differencesFromTruth(shop, { account: 'juniper' })).toEqual([])
    const titles = JSON.stringify(look(shop, (db) => db.prepare('SELECT title FROM products').all()))
    expect(titles).toMatch(/[\u3040-\u30ff\u4e00-\u9fff]/)
    expect(titles).not.toContain('\uFFFD')
  })

  test('days of 23 and 25 hours on both sides of the Atlantic lose no order and gain none', async () => {
    shop = await openShop({ accounts: ['nordlys', 'kestrel'], at: '2026-11-12T18:00:00Z', historyDays: 40, volume: 8 })
    await shop.connect('nordlys')
    await shop.connect('kestrel', { ads: true })
    await shop.untilCaughtUp()
    expect(await differencesFromTruth(shop, { account: 'nordlys', from: '2026-10-23', to: '2026-10-27' })).toEqual([])
    expect(await differencesFromTruth(shop, { account: 'kestrel', from: '2026-10-30', to: '2026-11-03' })).toEqual([])
    expect(await differencesFromTruth(shop, { account: 'nordlys' })).toEqual([])
    expect(await differencesFromTruth(shop, { account: 'kestrel' })).toEqual([])
  })

  test('the night in which the clocks go forward passes while the app runs', async () => {
    shop = await openShop({ accounts: ['kestrel'], at: '2027-03-13T12:00:00Z', historyDays: 5, volume: 8 })
    await shop.connect('kestrel')
    await shop.days(3)
    await shop.untilCaughtUp()
    const day = (await coverageOf(shop, { account: 'kestrel', dataset: 'orders' })).find((one) => one.day === parseDay('2027-03-14'))
    expect(day?.state).toBe('complete-settling')
    expect(await differencesFromTruth(shop, { account: 'kestrel' })).toEqual([])
  })
})

describe('long absences', () => {
  // Sponsored Brands' days live the shortest: 60 days.
  test('fifty-five days asleep: everything Amazon still has comes back, and what was settled is untouched', async () => {
    shop = await openShop({ accounts: ['nordlys'], historyDays: 40 })
    await shop.connect('nordlys', { ads: true })
    await shop.untilCaughtUp()
    const settled = settledDays(shop)
    const history = historyHash(shop, settled)
    await shop.sleep(55)
    await shop.untilCaughtUp(24)
    expect(historyHash(shop, settled)).toBe(history)
    expect(
      (await coverageOf(shop, { account: 'nordlys' })).filter((day) => day.state === 'missing-lost' || day.state === 'missing-fetchable'),
    ).toEqual([])
    expect(await differencesFromTruth(shop, { account: 'nordlys' })).toEqual([])
    expect(await shop.status('Nordlys Home')).toBe('connected')
  })

  test('a hundred and twenty days off: days past their retention are called lost, never complete and never zero', async () => {
    shop = await openShop({ accounts: ['nordlys'], historyDays: 10 })
    await shop.connect('nordlys', { ads: true })
    await shop.untilCaughtUp()
    await shop.sleep(120)
    await shop.untilCaughtUp(24)
    const lost = (await coverageOf(shop, { account: 'nordlys' })).filter((day) => day.state === 'missing-lost')
    const lostOf = (dataset: string) => lost.filter((day) => day.dataset === dataset).length
    expect(lostOf('ads-campaign-daily')).toBeGreaterThan(15)
    expect(lostOf('sd-campaign') - lostOf('ads-campaign-daily')).toBe(95 - 65)
    expect(lostOf('sb-campaign') - lostOf('ads-campaign-daily')).toBe(95 - 60)
    expect(lost.every((day) => day.rows === 0 && day.receiptId === null)).toBe(true)
    expect((await shop.call('backfill.read', { accountId: (await shop.account('Nordlys Home')).id })).lostDays).toBe(lost.length)
    for (const dataset of ['orders', 'sales-daily', 'transactions'])
      expect(await differencesFromTruth(shop, { account: 'nordlys', dataset })).toEqual([])
  })
})

describe('two accounts', () => {
  test('share nothing: one ends, the other never notices; each holds its own days alone', async () => {
    shop = await openShop({ accounts: ['nordlys', 'bike'], historyDays: 10 })
    await shop.connect('nordlys')
    await shop.connect('bike')
    await shop.untilCaughtUp()
    shop.control.fault({ kind: 'revoke', account: 'bike', hard: true })
    await shop.days(2)
    expect(await shop.status('Bike & Co')).toBe('reconnect-required')
    expect((await shop.account('Nordlys Home')).selling.status).toBe('connected')
    expect(await differencesFromTruth(shop, { account: 'nordlys' })).toEqual([])
    const [own, other] = [await channelsOf(shop, 'nordlys'), await channelsOf(shop, 'bike')]
    expect(new Set([...own, ...other].map((channel) => channel.id)).size).toBe(own.length + other.length)
    const orders = look(shop, (db) =>
      db.prepare('SELECT order_id, count(DISTINCT channel_id) AS channels FROM order_lines GROUP BY order_id HAVING channels > 1').all(),
    )
    expect(orders).toEqual([])
    expect((await shop.running().vault.keys()).filter((key) => key.startsWith('authorization/'))).toHaveLength(2)
  })
})
