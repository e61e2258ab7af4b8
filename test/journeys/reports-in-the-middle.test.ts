import { afterEach, describe, expect, test } from 'vitest'
import { datasets } from '../../src/main/datasets/index.ts'
import { look } from '../builders/history.ts'
import { MINUTE, openShop, type Shop } from '../builders/open-shop.ts'
import { differencesFromTruth } from '../builders/truth.ts'

let shop: Shop
afterEach(() => shop.close())

const NAME = 'Nordlys Home'
const adsDatasets = [...datasets.values()]
  .filter((one) => one.family === 'advertising')
  .map((one) => `'${one.id}'`)
  .join(', ')

function ordered(api: 'selling' | 'ads'): number {
  return shop.control.log().filter((line) => line.api === api && line.operation.endsWith('createReport') && line.status < 300).length
}

/** Pieces of work that ended with rows from an Amazon report: each needs one report, and no more. */
function needed(family: 'selling' | 'ads'): number {
  const isAds = family === 'ads' ? 'IN' : 'NOT IN'
  const { n } = look(shop, (db) =>
    db
      .prepare(
        `SELECT count(*) AS n FROM (SELECT DISTINCT channel_id, dataset, request, from_day, until_day FROM runs WHERE amazon_report_id IS NOT NULL AND dataset ${isAds} (${adsDatasets}))`,
      )
      .get(),
  ) as { n: number }
  return n
}

async function slowAmazon(minutes: number, storage: 'thread' | 'ports' = 'thread'): Promise<void> {
  shop = await openShop({ accounts: ['nordlys'], historyDays: 8, storage })
  shop.control.pace({ queueMs: [minutes * MINUTE, minutes * MINUTE] })
}

describe('reports that are on their way', () => {
  test.each(['thread', 'ports'] as const)(
    'the app is restarted while Amazon prepares them: none is ordered a second time (stores: %s)',
    async (storage) => {
      await slowAmazon(20, storage)
      await shop.connect('nordlys', { ads: true })
      await shop.minutes(3)
      const before = { selling: ordered('selling'), ads: ordered('ads') }
      expect(before.selling).toBeGreaterThanOrEqual(4)
      expect(before.ads).toBeGreaterThanOrEqual(1)
      await shop.restart()
      await shop.minutes(5)
      await shop.crash()
      await shop.minutes(5)
      await shop.untilCaughtUp()
      expect({ selling: ordered('selling'), ads: ordered('ads') }).toEqual(before)
      expect(await differencesFromTruth(shop, { account: 'nordlys' })).toEqual([])
    },
  )

  test('the machine sleeps over them: they are fetched afterwards, not ordered again', async () => {
    await slowAmazon(20)
    await shop.connect('nordlys')
    await shop.minutes(3)
    const before = ordered('selling')
    await shop.sleep(0.1)
    await shop.minutes(10)
    await shop.untilCaughtUp()
    expect(ordered('selling')).toBe(before)
    expect(await differencesFromTruth(shop, { account: 'nordlys' })).toEqual([])
  })

  test('a crash between the answer of Amazon and our note of it: at most one report more, every day once', async () => {
    for (const when of ['before', 'after'] as const) {
      await slowAmazon(1)
      await shop.connect('nordlys')
      shop.arm({ atStep: 1, when, only: /^sellingApi\.createReport/ })
      await shop.minutes(1).catch(() => undefined)
      if (!shop.life().isDead()) {
        await shop.call('sync.now', { accountId: (await shop.account(NAME)).id }).catch(() => undefined)
        await shop.hours(7)
      }
      expect(shop.life().isDead()).toBe(true)
      await shop.crash()
      await shop.untilCaughtUp()
      expect(ordered('selling')).toBeLessThanOrEqual(needed('selling') + (when === 'after' ? 1 : 0))
      expect(await differencesFromTruth(shop, { account: 'nordlys' })).toEqual([])
      if (when === 'before') await shop.close()
    }
  })

  test.each([1, 4, 9])(
    'a crash right after Amazon took advertising order %i: the running one is adopted, none is made twice',
    async (atStep) => {
      await slowAmazon(20)
      await shop.connect('nordlys')
      shop.arm({ atStep, when: 'after', only: /^adsApi\.createReport/ })
      await shop.connectAds(NAME).catch(() => undefined)
      if (!shop.life().isDead()) await shop.minutes(15).catch(() => undefined)
      expect(shop.life().isDead()).toBe(true)
      await shop.crash()
      await shop.untilCaughtUp()
      const duplicates = shop.control.log().filter((line) => line.api === 'ads' && line.status === 425)
      expect(duplicates.length).toBeGreaterThan(0)
      expect(ordered('ads')).toBe(needed('ads'))
      for (const { id } of [...datasets.values()].filter((one) => one.family === 'advertising'))
        expect(await differencesFromTruth(shop, { account: 'nordlys', dataset: id })).toEqual([])
    },
  )

  test.each([1, 2, 3, 5, 8, 13, 21])('a crash at step %i of fetching, before and after it: nothing twice, nothing lost', async (atStep) => {
    await slowAmazon(1)
    let crashes = 0
    await shop.connect('nordlys')
    for (const when of ['before', 'after'] as const) {
      shop.arm({ atStep, when, only: /^(sellingApi\.createReport|ingest\.|runs\.)/ })
      await shop.minutes(atStep > 8 ? 600 : 4)
      if (!shop.life().isDead()) continue
      crashes += 1
      await shop.crash()
    }
    expect(crashes).toBeGreaterThan(0)
    await shop.untilCaughtUp()
    expect(ordered('selling')).toBeLessThanOrEqual(needed('selling') + crashes)
    expect(await differencesFromTruth(shop, { account: 'nordlys' })).toEqual([])
    expect(
      look(shop, (db) =>
        db.prepare('SELECT count(*) AS n FROM (SELECT channel_id, dataset, day FROM receipts GROUP BY 1, 2, 3 HAVING count(*) > 1)').get(),
      ),
    ).toEqual({ n: 0 })
  })
})
