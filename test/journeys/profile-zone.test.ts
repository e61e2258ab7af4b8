import { afterEach, expect, test } from 'vitest'
import { formatDay } from '../../src/shared/domain/day.ts'
import { HOUR, openShop, type Shop } from '../builders/open-shop.ts'
import { channelsOf, coverageOf, differencesFromTruth } from '../builders/truth.ts'

let shop: Shop
afterEach(() => shop.close())

/** The newest day of a dataset that is held. */
async function newestHeld(dataset: string): Promise<string> {
  const held = (await coverageOf(shop, { account: 'meridian', dataset })).filter((day) => day.receiptId !== null)
  return formatDay(held.at(-1)?.day ?? (0 as never))
}

test("advertising counts the profile's days: a day is asked for once it has ended there, nine hours after it ended in the marketplace", async () => {
  // 10 November 06:30 in Berlin is 9 November 21:30 in Los Angeles; both put their clocks back on other Sundays, long before.
  shop = await openShop({ accounts: ['meridian'], historyDays: 8, at: '2026-11-10T05:30:00Z' })
  await shop.connect('meridian', { ads: true })
  await shop.untilCaughtUp()
  const [channel] = await channelsOf(shop, 'meridian')
  expect(channel).toMatchObject({ zone: 'Europe/Paris', adsZone: 'America/Los_Angeles' })
  expect(await newestHeld('sales-daily')).toBe('2026-11-09')
  // The 8th is the newest day that ended in Los Angeles; a day is offered 24 hours after its end, so the 7th is held.
  for (const dataset of ['ads-campaign-daily', 'sb-campaign', 'sd-targeting']) expect(await newestHeld(dataset)).toBe('2026-11-07')
  expect(await differencesFromTruth(shop, { account: 'meridian' })).toEqual([])

  // Half past ten in Berlin: the 9th has ended in Los Angeles too, so the 8th is offered.
  await shop.hours(4)
  expect(shop.now()).toBeGreaterThan(Date.UTC(2026, 10, 10, 8) + HOUR)
  for (const dataset of ['ads-campaign-daily', 'sb-campaign', 'sd-targeting']) expect(await newestHeld(dataset)).toBe('2026-11-08')
  expect(await differencesFromTruth(shop, { account: 'meridian', dataset: 'ads-campaign-daily' })).toEqual([])
})

test("the report names the profile's zone, and its totals are what is held of the three products", async () => {
  shop = await openShop({ accounts: ['meridian'], historyDays: 20, at: '2026-11-10T05:30:00Z' })
  await shop.connect('meridian', { ads: true })
  await shop.untilCaughtUp()
  const [channel] = await channelsOf(shop, 'meridian')
  if (!channel) throw new Error('no channel')
  const span = { from: '2026-11-01', to: '2026-11-05' }
  const report = await shop.call('reports.ads', { channelId: channel.id, ...span })
  expect(report.zone).toBe('America/Los_Angeles')
  expect(report.rows).toHaveLength(5)
  const held = await Promise.all(
    ['ads-campaign-daily', 'sb-campaign', 'sd-campaign'].map(async (dataset) => {
      const days = await coverageOf(shop, { account: 'meridian', dataset, ...span })
      return days.reduce((sum, one) => sum + (one.moneyMinor ?? 0), 0)
    }),
  )
  expect(report.products.map((one) => one.costMinor)).toEqual(held)
  expect(held.every((cost) => cost > 0)).toBe(true)
  expect(report.totals.costMinor).toBe(held.reduce((sum, cost) => sum + cost, 0))
  expect(report.missingDays).toEqual([])
})
