import { afterEach, beforeEach, expect, test } from 'vitest'
import { openShop, type Shop } from '../builders/open-shop.ts'

let shop: Shop
beforeEach(async () => {
  shop = await openShop({ accounts: ['nordlys', 'bike'], historyDays: 2 })
})
afterEach(() => shop.close())

/** Both accounts authorize one private app; its client secret was made on `issuedOn`. */
async function connectBoth(issuedOn: string) {
  const grants = ['nordlys', 'bike'].map((account) => shop.control.privateGrant({ account, family: 'selling', shared: true }))
  for (const { clientId, clientSecret, refreshToken, sellingPartnerId } of grants)
    await shop.call('connect.privateApp', {
      kind: 'seller',
      region: 'eu',
      sellingPartnerId,
      clientId,
      clientSecret,
      refreshToken,
      name: null,
      secretIssuedOn: issuedOn,
    })
  return grants[0]?.clientId ?? ''
}

const warnings = async () =>
  (await shop.call('notices.list', {})).notices.filter((one) => one.code === 'expiring-soon').map((one) => one.facts['ends'])

test('two accounts, one private app: the clock warns, one new secret serves both, and the old one works on for a week', async () => {
  const clientId = await connectBoth('2026-03-25')
  const { apps } = await shop.call('privateApps.list', {})
  expect(apps).toMatchObject([{ clientId, secretEndsAt: Date.UTC(2026, 8, 21) }])
  expect(apps[0]?.permissions).toHaveLength(2)
  await shop.minutes(5)
  expect((await shop.accounts()).map((one) => [one.selling.status, one.selling.facts['ends']])).toEqual([
    ['expiring-soon', 'client-secret'],
    ['expiring-soon', 'client-secret'],
  ])
  expect(await warnings()).toEqual(['client-secret', 'client-secret'])
  const { clientSecret } = shop.control.rotateSecret({ clientId })
  await shop.sleep(1)
  expect((await shop.accounts()).map((one) => one.selling.status)).toEqual(['expiring-soon', 'expiring-soon'])
  const replaced = await shop.call('privateApps.replaceSecret', { clientId, clientSecret, issuedOn: '2026-09-15' })
  expect(replaced.accounts).toHaveLength(2)
  await shop.sleep(8)
  const after = await shop.accounts()
  expect(after.map((one) => one.selling.status)).not.toContain('publisher-problem')
  expect(after.map((one) => one.selling.status)).not.toContain('expiring-soon')
  expect((await shop.call('privateApps.list', {})).apps[0]?.secretEndsAt).toBe(Date.UTC(2026, 8, 15) + 180 * 86_400_000)
})

test('rotated at Amazon and forgotten here: after the week the app key is to blame, and the new secret heals both at once', async () => {
  const clientId = await connectBoth('2026-09-01')
  const { clientSecret } = shop.control.rotateSecret({ clientId })
  await shop.sleep(7)
  await shop.hours(3)
  expect((await shop.accounts()).map((one) => one.selling.status)).toEqual(['publisher-problem', 'publisher-problem'])
  await shop.call('privateApps.replaceSecret', { clientId, clientSecret, issuedOn: null })
  await shop.minutes(5)
  for (const one of await shop.accounts()) expect(['publisher-problem', 'reconnect-required']).not.toContain(one.selling.status)
  expect((await shop.call('privateApps.list', {})).apps).toMatchObject([{ secretEndsAt: null }])
})
