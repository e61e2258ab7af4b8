import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { openShop, type Shop } from '../builders/open-shop.ts'
import { specOf } from '../builders/story-world.ts'
import { coverageOf, differencesFromTruth } from '../builders/truth.ts'

let shop: Shop
afterEach(() => shop.close())

/** Every byte below the data directory, file by file. */
function files(folder: string): { readonly name: string; readonly bytes: Buffer }[] {
  return readdirSync(folder).flatMap((entry) => {
    const path = join(folder, entry)
    return statSync(path).isDirectory() ? files(path) : [{ name: entry, bytes: readFileSync(path) }]
  })
}

function filesWith(text: string): string[] {
  return files(shop.machine.dataDirectory)
    .filter(({ bytes }) => bytes.includes(text))
    .map(({ name }) => name)
}

/** An order of the only account there is. */
function someOrderId(): string {
  const written = files(shop.machine.dataDirectory).map(({ bytes }) => /\d{3}-\d{7}-\d{7}/.exec(bytes.toString('latin1'))?.[0])
  return written.find((id) => id !== undefined) ?? 'no order is stored'
}

describe('an account that is deleted on request', () => {
  test('leaves not a byte of itself behind, its neighbour keeps everything, and it can be connected anew', async () => {
    shop = await openShop({ accounts: ['halden', 'bike'], historyDays: 8 })
    await shop.connect('halden')
    await shop.untilCaughtUp()
    const orderId = someOrderId()
    const identity = specOf('halden').sellingPartnerId
    expect(filesWith(orderId)).not.toEqual([])
    await shop.connect('bike')
    await shop.untilCaughtUp()
    const { id: accountId } = await shop.account('Halden Home')

    const purged = await shop.call('accounts.purge', { accountId, name: 'Halden Home' })

    expect(purged.days).toBeGreaterThan(7)
    expect(purged.wiped).toBe(true)
    expect((await shop.accounts()).map((one) => one.name)).toEqual(['Bike & Co'])
    expect(filesWith(orderId)).toEqual([])
    expect(filesWith(identity)).toEqual([])
    expect(filesWith('Halden')).toEqual([])
    expect(await differencesFromTruth(shop, { account: 'bike' })).toEqual([])
    await shop.days(1)
    expect((await shop.accounts()).map((one) => one.name)).toEqual(['Bike & Co'])

    await shop.connect('halden')
    await shop.untilCaughtUp()
    expect(await differencesFromTruth(shop, { account: 'halden' })).toEqual([])
  })

  test('stays whole when its name was not given exactly', async () => {
    shop = await openShop({ accounts: ['bike'], historyDays: 5 })
    await shop.connect('bike')
    await shop.untilCaughtUp()
    const { id: accountId } = await shop.account('Bike & Co')
    await expect(shop.call('accounts.purge', { accountId, name: 'Bike and Co' })).rejects.toThrow('name-differs')
    expect(await differencesFromTruth(shop, { account: 'bike' })).toEqual([])
  })
})

describe('a limit on how long figures are kept', () => {
  test('deletes older days only, is counted first, and lifting it brings back what Amazon still has', async () => {
    shop = await openShop({ accounts: ['bike'], historyDays: 400 })
    await shop.connect('bike')
    await shop.untilCaughtUp(24)
    const before = await coverageOf(shop, { account: 'bike', dataset: 'orders' })
    const counted = await shop.call('keeping.preview', { keepMonths: 13 })
    expect(counted.days).toBe(10)
    expect(await coverageOf(shop, { account: 'bike', dataset: 'orders' })).toEqual(before)

    expect((await shop.call('keeping.choose', { keepMonths: 13 })).days).toBe(10)
    const kept = await coverageOf(shop, { account: 'bike', dataset: 'orders' })
    expect(kept).toEqual(before.slice(10))
    await shop.days(2)
    expect((await shop.call('keeping.preview', { keepMonths: 13 })).days).toBeLessThanOrEqual(1)

    await shop.call('keeping.choose', { keepMonths: null })
    await shop.untilCaughtUp(24)
    const back = await coverageOf(shop, { account: 'bike', dataset: 'orders' })
    expect(back.filter((day) => day.state === 'missing-fetchable' || day.state === 'missing-lost')).toEqual([])
    expect(await differencesFromTruth(shop, { account: 'bike', dataset: 'orders' })).toEqual([])
  })
})
