import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { afterEach, describe, expect, test } from 'vitest'
import { isComplete } from '../../src/shared/domain/coverage.ts'
import { PLANTED_CITIES, PLANTED_POSTAL_PREFIX, PLANTED_STATES } from '../../src/stand-in/documents/planted-places.ts'
import { historyHash, look, settledDays, type HeldDays } from '../builders/history.ts'
import { openShop, type Shop } from '../builders/open-shop.ts'
import type { AccountName } from '../builders/story-world.ts'
import { coverageOf, differencesFromTruth } from '../builders/truth.ts'

const NAME = 'Nordlys Home'
let shop: Shop
afterEach(() => shop.close())

async function opened(historyDays: number, account: AccountName = 'nordlys'): Promise<void> {
  shop = await openShop({ accounts: [account], historyDays })
  await shop.connect(account, { ads: true })
  await shop.untilCaughtUp()
}

/** Every file of the data directory, as text in which ASCII can be found. */
function everythingKept(): readonly { readonly file: string; readonly text: string }[] {
  const folder = shop.machine.dataDirectory
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((one) => one.isFile())
    .map((one) => {
      const bytes = readFileSync(join(one.parentPath, one.name))
      const isPacked = bytes[0] === 0x1f && bytes[1] === 0x8b
      return { file: one.name, text: (isPacked ? unpacked(bytes) : bytes).toString('latin1') }
    })
}

/** As much as can be unpacked of a document that may be cut short. */
function unpacked(bytes: Buffer): Buffer {
  try {
    return gunzipSync(bytes, { finishFlush: 2 })
  } catch {
    return bytes
  }
}

function planted(): readonly string[] {
  const words = [...PLANTED_CITIES, ...PLANTED_STATES, PLANTED_POSTAL_PREFIX]
  return everythingKept().flatMap(({ file, text }) => words.filter((word) => text.includes(word)).map((word) => `${word} in ${file}`))
}

describe('what is held', () => {
  test('every day of every dataset over four months is what Amazon would say, and the sums over all days too', async () => {
    await opened(120)
    for (const dataset of ['orders', 'sales-daily', 'transactions'])
      expect(await differencesFromTruth(shop, { account: 'nordlys', dataset })).toEqual([])
    expect((await coverageOf(shop, { account: 'nordlys', dataset: 'orders' })).length).toBeGreaterThan(238)
    // Amazon keeps advertising figures for 95 days: what came before is nowhere, and said to be.
    expect(await differencesFromTruth(shop, { account: 'nordlys', dataset: 'ads-campaign-daily', from: '2026-06-12' })).toEqual([])
    const older = await coverageOf(shop, { account: 'nordlys', dataset: 'ads-campaign-daily', to: '2026-06-11' })
    expect(older.filter((day) => day.rows > 0 || isComplete(day.state))).toEqual([])
    const [channel] = (await shop.account(NAME)).channels
    const sales = await shop.call('reports.sales', { channelId: channel?.id ?? 0, from: '2026-06-01', to: '2026-08-20' })
    const truth = shop.control.truth({
      account: 'nordlys',
      marketplace: 'DE',
      dataset: 'orders',
      from: '2026-06-01',
      to: '2026-08-20',
    }).days
    const sum = (name: string) => truth.reduce((all, day) => all + Number(day[name]), 0)
    expect(sales.totals).toEqual({ orders: sum('orders'), units: sum('units'), orderedMinor: sum('moneyMinor') })
  })

  test('today so far is what Amazon holds of it minutes ago, and in no day and no total of the report', async () => {
    await opened(6)
    const [channel] = (await shop.account(NAME)).channels
    const today = new Date(shop.now()).toISOString().slice(0, 10)
    const { soFar, rows, totals } = await shop.call('reports.sales', { channelId: channel?.id ?? 0, from: '2026-09-01', to: today })
    const { day = '', asOf = 0, figures = null } = soFar ?? {}
    expect(day).toBe(today)
    const truths = [0, 1, 2, 3].map((minutes) => {
      const at = (asOf ?? 0) - minutes * 60_000
      const [truth] = shop.control.truth({
        account: 'nordlys',
        marketplace: 'DE',
        dataset: 'orders-live',
        from: day,
        to: day,
        asOf: at,
      }).days
      return { orders: truth?.['rows'], units: truth?.['units'], orderedMinor: truth?.['moneyMinor'], unknownPrices: truth?.['unknown'] }
    })
    expect(figures?.orders).toBeGreaterThan(0)
    expect(truths).toContainEqual(figures)
    expect(rows.map((row) => row.day)).not.toContain(today)
    expect(totals.orders).toBe(rows.reduce((sum, row) => sum + row.orders, 0))
  })

  test('a row deleted behind the ledger turns its day partial, for the person too, and the day is fetched again', async () => {
    await opened(30)
    const lost = look(shop, (db) =>
      db.prepare('SELECT channel_id, day, order_id FROM order_lines WHERE channel_id = 1 ORDER BY day, order_id LIMIT 1 OFFSET 40').get(),
    ) as { day: number; order_id: string }
    const deleted = look(
      shop,
      (db) => db.prepare('DELETE FROM order_lines WHERE channel_id = 1 AND order_id = ?').run(lost.order_id).changes,
    )
    expect(deleted).toBeGreaterThan(0)
    const broken = (await coverageOf(shop, { account: 'nordlys' })).filter((day) => day.state === 'partial')
    expect(broken.map((one) => [one.country, one.dataset, one.day])).toEqual([['DE', 'orders', lost.day]])
    await shop.hours(2)
    await shop.untilCaughtUp()
    expect(await differencesFromTruth(shop, { account: 'nordlys' })).toEqual([])
  })

  test('a figure changed behind the ledger is found out, and the day is fetched again', async () => {
    await opened(30)
    look(shop, (db) =>
      db
        .prepare(
          'UPDATE ads_campaign_days SET cost_minor = cost_minor + 1 WHERE channel_id = 1 AND day = (SELECT min(day) FROM ads_campaign_days)',
        )
        .run(),
    )
    expect((await coverageOf(shop, { account: 'nordlys' })).filter((day) => day.state === 'partial').map((one) => one.dataset)).toEqual([
      'ads-campaign-daily',
    ])
    await shop.hours(2)
    await shop.untilCaughtUp()
    expect(await differencesFromTruth(shop, { account: 'nordlys' })).toEqual([])
  })

  test('buyers leave no trace: their planted places are nowhere in what the app keeps', async () => {
    await opened(30)
    await shop.days(1)
    expect(everythingKept().map((one) => one.file)).toContain('springline.db')
    expect(everythingKept().some((one) => one.text.includes('NOR-001'))).toBe(true)
    expect(planted()).toEqual([])
  })
})

