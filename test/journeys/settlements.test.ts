import { afterEach, describe, expect, test } from 'vitest'
import { formatDay } from '../../src/shared/domain/day.ts'
import { epochDayAt } from '../../src/shared/lib/zone.ts'
import { look } from '../builders/history.ts'
import { DAY, openShop, type Shop } from '../builders/open-shop.ts'
import { specOf, type AccountName } from '../builders/story-world.ts'
import { coverageOf, differencesFromTruth } from '../builders/truth.ts'

const NAME = 'Nordlys Home'
const ZONE = 'Europe/Paris'
const dataset = 'settlements'
let shop: Shop
afterEach(() => shop.close())

/** Only the financial permission is given, so that little else has to be fetched. */
async function opened(historyDays = 40, account: AccountName = 'nordlys'): Promise<void> {
  const world = { accounts: [{ ...specOf(account), roles: ['Finance and Accounting', 'Selling Partner Insights'] }] }
  shop = await openShop({ accounts: [account], world, historyDays })
}

async function connected(historyDays?: number, account: AccountName = 'nordlys'): Promise<void> {
  await opened(historyDays, account)
  await shop.connect(account)
  await shop.untilCaughtUp()
}

interface Taken {
  readonly channel_id: number
  readonly document_id: string
  readonly starts_at: number
  readonly ends_at: number
}

/** Oldest first; every file once for each channel. */
function taken(): readonly Taken[] {
  return look(shop, (db) => db.prepare('SELECT * FROM taken_documents ORDER BY ends_at, document_id, channel_id').all()) as Taken[]
}

function files(): readonly string[] {
  return [...new Set(taken().map((one) => one.document_id))]
}

/** Ids of the files that were downloaded, each time they were. */
function downloads(): readonly string[] {
  const asked = shop.control.log().filter((line) => line.operation === 'getReportDocument' && line.status === 200)
  return asked.flatMap(({ path }) => files().filter((id) => path.endsWith(`.${id}`)))
}

async function states(): Promise<ReadonlyMap<string, string>> {
  const days = await coverageOf(shop, { account: 'nordlys', dataset })
  return new Map(days.map((one) => [`${one.country} ${formatDay(one.day)}`, one.state]))
}

async function payouts(country: string) {
  const channel = (await shop.account(NAME)).channels.find((one) => one.country === country)
  return shop.call('reports.settlements', { channelId: channel?.id ?? 0, from: '2026-05-01', to: '2026-09-15' })
}

const dayOf = (ms: number): string => new Date(epochDayAt(ms, ZONE) * DAY).toISOString().slice(0, 10)

