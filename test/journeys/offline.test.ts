import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { heldDays, historyHash, type HeldDays } from '../builders/history.ts'
import { openShop, type Shop } from '../builders/open-shop.ts'
import { differencesFromTruth } from '../builders/truth.ts'

const NAME = 'Nordlys Home'
const RANGE = { from: '2026-08-20', to: '2026-09-14' }
let shop: Shop
let held: HeldDays
let history: string

beforeEach(async () => {
  shop = await openShop({ accounts: ['nordlys'], historyDays: 30 })
  await shop.connect('nordlys', { ads: true })
  await shop.untilCaughtUp()
  held = heldDays(shop)
  history = historyHash(shop, held)
})
afterEach(() => shop.close())

async function everyReport(): Promise<string> {
  const [channel] = (await shop.account(NAME)).channels
  const order = { channelId: channel?.id ?? 0, ...RANGE }
  const [sales, profit, ads, products] = await Promise.all([
    shop.call('reports.sales', order),
    shop.call('reports.profit', order),
    shop.call('reports.ads', order),
    shop.call('reports.products', order),
  ])
  return JSON.stringify([figures(sales), figures(profit), figures(ads), figures(products)])
}

/** A report without what it says about missing days: with time more days fall due, while the figures stand still. */
function figures(report: { readonly rows: unknown; readonly totals: unknown }): unknown {
  return { rows: report.rows, totals: report.totals }
}

describe('without a network', () => {
  test('every report opens with the same figures, nothing is asked of a person, and the missed days come later', async () => {
    const reports = await everyReport()
    expect(reports.length).toBeGreaterThan(2000)
    shop.offline()
    const asked = shop.control.log().length
    await shop.days(3)
    expect(shop.control.log().length).toBe(asked)
    expect(await everyReport()).toBe(reports)
    expect(historyHash(shop, held)).toBe(history)
    const statuses = (await shop.account(NAME)).statuses
    expect(statuses.filter((status) => /reconnect|problem|trouble/.test(status))).toEqual([])
    shop.online()
    await shop.untilCaughtUp()
    expect(await shop.status(NAME)).toBe('connected')
    expect(await differencesFromTruth(shop, { account: 'nordlys' })).toEqual([])
  })

  test('the app starts, shows what it has, and catches up once the network is there', async () => {
    const reports = await everyReport()
    shop.offline()
    await shop.restart()
    await shop.hours(5)
    expect(await everyReport()).toBe(reports)
    expect((await shop.accounts()).map((one) => one.name)).toEqual([NAME])
    expect((await shop.account(NAME)).statuses.filter((status) => /reconnect|problem|trouble/.test(status))).toEqual([])
    await shop.hours(10)
    const asked = shop.control.log().length
    shop.online()
    await shop.minutes(1)
    expect(shop.control.log().length).toBeGreaterThan(asked)
    await shop.untilCaughtUp()
    expect(await differencesFromTruth(shop, { account: 'nordlys' })).toEqual([])
  })

  test('a network that comes and goes every few minutes: no duplicate, no storm, nothing lost', async () => {
    await shop.hours(10)
    const since = shop.control.log().length
    for (let turn = 0; turn < 30; turn += 1) {
      shop.offline()
      await shop.minutes(2)
      shop.online()
      await shop.minutes(1)
    }
    await shop.hours(4)
    const asked = shop.control.log().slice(since)
    expect(asked.filter((line) => line.status === 429)).toEqual([])
    expect(asked.filter((line) => /createReport/.test(line.operation)).length).toBeLessThan(20)
    await shop.untilCaughtUp()
    expect(await differencesFromTruth(shop, { account: 'nordlys' })).toEqual([])
  })
})
