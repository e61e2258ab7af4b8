import { afterEach, describe, expect, test } from 'vitest'
import { formatDay } from '../../src/shared/domain/day.ts'
import { heldDays, historyHash, look, settledDays } from '../builders/history.ts'
import { DAY, MINUTE, openShop, type Shop } from '../builders/open-shop.ts'
import { differencesFromTruth } from '../builders/truth.ts'

let shop: Shop
afterEach(() => shop.close())

const NAME = 'Nordlys Home'
const NEEDS_RECONNECT = /^reconnect-required\//

function refusedRenewals(): readonly number[] {
  return shop.control
    .log()
    .filter((line) => line.operation === 'renew' && line.status === 400)
    .map((line) => line.at)
}

/** What was asked with the ended grant: every selling call, and every renewal that Amazon refused. */
function askedSince(at: number): readonly string[] {
  return shop.control
    .log()
    .filter((line) => line.at > at && (line.api === 'selling' || (line.api === 'login' && line.status !== 200)))
    .map((line) => line.operation)
}

function reconnectNotices(): readonly string[] {
  return shop.notifier.shown.map((one) => one.notice.key).filter((key) => NEEDS_RECONNECT.test(key))
}

async function differencesBesideLostSettlements(): Promise<readonly string[]> {
  return (await differencesFromTruth(shop, { account: 'halden' })).filter((one) => !/ settlements \S+ is missing-lost$/.test(one))
}