describe('settlements', () => {
  test('a fresh connection takes every listed file once for all its channels, and each day is what Amazon paid', async () => {
    await connected(120)
    expect(files().length).toBeGreaterThanOrEqual(6)
    expect(taken()).toHaveLength(files().length * 2)
    expect([...downloads()].sort()).toEqual([...files()].sort())
    expect(await differencesFromTruth(shop, { account: 'nordlys', dataset })).toEqual([])
    const all = await coverageOf(shop, { account: 'nordlys', dataset })
    expect(all.filter((one) => one.state === 'complete-settled').length).toBeGreaterThan(2 * 75)
    expect(all.filter((one) => one.state === 'missing-lost')).toEqual([])
    const { rows, totals } = await payouts('DE')
    const french = await payouts('FR')
    expect(rows).toHaveLength(files().length)
    // Both channels' lines together are what was paid, settlement by settlement.
    expect(rows.map((row, index) => row.ownMinor + (french.rows[index]?.ownMinor ?? NaN))).toEqual(rows.map((row) => row.totalMinor))
    expect(totals).toEqual({ settlements: rows.length, ownMinor: rows.reduce((sum, row) => sum + row.ownMinor, 0) })
    expect(rows.every((row, index) => index === 0 || row.from === rows[index - 1]?.to)).toBe(true)
  })

  test('the open period is not due; when it closes its days come by themselves, its border day with them', async () => {
    await connected()
    const last = taken().at(-1)?.ends_at ?? 0
    const border = `FR ${dayOf(last)}`
    const before = await states()
    expect(before.get(border)).toBe('not-due')
    expect(before.get(`FR ${dayOf(last - DAY)}`)).toBe('complete-settled')
    await shop.days(3)
    expect((await states()).get(`FR ${dayOf(last + DAY)}`)).toBe('not-due')
    await shop.days(12)
    expect(taken().at(-1)?.ends_at).toBe(last + 14 * DAY)
    const after = await states()
    expect([after.get(border), after.get(`DE ${dayOf(last + DAY)}`)]).toEqual(['complete-settled', 'complete-settled'])
    expect(await differencesFromTruth(shop, { account: 'nordlys', dataset })).toEqual([])
    expect([...downloads()].sort()).toEqual([...files()].sort())
  })

  test('twelve days without the computer cost nothing', async () => {
    await connected()
    await shop.sleep(12)
    await shop.untilCaughtUp()
    await shop.hours(26)
    expect(await differencesFromTruth(shop, { account: 'nordlys', dataset })).toEqual([])
    expect((await shop.call('backfill.read', { accountId: (await shop.account(NAME)).id })).lostDays).toBe(0)
    expect(new Set(downloads()).size).toBe(downloads().length)
  })

  test('after 130 days without the computer the days whose files are gone are lost, and said to be; the rest is taken', async () => {
    await connected()
    const last = taken().at(-1)?.ends_at ?? 0
    await shop.sleep(130)
    await shop.untilCaughtUp()
    const first = taken().find((one) => one.ends_at > last)?.starts_at ?? 0
    expect(first - last).toBeGreaterThan(10 * DAY)
    const lost = [...(await states())].filter(([, state]) => state === 'missing-lost').map(([name]) => name.slice(3))
    expect(lost[0]).toBe(dayOf(last))
    expect(lost.at(-1)).toBe(dayOf(first))
    expect(lost).toHaveLength(2 * (epochDayAt(first, ZONE) - epochDayAt(last, ZONE) + 1))
    const backfill = await shop.call('backfill.read', { accountId: (await shop.account(NAME)).id })
    expect(backfill.rows.filter((row) => row.dataset === dataset).map((row) => row.state)).toEqual(['lost', 'lost'])
  })

  test.each([
    ['after its file was committed', 'after', 3],
    ['before its file was committed', 'before', 3],
  ] as const)('a process that dies %s goes on with the other files, and downloads none again', async (_name, when, atStep) => {
    await opened(60)
    shop.arm({ atStep, when, only: /^ingest\.commitDocument/ })
    await shop.connect('nordlys').catch(() => undefined)
    if (!shop.life().isDead()) await shop.minutes(30).catch(() => undefined)
    expect(shop.life().isDead()).toBe(true)
    const committed = files()
    expect(committed).toHaveLength(when === 'after' ? 3 : 2)
    await shop.crash()
    await shop.untilCaughtUp()
    expect(files().length).toBeGreaterThan(committed.length)
    const again = downloads().filter((id) => committed.includes(id))
    expect(again).toHaveLength(committed.length)
    expect(await differencesFromTruth(shop, { account: 'nordlys', dataset })).toEqual([])
  })

  test('a file whose total is wrong is refused and told, its days can still be fetched, and it is taken once it is right', async () => {
    await connected()
    const before = files()
    shop.control.fault({ kind: 'wrong-total' })
    await shop.days(17)
    expect(files()).toEqual(before)
    const said = look(shop, (db) => db.prepare(`SELECT said FROM evidence WHERE dataset = 'settlements' AND source = 'document'`).all())
    expect(JSON.stringify(said)).toMatch(/says -?[\d.]+, its lines sum to/)
    expect([...(await states()).values()]).toContain('missing-fetchable')
    shop.control.clearFaults()
    await shop.days(3)
    expect(files().length).toBeGreaterThan(before.length)
    expect(await differencesFromTruth(shop, { account: 'nordlys', dataset })).toEqual([])
  })

  test('Japanese and British files are read as they are written', async () => {
    await connected(60, 'juniper')
    expect(await differencesFromTruth(shop, { account: 'juniper', dataset })).toEqual([])
    expect(files().length).toBeGreaterThan(4)
    await shop.close()
    await connected(60, 'halden')
    expect(await differencesFromTruth(shop, { account: 'halden', dataset })).toEqual([])
    expect(files().length).toBeGreaterThan(4)
  })
})