describe('a document that cannot be used', () => {
  const ORDERS = 'GET_FLAT_FILE_ALL_ORDERS_DATA_BY_ORDER_DATE_GENERAL'
  let settled: HeldDays
  let history: string

  async function openedWithHistory(account: AccountName): Promise<void> {
    await opened(24, account)
    settled = settledDays(shop)
    history = historyHash(shop, settled)
    expect(settled.size).toBeGreaterThan(15)
  }

  test.each(['truncate-document', 'corrupt-gzip', 'document-sentence', 'missing-column', 'fatal'])(
    '%s: history stays, the other datasets go on, and the days come later',
    async (kind) => {
      await openedWithHistory('halden')
      const fault = shop.control.fault({ kind, account: 'halden', reportType: ORDERS })
      await shop.hours(34)
      const orders = await coverageOf(shop, { account: 'halden', dataset: 'orders' })
      expect(orders.filter((day) => day.state === 'missing-fetchable').length).toBeGreaterThan(0)
      expect(historyHash(shop, settled)).toBe(history)
      for (const dataset of ['sales-daily', 'transactions', 'ads-campaign-daily'])
        expect(await differencesFromTruth(shop, { account: 'halden', dataset })).toEqual([])
      expect((await shop.account('Halden Home')).statuses.filter((status) => /reconnect/.test(status))).toEqual([])
      expect(planted()).toEqual([])
      shop.control.removeFault(fault.id)
      await shop.hours(26)
      await shop.untilCaughtUp()
      expect(historyHash(shop, settled)).toBe(history)
      expect(await differencesFromTruth(shop, { account: 'halden' })).toEqual([])
    },
  )

  test('told in the wrong charset: every name is read as it was written, or not at all', async () => {
    await openedWithHistory('nordlys')
    const names = () => look(shop, (db) => db.prepare('SELECT sku, title FROM products ORDER BY sku').all())
    const before = names()
    expect(JSON.stringify(before)).toContain('Größe')
    shop.control.fault({ kind: 'wrong-charset', account: 'nordlys' })
    await shop.hours(28)
    await shop.untilCaughtUp()
    expect(names()).toEqual(before)
    expect(await differencesFromTruth(shop, { account: 'nordlys' })).toEqual([])
  })

  test('a column nobody knows yet does no harm', async () => {
    await openedWithHistory('nordlys')
    shop.control.fault({ kind: 'unknown-column', account: 'nordlys' })
    await shop.hours(28)
    await shop.untilCaughtUp()
    expect(await differencesFromTruth(shop, { account: 'nordlys' })).toEqual([])
  })
})