describe('a grant that ends', () => {
  test('is noticed, told once, brought back with one reconnect, and every missed day comes home', async () => {
    shop = await openShop({ accounts: ['nordlys', 'bike'] })
    await shop.connect('nordlys', { ads: true })
    await shop.untilCaughtUp()
    const settled = settledDays(shop)
    const held = heldDays(shop)
    const history = historyHash(shop, settled)
    const everything = historyHash(shop, held)
    expect(settled.size).toBeGreaterThan(100)

    const endedAt = shop.now()
    shop.control.fault({ kind: 'expire', account: 'nordlys', family: 'selling' })
    await shop.hours(8)

    const renewals = refusedRenewals()
    expect(renewals).toHaveLength(2)
    const apart = (renewals[1] ?? 0) - (renewals[0] ?? 0)
    expect(apart).toBeGreaterThanOrEqual(2 * MINUTE)
    expect(apart).toBeLessThanOrEqual(4 * MINUTE)
    expect(await shop.status(NAME)).toBe('reconnect-required')
    expect(reconnectNotices()).toHaveLength(1)
    expect(shop.notifier.trayNow()?.tone).toBe('needs-you')
    const told = shop.notifier.shown.find((one) => NEEDS_RECONNECT.test(one.notice.key))?.notice.postedAt ?? Infinity
    expect(told - (renewals[0] ?? 0)).toBeLessThanOrEqual(15 * MINUTE)

    const quietSince = shop.now()
    await shop.days(11)
    expect(askedSince(quietSince)).toEqual([])
    expect(reconnectNotices()).toHaveLength(1)
    expect(historyHash(shop, settled)).toBe(history)
    const preview = await shop.call('attempts.preview', { accountId: (await shop.account(NAME)).id, family: 'selling' })
    expect(preview.toFetch?.datasets).toBeGreaterThanOrEqual(3)
    expect(preview.lostDays).toBe(0)

    const attempt = await shop.reconnect(NAME)
    expect(attempt.stage).toBe('result')
    expect(attempt.checks.find((check) => check.code === 'identity')?.state).toBe('passed')
    await shop.minutes(2)
    expect((await shop.account(NAME)).statuses).not.toContain('reconnect-required')
    expect(shop.notifier.standing().some((one) => NEEDS_RECONNECT.test(one.notice.key))).toBe(false)
    await shop.untilCaughtUp()

    expect(await shop.status(NAME)).toBe('connected')
    expect(await differencesFromTruth(shop, { account: 'nordlys' })).toEqual([])
    expect(historyHash(shop, settled)).toBe(history)
    expect(historyHash(shop, held)).not.toBe(everything)
    expect(heldDays(shop).size).toBeGreaterThan(held.size + 40)
    expect(shop.now() - endedAt).toBeLessThan(13 * DAY)
  })

  test('days that were still settling change only with a record of before and after', async () => {
    shop = await openShop({ accounts: ['nordlys'], historyDays: 30 })
    await shop.connect('nordlys', { ads: true })
    await shop.untilCaughtUp()
    const before = receiptsOf(shop)
    shop.control.fault({ kind: 'revoke', account: 'nordlys', hard: true })
    await shop.days(6)
    await shop.reconnect(NAME)
    await shop.reconnect(NAME, 'nordlys', 'advertising')
    await shop.untilCaughtUp()
    const changed = [...receiptsOf(shop)].filter(([key, hash]) => before.has(key) && before.get(key) !== hash).map(([key]) => key)
    const recorded = look(shop, (db) => new Set(db.prepare('SELECT DISTINCT channel_id, dataset, day FROM restatements').all().map(keyOf)))
    expect(changed.length).toBeGreaterThan(3)
    expect(changed.filter((key) => !recorded.has(key))).toEqual([])
  })

  test('withdrawn while reports are on their way: what was committed stays, what is missing comes after the reconnect', async () => {
    shop = await openShop({ accounts: ['nordlys'], historyDays: 60 })
    await shop.connect('nordlys')
    await shop.minutes(1)
    shop.control.fault({ kind: 'revoke', account: 'nordlys', hard: true })
    await shop.minutes(15)
    expect(await shop.status(NAME)).toBe('reconnect-required')
    const kept = heldDays(shop)
    const history = historyHash(shop, kept)
    await shop.days(1)
    expect(historyHash(shop, kept)).toBe(history)
    await shop.reconnect(NAME)
    await shop.untilCaughtUp()
    expect(await differencesFromTruth(shop, { account: 'nordlys' })).toEqual([])
    expect(new Set([...shop.notifier.shown].map((one) => one.notice.key).filter((key) => NEEDS_RECONNECT.test(key))).size).toBe(1)
  })

  test('its end is announced before, and when the year is over it is called lapsed', async () => {
    shop = await openShop({ accounts: ['halden'], historyDays: 3 })
    await shop.connect('halden')
    await shop.untilCaughtUp()
    await shop.sleep(340)
    await shop.untilCaughtUp(24)
    const before = await shop.account('Halden Home')
    expect(before.status).toBe('expiring-soon')
    expect(before.action).toBe('renew-now')
    // Settlements are listed for 90 days: those of the months asleep are lost, and that is said.
    expect(shop.notifier.shown.map((one) => one.notice.code)).toEqual(['expiring-soon', 'days-lost'])
    expect(await differencesBesideLostSettlements()).toEqual([])
    await shop.sleep(26)
    await shop.hours(2)
    expect(await shop.status('Halden Home')).toBe('reconnect-required')
    expect((await shop.account('Halden Home')).selling.cause).toBe('lapsed')
    expect((await shop.reconnect('Halden Home')).stage).toBe('result')
    await shop.untilCaughtUp(24)
    expect(await differencesBesideLostSettlements()).toEqual([])
  })

  test('the first refusal is remembered over a restart, so the verdict does not start over', async () => {
    shop = await openShop({ accounts: ['nordlys'], historyDays: 10 })
    await shop.connect('nordlys')
    await shop.untilCaughtUp()
    shop.control.fault({ kind: 'revoke', account: 'nordlys', hard: true })
    while (refusedRenewals().length === 0) await shop.minutes(1)
    await shop.restart()
    await shop.minutes(5)
    expect(await shop.status(NAME)).toBe('reconnect-required')
    expect(refusedRenewals()).toHaveLength(2)
    expect(reconnectNotices()).toHaveLength(1)
    await shop.restart()
    await shop.hours(2)
    expect(refusedRenewals()).toHaveLength(2)
    expect(reconnectNotices()).toHaveLength(1)
  })
})

function receiptsOf(of: Shop): ReadonlyMap<string, string> {
  return look(
    of,
    (db) =>
      new Map(
        db
          .prepare('SELECT channel_id, dataset, day, content_hash FROM receipts')
          .all()
          .map((row) => [keyOf(row), (row as { content_hash: string }).content_hash]),
      ),
  )
}

function keyOf(row: unknown): string {
  const { channel_id, dataset, day } = row as { channel_id: number; dataset: string; day: number }
  return `${channel_id} ${dataset} ${formatDay(day as Parameters<typeof formatDay>[0])}`
}
