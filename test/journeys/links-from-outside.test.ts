import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openShop, type Shop } from '../builders/open-shop.ts'

let shop: Shop
beforeEach(async () => {
  shop = await openShop({ accounts: ['nordlys', 'bike'], historyDays: 4 })
})
afterEach(() => shop.close())

/** The person agrees in the browser; the link is on its way. */
async function agreed(account: 'nordlys' | 'bike'): Promise<{ readonly id: string; readonly link: string }> {
  shop.person.will({ kind: 'outside', account })
  const seen = shop.person.callbacks.length
  const { id } = await shop.call('attempts.begin', {
    accountId: null,
    family: 'selling',
    kind: 'seller',
    region: 'eu',
    country: 'DE',
    surface: 'default',
  })
  for (let turn = 0; turn < 200 && shop.person.callbacks.length === seen; turn += 1) await new Promise((resolve) => setTimeout(resolve, 10))
  return { id, link: shop.person.callbacks.at(-1) ?? '' }
}

async function arrives(link: string): Promise<void> {
  await shop.crank.track('link', shop.running().app.completeCallback(link))
  await shop.minutes(1)
}

async function stageOf(id: string): Promise<string> {
  return (await shop.call('attempts.read', { id })).stage
}

const exchanges = () => shop.control.log().filter((line) => line.operation === 'exchange-code').length

describe('a link that comes home from outside', () => {
  test('after a crash, to an app that has just started: the account is connected', async () => {
    const { id, link } = await agreed('nordlys')
    await shop.crash()
    await arrives(link)
    expect(await stageOf(id)).toBe('result')
    await shop.untilCaughtUp()
    expect((await shop.accounts()).map((one) => one.name)).toEqual(['Nordlys Home'])
  })

  test('two attempts at once, answered the other way round: each gets its own account', async () => {
    const first = await agreed('nordlys')
    const second = await agreed('bike')
    await arrives(second.link)
    expect((await shop.accounts()).map((one) => one.sellingPartnerId)).toEqual(['A3BIKEANDCOEU2'])
    await arrives(first.link)
    expect((await shop.accounts()).map((one) => one.sellingPartnerId).toSorted()).toEqual(['A2NORDLYSHOME7', 'A3BIKEANDCOEU2'])
    expect([await stageOf(first.id), await stageOf(second.id)]).toEqual(['result', 'result'])
    expect(exchanges()).toBe(2)
  })

  test('changed, cut short, for another issuer or without an attempt: nothing is exchanged, and the true one still works', async () => {
    const { id, link } = await agreed('nordlys')
    const url = new URL(link)
    const handoff = url.searchParams.get('handoff') ?? ''
    const forged = [
      link.replace('seller-eu', 'seller-na'),
      link.replace('seller-eu', 'ads-eu'),
      link.slice(0, 60),
      `${link}&handoff=${handoff}`,
      link.replace(/ticket=[^&]*/, 'ticket=AAAA'),
      link.replace('springline:', 'https:'),
      'springline://authorize/seller-eu',
      'springline://authorize/seller-eu?handoff=%00&ticket=%00',
    ]
    for (const one of forged) await shop.crank.track('forged', shop.running().app.completeCallback(one))
    expect(exchanges()).toBe(0)
    expect(await shop.accounts()).toEqual([])
    await arrives(link)
    expect(await stageOf(id)).toBe('result')
  })

  test('twice at the same moment, from the popup and from the system: one exchange, one account', async () => {
    const { id, link } = await agreed('nordlys')
    await Promise.all([arrives(link), shop.running().app.completeCallback(link)])
    expect(exchanges()).toBe(1)
    expect(shop.amazon.brokerLog.filter((line) => line.route === '/redeem')).toHaveLength(1)
    expect(await stageOf(id)).toBe('result')
  })

  test('later than the attempt lives: dropped', async () => {
    const { link } = await agreed('nordlys')
    await shop.minutes(16)
    await arrives(link)
    expect(exchanges()).toBe(0)
    expect(await shop.accounts()).toEqual([])
  })
})

test('no credential is ever in the database, in the log, or readable in any file', async () => {
  await shop.connect('nordlys', { ads: true })
  await shop.untilCaughtUp()
  await shop.hours(2)
  const world = shop.control.world()
  const secrets = [
    'Atza|',
    'Atzr|',
    world.publisher.selling['eu']?.clientSecret ?? 'none',
    world.publisher.advertising['eu']?.clientSecret ?? 'none',
  ]
  const links = shop.person.callbacks.map((link) => new URL(link).searchParams.get('handoff') ?? 'none')
  const folder = shop.machine.dataDirectory
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((one) => one.isFile())
  const kept = files.map((one) => readFileSync(join(one.parentPath, one.name)).toString('latin1'))
  const told = [JSON.stringify(shop.log.lines), JSON.stringify(shop.amazon.brokerLog), JSON.stringify(shop.notifier.shown)]
  expect(files.length).toBeGreaterThan(3)
  expect(links.length).toBeGreaterThan(1)
  for (const text of [...kept, ...told]) for (const secret of [...secrets, ...links]) expect(text.includes(secret)).toBe(false)
})
