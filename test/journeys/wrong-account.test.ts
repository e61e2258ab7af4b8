import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { heldDays, historyHash, look, type HeldDays } from '../builders/history.ts'
import { openShop, type Shop } from '../builders/open-shop.ts'
import { channelsOf, differencesFromTruth } from '../builders/truth.ts'

const NAME = 'Nordlys Home'
let shop: Shop
let held: HeldDays
let history: string

beforeEach(async () => {
  shop = await openShop({ accounts: ['nordlys', 'bike', 'halden'], historyDays: 12 })
  await shop.connect('nordlys')
  await shop.untilCaughtUp()
  held = heldDays(shop)
  history = historyHash(shop, held)
})
afterEach(() => shop.close())

/** Rows and receipts that hang on nobody's channel, or on more than the channels of the accounts that are here. */
function strangers(): unknown {
  return look(shop, (db) => db.prepare('SELECT count(*) AS n FROM receipts WHERE channel_id NOT IN (SELECT id FROM channels)').get())
}

async function stillWorks(): Promise<void> {
  const before = shop.control.log().length
  await shop.call('sync.now', { accountId: (await shop.account(NAME)).id })
  await shop.hours(7)
  expect((await shop.account(NAME)).statuses).toEqual(['ads-not-connected', 'connected'])
  expect(
    shop.control
      .log()
      .slice(before)
      .filter((line) => line.account !== undefined && line.account !== 'nordlys'),
  ).toEqual([])
}

describe('the person signs in with another account', () => {
  beforeEach(async () => {
    const attempt = await shop.reconnect(NAME, 'bike')
    expect(attempt).toMatchObject({
      stage: 'wrong-account',
      expectedIdentity: 'A2NORDLYSHOME7',
      foundIdentity: 'A3BIKEANDCOEU2',
      foundAccountId: null,
    })
    expect(historyHash(shop, held)).toBe(history)
    expect(await shop.accounts()).toHaveLength(1)
  })

  async function waiting() {
    const [standing] = await shop.running().stores.attempts.standing()
    if (standing === undefined) throw new Error('no attempt waits')
    return shop.call('attempts.read', { id: standing.id })
  }

  test('and leaves it there: the old grant goes on, nothing of the stranger is asked for', async () => {
    await stillWorks()
    expect(await shop.accounts()).toHaveLength(1)
  })

  test('discard: the foreign credential is gone, the old grant works', async () => {
    const ended = await shop.decide(await waiting(), 'discard')
    expect(ended.stage).toBe('failed')
    expect((await shop.running().vault.keys()).filter((key) => key.startsWith('quarantine/'))).toEqual([])
    await stillWorks()
  })

  test('try again, with the right account this time: connected, and the stranger is forgotten', async () => {
    const again = await shop.decide(await waiting(), 'try-again', 'nordlys')
    expect(again.stage).toBe('result')
    expect((await shop.running().vault.keys()).filter((key) => key.startsWith('quarantine/'))).toEqual([])
    await stillWorks()
    expect(await shop.accounts()).toHaveLength(1)
  })

  test('add as new: a second account with its own days; the first is untouched', async () => {
    expect((await shop.decide(await waiting(), 'add-new')).stage).toBe('result')
    await shop.untilCaughtUp()
    expect((await shop.accounts()).map((one) => one.name).toSorted()).toEqual(['Bike & Co', NAME])
    expect(await differencesFromTruth(shop, { account: 'bike' })).toEqual([])
    expect(await differencesFromTruth(shop, { account: 'nordlys' })).toEqual([])
    expect(strangers()).toEqual({ n: 0 })
  })
})

test('the other account is here too: its own grant is replaced, and the one that was meant stays as it was', async () => {
  await shop.connect('bike')
  await shop.untilCaughtUp()
  shop.control.fault({ kind: 'revoke', account: 'bike', hard: true })
  await shop.hours(8)
  expect(await shop.status('Bike & Co')).toBe('reconnect-required')
  const attempt = await shop.reconnect(NAME, 'bike')
  expect(attempt).toMatchObject({ stage: 'wrong-account', foundAccountName: 'Bike & Co' })
  expect((await shop.decide(attempt, 'use-other')).stage).toBe('result')
  await shop.untilCaughtUp()
  expect((await shop.accounts()).map((one) => one.status)).toEqual(['ads-not-connected', 'ads-not-connected'])
  expect(await differencesFromTruth(shop, { account: 'bike' })).toEqual([])
  expect((await channelsOf(shop, 'nordlys')).map((channel) => channel.country).toSorted()).toEqual(['DE', 'FR'])
})

describe('the person does not agree', () => {
  test.each(['cancel', 'close'] as const)('%s: the attempt ends as closed, the old grant works', async (turn) => {
    const attempt = await shop.reconnect(NAME, turn)
    expect(attempt).toMatchObject({ stage: 'failed', failure: 'closed' })
    await stillWorks()
  })

  test('never finishes: the pages close by themselves after ten minutes, and a new try is possible', async () => {
    const attempt = await shop.reconnect(NAME, 'never')
    expect(attempt).toMatchObject({ stage: 'failed', failure: 'timed-out' })
    expect((await shop.reconnect(NAME)).stage).toBe('result')
    await stillWorks()
  })

  test('a link that came home once is worth nothing the second time, also after a restart', async () => {
    await shop.reconnect(NAME)
    const [link] = shop.person.callbacks.slice(-1)
    const exchanges = () => shop.control.log().filter((line) => line.operation === 'exchange-code').length
    const before = exchanges()
    await shop.running().app.completeCallback(link ?? '')
    await shop.restart()
    await shop.running().app.completeCallback(link ?? '')
    await shop.minutes(1)
    expect(exchanges()).toBe(before)
    expect(shop.log.codes().filter((code) => code === 'callback-dropped')).toHaveLength(2)
    await stillWorks()
  })
})
