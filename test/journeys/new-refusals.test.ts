import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { openShop, type Shop } from '../builders/open-shop.ts'
import { specOf } from '../builders/story-world.ts'
import { differencesFromTruth } from '../builders/truth.ts'

let shop: Shop
afterEach(() => shop.close())

test('a refusal nobody knows: told with whom, what and how often, without a value of its body; other datasets go on', async () => {
  shop = await openShop({ accounts: ['bike'], historyDays: 6 })
  shop.control.fault({ kind: 'new-refusal', account: 'bike', operation: 'listTransactions' })
  await shop.connect('bike')
  await shop.hours(3)

  expect(await differencesFromTruth(shop, { account: 'bike', dataset: 'orders' })).toEqual([])
  expect(await differencesFromTruth(shop, { account: 'bike', dataset: 'sales-daily' })).toEqual([])
  expect((await shop.account('Bike & Co')).action).not.toBe('reconnect')
  const { findings } = await shop.call('findings.list', { limit: 50 })
  const told = findings.filter((one) => one.kind === 'new-answer')
  expect(told).toEqual([
    {
      source: 'selling',
      title: 'Selling API',
      kind: 'new-answer',
      column: '400 NovelRefusal',
      why: expect.stringContaining('{errors:[{code,message,details,hint:{level}}]}'),
      documentId: expect.any(String),
      channelId: null,
      firstAt: expect.any(Number),
      at: expect.any(Number),
      times: expect.any(Number),
    },
  ])
  expect(told[0]?.why).toMatch(/^\/selling-eu\/finances\/2024-06-19\/transactions /)
  const secrets = [specOf('bike').sellingPartnerId, '0800 1234567', 'Atza|novel']
  expect(secrets.filter((secret) => JSON.stringify(told).includes(secret))).toEqual([])
  expect(bytesBelow(shop.machine.dataDirectory).filter((bytes) => bytes.includes('0800 1234567') || bytes.includes('Atza|novel'))).toEqual(
    [],
  )

  shop.control.clearFaults()
  await shop.days(2)
  await shop.untilCaughtUp()
  expect(await differencesFromTruth(shop, { account: 'bike' })).toEqual([])
})

function bytesBelow(folder: string): Buffer[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name)
    return statSync(path).isDirectory() ? bytesBelow(path) : [readFileSync(path)]
  })
}
