import fc from 'fast-check'
import { expect, test } from 'vitest'
import { writeBeginLink } from '../../../../src/shared/contract/broker/begin-link.ts'
import type { Region } from '../../../../src/shared/domain/region.ts'
import type { Participation } from '../../../../src/main/core/ports/selling-api.ts'
import { ACME, DAY, DE, FR, openShop, OTHER, type Booted, type Shop } from './shop.ts'

const US: Participation = {
  marketplaceId: 'ATVPDKIKX0DER',
  country: 'US',
  name: 'Amazon.com',
  storeName: 'Acme',
  participating: true,
  suspendedListings: false,
}
const SHADOW: Participation = {
  marketplaceId: 'A38D8NSA03LJTC',
  country: 'DE',
  name: 'Non-Amazon DE',
  storeName: null,
  participating: true,
  suspendedListings: false,
}
const INVOICES: Participation = {
  marketplaceId: 'AHRY1CZE9ZY4H',
  country: 'DE',
  name: 'SI Prod',
  storeName: null,
  participating: true,
  suspendedListings: false,
}
const IDLE: Participation = {
  marketplaceId: 'APJ6JRA9NG5V4',
  country: 'IT',
  name: 'Amazon.it',
  storeName: null,
  participating: false,
  suspendedListings: false,
}
const PLACES: Readonly<Record<'eu' | 'na', readonly Participation[]>> = { eu: [DE, FR, SHADOW, INVOICES, IDLE], na: [US] }
const HOSTS = { eu: 'sellercentral-europe.amazon.com', na: 'sellercentral.amazon.com' } as const

/** Every way in, for one of two sellers in one of two regions. */
const step = fc.record({
  way: fc.constantFrom('broker' as const, 'reconnect' as const, 'private-app' as const, 'begun-at-amazon' as const, 'disconnect' as const),
  partner: fc.constantFrom(ACME, OTHER),
  region: fc.constantFrom('eu' as const, 'na' as const),
})
type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never

/** The person signs in as the seller and says yes; the link comes home from their browser. */
async function agree(shop: Shop, { app }: Booted, partner: string, begin: () => Promise<{ readonly ok: boolean }>): Promise<void> {
  let url = ''
  shop.consent.person((order) => {
    url = shop.login.consent(order.consentUrl, partner)
    return new Promise(() => undefined)
  })
  expect((await begin()).ok).toBe(true)
  await shop.clock.settle()
  await app.complete(url)
}

const countryOf = (region: Region) => (region === 'eu' ? 'DE' : 'US')

async function take(shop: Shop, booted: Booted, { way, partner, region }: Step): Promise<void> {
  const { app } = booted
  shop.world.participations = [...PLACES[region]]
  const here = (await shop.stores.accounts.accounts()).find((one) => one.sellingPartnerId === partner && one.region === region)
  const begin = { family: 'selling', kind: 'seller', region, country: countryOf(region), surface: 'browser' } as const
  switch (way) {
    case 'broker':
      return agree(shop, booted, partner, () => app.begin({ ...begin, accountId: null }))
    case 'reconnect':
      return here && agree(shop, booted, partner, () => app.begin({ ...begin, accountId: here.id }))
    case 'begun-at-amazon': {
      await app.invite(
        writeBeginLink({ callbackUri: `https://${HOSTS[region]}/apps/authorize/confirm/x`, amazonState: 's', sellingPartnerId: partner }),
      )
      return agree(shop, booted, partner, () => app.accept(app.invitations().at(-1)?.id ?? ''))
    }
    case 'private-app': {
      const keys = { clientId: 'amzn1.client', clientSecret: 'secret-text', refreshToken: `Atzr|${partner}${region}` }
      expect((await app.connectPrivateApp({ ...keys, kind: 'seller', region, sellingPartnerId: partner, name: null })).ok).toBe(true)
      return
    }
    case 'disconnect':
      if (here) await app.disconnect(here.id)
  }
}

test('by whatever ways in whatever order, one account in one region is here once, and its channels keep their numbers', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 12 }), async (steps) => {
      const shop = openShop()
      const booted = shop.boot()
      const numbers = new Map<string, string>()
      const connectedAt = new Map<string, number>()
      for (const one of steps) {
        await take(shop, booted, one)
        await shop.clock.advance(DAY)
        const accounts = await shop.stores.accounts.accounts()
        expect(new Set(accounts.map((account) => `${account.region} ${account.sellingPartnerId}`)).size).toBe(accounts.length)
        for (const { id, connectedAt: at } of accounts) {
          expect(connectedAt.get(id) ?? at).toBe(at)
          connectedAt.set(id, at)
        }
        const channels = await shop.stores.accounts.channels()
        for (const channel of channels) {
          const place = `${channel.accountId} ${channel.marketplaceId}`
          expect(numbers.get(place) ?? `${channel.id} ${channel.wantedFrom}`).toBe(`${channel.id} ${channel.wantedFrom}`)
          numbers.set(place, `${channel.id} ${channel.wantedFrom}`)
        }
        // Whatever was seen once is still there: nothing disappears by connecting again.
        expect(channels.length).toBe(numbers.size)
        const authorizations = await shop.stores.accounts.authorizations()
        expect(new Set(authorizations.map((held) => `${held.accountId} ${held.family}`)).size).toBe(authorizations.length)
      }
      const countries = new Set((await shop.stores.accounts.channels()).map((channel) => channel.country))
      for (const country of countries) expect(['DE', 'FR', 'US']).toContain(country)
    }),
    { numRuns: 150, seed: 20_260_915 },
  )
})

test('switching between the ways keeps the account: the newest way is in force, and what it does not know is unknown', async () => {
  const shop = openShop()
  const booted = shop.boot()
  const wayNow = async () => (await shop.stores.accounts.authorizations()).map((one) => [one.way, one.endsAt === null])
  await take(shop, booted, { way: 'broker', partner: ACME, region: 'eu' })
  expect(await wayNow()).toEqual([['broker', false]])
  await take(shop, booted, { way: 'private-app', partner: ACME, region: 'eu' })
  expect(await wayNow()).toEqual([['private-app', true]])
  await take(shop, booted, { way: 'reconnect', partner: ACME, region: 'eu' })
  expect(await wayNow()).toEqual([['broker', false]])
  expect(await booted.app.privateApps()).toEqual([])
  expect((await shop.stores.accounts.authorizations())[0]?.secretEndsAt).toBeNull()
})

test('one merchant in several regions is an account for each, side by side', async () => {
  const shop = openShop()
  const booted = shop.boot()
  await take(shop, booted, { way: 'broker', partner: ACME, region: 'eu' })
  await take(shop, booted, { way: 'private-app', partner: ACME, region: 'na' })
  expect((await shop.stores.accounts.accounts()).map((one) => [one.region, one.sellingPartnerId])).toEqual([
    ['eu', ACME],
    ['na', ACME],
  ])
  expect((await shop.stores.accounts.channels()).map((one) => one.country)).toEqual(['DE', 'FR', 'US'])
})
