import { afterEach, describe, expect, test } from 'vitest'
import { look } from '../builders/history.ts'
import { openShop, type Shop } from '../builders/open-shop.ts'
import { specOf, type AccountName } from '../builders/story-world.ts'
import { coverageOf, differencesFromTruth } from '../builders/truth.ts'

const dataset = 'settlements'
let shop: Shop
afterEach(() => shop.close())

async function connected(account: AccountName = 'nordlys', historyDays = 40): Promise<void> {
  // Only the financial permission is given, so that little else has to be fetched.
  const world = { accounts: [{ ...specOf(account), roles: ['Finance and Accounting', 'Selling Partner Insights'] }] }
  shop = await openShop({ accounts: [account], world, historyDays })
  await shop.connect(account)
  await shop.untilCaughtUp()
}

interface Taken {
  readonly channel_id: number
  readonly document_id: string
  readonly name: string | null
  readonly starts_at: number
  readonly ends_at: number
  readonly total_minor: number
}

function taken(): readonly Taken[] {
  return look(shop, (db) => db.prepare('SELECT * FROM taken_documents ORDER BY ends_at, channel_id').all()) as Taken[]
}

/** How often documents of settlements were asked for, by the ids they were taken under. */
function documentCalls(): number {
  return shop.control.log().filter((line) => line.operation === 'getReportDocument' && isSettlement(line.path)).length
}

function isSettlement(path: string): boolean {
  return taken().some((one) => path.endsWith(`.${one.document_id}`))
}

describe('settlements', () => {
  test('a fresh connection takes every listed file once for all its channels, and each day is what Amazon paid', async () => {
    await connected('nordlys', 120)
    const files = new Set(taken().map((one) => one.document_id))
    expect(files.size).toBeGreaterThanOrEqual(6)
    expect(taken()).toHaveLength(files.size * 2)
    expect(documentCalls()).toBe(files.size)
    expect(await differencesFromTruth(shop, { account: 'nordlys', dataset })).toEqual([])
    const held = (await coverageOf(shop, { account: 'nordlys', dataset })).filter((one) => one.state === 'complete-settled')
    expect(held.length).toBeGreaterThan(2 * 75)
  })
})
