import { afterEach, beforeEach, expect, test } from 'vitest'
import type { StandIn } from '../../../src/stand-in/index.ts'
import { demoWorld } from '../../../src/stand-in/world/demo-world.ts'
import { settlementLines, settlementTotal } from '../../../src/stand-in/world/settlement-lines.ts'
import { settlementsOf } from '../../../src/stand-in/world/settlements.ts'
import { createWorld } from '../../../src/stand-in/world/world.ts'
import { openAmazon, partnerOf, type Json, type Partner } from './amazon.ts'

const TYPE = 'GET_V2_SETTLEMENT_REPORT_DATA_FLAT_FILE_V2'
const PATH = '/reports/2021-06-30/reports'
const NOW = Date.UTC(2026, 8, 15, 10)
const DAY = 86_400_000

let amazon: StandIn
let seller: Partner
beforeEach(async () => {
  amazon = await openAmazon({ seed: 'settlements', world: demoWorld(), startAt: NOW })
  amazon.control.pace({ quotas: 'off' })
  seller = await partnerOf(amazon, 'acme-na', 'na')
  await seller.signIn()
})
afterEach(() => amazon.stop())

const list = (query: Record<string, string> = {}) => seller.get(PATH, { reportTypes: TYPE, pageSize: '100', ...query })
const idsIn = (body: Json): string[] => (body['reports'] as Json[]).map((one) => String(one['reportId']))

test('the list holds every settlement of the account that closed within 90 days, one per currency and fortnight', async () => {
  const reports = (await list()).body['reports'] as Json[]
  // Three currencies, six or seven fortnights.
  expect(reports.length).toBeGreaterThanOrEqual(18)
  expect(reports.length).toBeLessThanOrEqual(21)
  expect(reports.every((one) => one['processingStatus'] === 'DONE' && (one['marketplaceIds'] as string[]).length === 3)).toBe(true)
  expect(Math.min(...reports.map((one) => Date.parse(String(one['createdTime']))))).toBeGreaterThan(NOW - 90 * DAY)
})

test('it goes on by its token alone, heeds dates, and heeds no marketplace', async () => {
  const all = idsIn((await list()).body)
  const first = (await list({ pageSize: '10' })).body
  const rest = (await seller.get(PATH, { nextToken: String(first['nextToken']) })).body
  expect([...idsIn(first), ...idsIn(rest)]).toEqual(all.slice(0, 20))
  expect(idsIn((await list({ marketplaceIds: 'ATVPDKIKX0DER' })).body)).toEqual(all)
  const since = idsIn((await list({ createdSince: new Date(NOW - 30 * DAY).toISOString() })).body)
  const until = idsIn((await list({ createdUntil: new Date(NOW - 30 * DAY).toISOString() })).body)
  expect([...since, ...until]).toEqual(all)
  expect(since.length).toBeGreaterThan(0)
})

test('what is older than 90 days is refused, and so are an order for one and a seller without the role', async () => {
  expect((await list({ createdSince: new Date(NOW - 91 * DAY).toISOString() })).status).toBe(400)
  expect((await seller.post(PATH, { reportType: TYPE, marketplaceIds: ['ATVPDKIKX0DER'] })).status).toBe(400)
  amazon.control.fault({ kind: 'remove-role', account: 'acme-na', role: 'Finance and Accounting' })
  expect((await list()).status).toBe(403)
})

test('every file leaves the list after 90 days, and a new one comes at each close', async () => {
  const before = idsIn((await list()).body)
  amazon.control.clock({ advance: 15 * DAY })
  await seller.signIn()
  const after = idsIn((await list()).body)
  expect(after.filter((id) => !before.includes(id)).length).toBeGreaterThanOrEqual(3)
  expect(before.filter((id) => !after.includes(id)).length).toBeGreaterThanOrEqual(3)
})

test('the lines of every settlement of every account sum to what its transactions moved, and periods follow without a gap', () => {
  const world = createWorld('seed', demoWorld())
  for (const account of world.accounts.filter((one) => one.kind === 'seller')) {
    const all = settlementsOf(world, account, NOW - 40 * DAY, NOW)
    expect(all.length).toBeGreaterThan(0)
    for (const one of all) {
      const lines = settlementLines(one)
      expect(lines.reduce((sum, line) => sum + line.minor, 0)).toBe(settlementTotal(one))
      expect(lines.every((line) => line.postedMs >= one.startMs && line.postedMs < one.endMs)).toBe(true)
      const next = all.find((other) => other.currency === one.currency && other.startMs > one.startMs)
      if (next !== undefined) expect(all.some((other) => other.currency === one.currency && other.startMs === one.endMs)).toBe(true)
    }
  }
})
