import { existsSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { writeBeginLink } from '../../../src/shared/contract/broker/begin-link.ts'
import { cliCoverage, cliReport, cliStatus, cliSync } from '../../../src/shared/contract/cli/schemas.ts'
import { openShop, type Shop } from './cli.ts'
import { datasets } from '../../../src/main/datasets/index.ts'

/** Everything a seller's selling permission reaches. */
const sellerDatasets = [...datasets.values()].filter((one) => one.family === 'selling' && one.kinds.includes('seller')).map((one) => one.id)

const DAY = 86_400_000
const payout = z.object({
  from: z.iso.date(),
  to: z.iso.date(),
  paidOn: z.iso.date(),
  totalMinor: z.int(),
  ownMinor: z.int(),
  lines: z.int().positive(),
})

let shop: Shop
/** Lines Amazon has settled on the days between two midnights, both days in. */
function linesSettled(first: number, last: number): number {
  const written = (at: number): string => new Date(at).toISOString().slice(0, 10)
  const asked = { account: 'kestrel', marketplace: 'US', dataset: 'settlements', from: written(first), to: written(last) }
  return shop.amazon.control.truth(asked).days.reduce((sum, day) => sum + Number(day.rows), 0)
}
beforeAll(async () => {
  shop = await openShop()
})
afterAll(() => shop.stop())

describe('the command line, as a newcomer uses it', () => {
  test('before anything is connected, status is an empty list', async () => {
    const { code, out } = await shop.run('status', '--json')
    expect(code).toBe(0)
    expect(cliStatus.parse(JSON.parse(out)).channels).toEqual([])
  })

  test('a private app is connected, its identity proven', async () => {
    const { code, out } = await shop.connect('kestrel')
    expect(code).toBe(0)
    expect(JSON.parse(out)).toMatchObject({ identity: 'proven' })
  })

  test('one cycle brings everything, and says so in the documented shape', async () => {
    const { code, out, err } = await shop.run('sync', '--once', '--json')
    expect(code).toBe(0)
    const report = cliSync.parse(JSON.parse(out))
    expect(report.outcome).toBe('complete')
    expect(new Set(report.runs.map((run) => run.dataset))).toEqual(new Set(sellerDatasets))
    expect(err).toMatch(/\d+ of \d+ slices done/)
  })

  test('every due day is complete and equals what Amazon says it sold', async () => {
    const { days } = cliCoverage.parse(JSON.parse((await shop.run('coverage', '--dataset', 'orders', '--json')).out))
    const held = days.filter((day) => day.state.startsWith('complete') || day.state === 'empty-proven')
    expect(held).toHaveLength(days.filter((day) => day.state !== 'not-due').length)
    const truth = shop.amazon.control.truth({
      account: 'kestrel',
      marketplace: 'US',
      dataset: 'orders',
      from: '2026-08-10',
      to: '2026-08-20',
    })
    for (const day of truth.days) expect(held.find((one) => one.day === day.day)).toMatchObject({ rows: day.rows, currency: 'USD' })
  })

  test('a report reads from the database and adds up', async () => {
    const { code, out } = await shop.run('report', 'sales', '--channel', '1', '--from', '2026-08-10', '--to', '2026-08-12', '--json')
    expect(code).toBe(0)
    const report = cliReport.parse(JSON.parse(out))
    const truth = shop.amazon.control.truth({
      account: 'kestrel',
      marketplace: 'US',
      dataset: 'orders',
      from: '2026-08-10',
      to: '2026-08-12',
    })
    expect(report.rows.map((row) => [row['day'], row['orders'], row['units'], row['orderedMinor']])).toEqual(
      truth.days.map((day) => [day.day, day['orders'], day['units'], day.moneyMinor]),
    )
    expect(report).toMatchObject({ currency: 'USD', moneyScale: 2, missingDays: [] })
  })

  test('payouts are told with their period, deposit and what of them is the channel’s', async () => {
    const { code, out } = await shop.run('report', 'settlements', '--channel', '1', '--from', '2026-08-10', '--to', '2026-09-05', '--json')
    expect(code).toBe(0)
    const report = cliReport.parse(JSON.parse(out))
    const payouts = z.array(payout).min(2).parse(report.rows)
    expect(report).toMatchObject({ currency: 'USD', moneyScale: 2, missingDays: [] })
    expect(report.totals).toEqual({ settlements: payouts.length, ownMinor: payouts.reduce((sum, one) => sum + one.ownMinor, 0) })
    for (const { from, to, paidOn, totalMinor, ownMinor, lines } of payouts) {
      expect([Date.parse(to) - Date.parse(from), Date.parse(paidOn) - Date.parse(to)]).toEqual([14 * DAY, 2 * DAY])
      // The account sells for dollars in one marketplace alone, so the whole payout is this channel's.
      expect(ownMinor).toBe(totalMinor)
      // A border day is shared with the payout beside it.
      expect(lines).toBeGreaterThanOrEqual(linesSettled(Date.parse(from) + DAY, Date.parse(to) - DAY))
      expect(lines).toBeLessThanOrEqual(linesSettled(Date.parse(from), Date.parse(to)))
    }
  })

  test('status names every channel with one true status', async () => {
    const { channels } = cliStatus.parse(JSON.parse((await shop.run('status', '--json')).out))
    expect(channels).toMatchObject([
      { name: 'Kestrel Audio US', marketplace: 'US', status: 'ads-not-connected', freshTo: { orders: '2026-09-09' } },
    ])
  })

  test('an export is a CSV for a spreadsheet', async () => {
    const file = join(shop.folder, 'sales.csv')
    const { code } = await shop.run('export', 'sales', '--channel', '1', '--from', '2026-08-10', '--to', '2026-08-11', '--out', file)
    expect(code).toBe(0)
    expect(statSync(file).mode & 0o777).toBe(0o600)
  })

  test('a new client secret is taken once Amazon takes it, and a mistyped one changes nothing', async () => {
    const { clientId } = shop.amazon.control.privateGrant({ account: 'kestrel', family: 'selling' })
    const file = join(shop.folder, 'new-secret')
    const replace = () => shop.run('secret', '--client-id', clientId, '--client-secret-file', file, '--issued-on', '2026-09-10', '--json')
    writeFileSync(file, 'mistyped-secret')
    expect(JSON.parse((await replace()).out)).toMatchObject({ error: { reason: 'app-refused' } })
    writeFileSync(file, shop.amazon.control.rotateSecret({ clientId }).clientSecret)
    const { code, out } = await replace()
    expect([code, JSON.parse(out).accounts.length]).toEqual([0, 1])
  })

  test('a link begun at Amazon is asked about and not followed; any other link is dropped', async () => {
    const link = (callbackUri: string) => writeBeginLink({ callbackUri, amazonState: 'state', sellingPartnerId: 'ANOBODYHERE01' })
    const confirm = `${shop.amazon.origin}/consent/seller/US/apps/authorize/confirm`
    const asked = await shop.run('open-link', link(confirm), '--json')
    expect([asked.code, JSON.parse(asked.out)]).toMatchObject([3, { asked: { accountId: null, sellingPartnerId: 'ANOBODYHERE01' } }])
    const evil = await shop.run('open-link', link('https://sellercentral.amazon.com.evil.test/x'), '--json')
    expect([evil.code, JSON.parse(evil.out)]).toMatchObject([1, { error: { code: 'dropped' } }])
    expect((await shop.run('open-link', 'https://example.com/')).code).toBe(2)
  })

  test('nobody else may read the data directory', () => {
    const data = join(shop.folder, 'data')
    expect(statSync(data).mode & 0o777).toBe(0o700)
    for (const name of readdirSync(data, { recursive: true }) as string[]) {
      const stats = statSync(join(data, name))
      expect([name, stats.mode & 0o077]).toEqual([name, 0])
    }
  })
})

describe('when something is wrong, the message names the thing and the remedy', () => {
  test('an unknown command and a missing option end with code 2', async () => {
    expect(await shop.run('frobnicate')).toMatchObject({ code: 2 })
    const { code, err } = await shop.run('report', 'sales')
    expect([code, err]).toEqual([2, expect.stringContaining('--channel is missing')])
  })

  test('a typo in the endpoints file is named', async () => {
    const file = join(shop.folder, 'typo.json')
    writeFileSync(file, JSON.stringify({ selling: { nah: 'http://127.0.0.1:1' } }))
    const { code, err } = await shop.run('status', '--endpoints', file)
    expect(code).toBe(2)
    expect(err).toContain('selling.nah')
  })

  test('plain http to another computer is refused', async () => {
    const file = join(shop.folder, 'http.json')
    writeFileSync(file, JSON.stringify({ selling: { na: 'http://example.com' } }))
    expect((await shop.run('status', '--endpoints', file)).err).toMatch(/loopback only/)
  })

  test('an unreadable database is left as it was', async () => {
    const data = join(shop.folder, 'broken')
    await shop.run('status', '--data-dir', data)
    writeFileSync(join(data, 'springline.db'), 'this is no database, and it is longer than a header would be '.repeat(30))
    const { code, err } = await shop.run('status', '--data-dir', data)
    expect(code).toBe(1)
    expect(err).toContain('springline.db')
    expect(existsSync(join(data, 'springline.db'))).toBe(true)
  })

  test('a permission that was taken away ends a cycle with code 3 once it is confirmed', async () => {
    shop.amazon.control.fault({ kind: 'revoke', account: 'kestrel', family: 'selling', hard: true })
    shop.amazon.clock.advance(2 * 3_600_000)
    const first = await shop.run('sync', '--once', '--json')
    shop.amazon.clock.advance(4 * 60_000)
    const second = first.code === 3 ? first : await shop.run('sync', '--once', '--json')
    expect(second.code).toBe(3)
    const { channels } = cliStatus.parse(JSON.parse((await shop.run('status', '--json')).out))
    expect(channels[0]).toMatchObject({ status: 'reconnect-required', action: 'reconnect' })
  })
})

describe('deleting on purpose', () => {
  test('a limit is counted first; nothing goes without --yes', async () => {
    const counted = await shop.run('keep', '--months', '13', '--json')
    expect([counted.code, JSON.parse(counted.out)]).toEqual([0, { days: 0, rows: 0, deleted: false }])
    const { code, err } = await shop.run('keep', '--months', '14')
    expect([code, err]).toEqual([2, expect.stringContaining('one of all, 13, 18, 25, 37')])
  })

  test('an account goes whole when its name is given, and only then', async () => {
    const { channels } = cliStatus.parse(JSON.parse((await shop.run('status', '--json')).out))
    const account = channels[0]?.accountId ?? ''
    const slip = await shop.run('purge', '--account', account, '--name', 'Kestrel', '--json')
    expect([slip.code, JSON.parse(slip.out)]).toEqual([2, { error: { code: 'bad-request', reason: 'name-differs', field: 'name' } }])
    const { code, out } = await shop.run('purge', '--account', account, '--name', 'Kestrel Audio', '--json')
    expect(code).toBe(0)
    expect(JSON.parse(out)).toMatchObject({ days: expect.any(Number) as number, wiped: true })
    expect(cliStatus.parse(JSON.parse((await shop.run('status', '--json')).out)).channels).toEqual([])
  })
})
