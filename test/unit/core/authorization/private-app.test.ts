import { describe, expect, test } from 'vitest'
import type { AdsProfile } from '../../../../src/main/core/ports/ads-api.ts'
import { ACME, authorizationOf, connect, DAY, openShop, OTHER, sealedOf, START, walk } from './shop.ts'

const KEYS = { clientId: 'amzn1.application-oa2-client.x', clientSecret: 'secret-of-the-app', refreshToken: 'Atzr|refresh' }
const ORDER = { ...KEYS, kind: 'seller', region: 'eu', sellingPartnerId: ACME, name: 'My own' } as const
const REFUSED = { kind: 'permission-missing', evidence: '403' } as const

const profile = (accountId: string, marketplaceId: string, profileId: string, kind: AdsProfile['kind'] = 'seller'): AdsProfile => ({
  profileId,
  accountId,
  marketplaceId,
  kind,
  country: 'DE',
  currency: 'EUR',
  zone: 'Europe/Paris',
  name: 'x',
})
const DE_ID = 'A1PA6795UKMFR9'
const FR_ID = 'A13V1IB3VIYZZH'
const US_ID = 'ATVPDKIKX0DER'

describe('the person’s own private app', () => {
  test('a listings call for the id proves a seller, and the account is here', async () => {
    const shop = openShop()
    const { app } = shop.boot()
    const answer = await app.connectPrivateApp(ORDER)
    expect(answer).toMatchObject({ ok: true, value: { identity: 'proven' } })
    expect(shop.sellingApi.calls.find((one) => one.path?.startsWith('/listings/'))?.path).toBe(`/listings/2021-08-01/items/${ACME}`)
    const [authorization] = await shop.stores.accounts.authorizations()
    expect(authorization).toMatchObject({ way: 'private-app', endsAt: null, secretEndsAt: null, identity: ACME })
    expect(await shop.stores.accounts.accounts()).toMatchObject([{ name: 'My own', identityProven: true }])
  })

  test('a known age of the client secret forecasts its end', async () => {
    const shop = openShop()
    await shop.boot().app.connectPrivateApp({ ...ORDER, secretIssuedAt: START - 10 * DAY })
    expect((await shop.stores.accounts.authorizations())[0]?.secretEndsAt).toBe(START + 170 * DAY)
  })

  test('an id that is not proven never replaces what is here', async () => {
    const shop = openShop()
    const booted = shop.boot()
    const { id, sealed } = await connect(shop, booted)
    shop.sellingApi.faults.next('probe', REFUSED)
    expect(await booted.app.connectPrivateApp(ORDER)).toEqual({ ok: false, error: 'identity-not-proven' })
    expect(await sealedOf(shop, id)).toBe(sealed)
  })

  test('a new account may stay unproven, and says so', async () => {
    const shop = openShop()
    shop.sellingApi.faults.next('probe', REFUSED)
    expect(await shop.boot().app.connectPrivateApp(ORDER)).toMatchObject({ value: { identity: 'not-proven' } })
    expect(await shop.stores.accounts.accounts()).toMatchObject([{ identityProven: false }])
  })

  test('a vendor is proven by purchase orders and gets the countries named', async () => {
    const shop = openShop()
    await shop.boot().app.connectPrivateApp({ ...ORDER, kind: 'vendor', countries: ['DE', 'UK'] })
    expect(shop.sellingApi.count('participations')).toBe(0)
    expect((await shop.stores.accounts.channels()).map((one) => one.country).sort()).toEqual(['DE', 'UK'])
  })

  test.each([
    ['grant-refused', 'grant-refused'],
    ['publisher-problem', 'app-refused'],
    ['offline', 'offline'],
  ] as const)('a renewal answered %s stores nothing', async (kind, error) => {
    const shop = openShop()
    shop.login.faults.next('renew', { kind, evidence: 'x' })
    expect(await shop.boot().app.connectPrivateApp(ORDER)).toEqual({ ok: false, error })
    expect(await shop.vault.keys()).toEqual([])
  })

  test('nothing secret reaches the log or the time-line', async () => {
    const shop = openShop()
    shop.login.faults.next('renew', { kind: 'grant-refused', evidence: 'invalid_grant' })
    const { app } = shop.boot()
    await app.connectPrivateApp(ORDER)
    await app.connectPrivateApp(ORDER)
    const told = JSON.stringify([shop.log.lines, shop.stores.lines, shop.changes, await shop.stores.accounts.authorizations()])
    for (const secret of [KEYS.clientSecret, KEYS.refreshToken]) expect(told).not.toContain(secret)
  })
})

describe('advertising', () => {
  test('own app: every account its profiles prove gets the permission and its profiles', async () => {
    const shop = openShop()
    const booted = shop.boot()
    const acme = await connect(shop, booted, ACME)
    await connect(shop, booted, OTHER)
    shop.world.profiles = [profile(ACME, DE_ID, '11'), profile(ACME, FR_ID, '12'), profile('A0STRANGER', DE_ID, '13')]
    expect(await booted.app.connectPrivateAds({ ...KEYS, region: 'eu' })).toEqual({ ok: true, value: { accounts: [acme.account.id] } })
    const mine = (await shop.stores.accounts.channels()).filter((one) => one.accountId === acme.account.id)
    expect(mine.map((one) => [one.country, one.adsProfileId])).toEqual(
      expect.arrayContaining([
        ['DE', '11'],
        ['FR', '12'],
      ]),
    )
  })

  test('own app: strangers’ profiles connect nothing', async () => {
    const shop = openShop()
    const booted = shop.boot()
    await connect(shop, booted, ACME)
    shop.world.profiles = [profile('A0STRANGER', DE_ID, '13')]
    expect(await booted.app.connectPrivateAds({ ...KEYS, region: 'eu' })).toEqual({ ok: false, error: 'no-matching-profiles' })
  })

  test('consent: profiles of the account prove it, and the grant ends in a year', async () => {
    const shop = openShop()
    const booted = shop.boot()
    const { account } = await connect(shop, booted)
    shop.world.profiles = [profile(ACME, DE_ID, '9007199254740993')]
    const { id, url } = await walk(shop, booted, null, account.id, 'advertising')
    await booted.app.complete(url)
    expect(await booted.app.read(id)).toMatchObject({ stage: 'result', access: [{ dataset: 'campaigns', answer: 'not-yet-proven' }] })
    const ads = await authorizationOf(shop, account.id, 'advertising')
    expect((await shop.stores.accounts.authorizations()).find((one) => one.id === ads)).toMatchObject({
      identity: ACME,
      family: 'advertising',
    })
    expect((await shop.stores.accounts.channels()).map((one) => one.adsProfileId)).toContain('9007199254740993')
  })

  test('consent with another account’s advertising changes nothing, and can serve that account', async () => {
    const shop = openShop()
    const booted = shop.boot()
    const acme = await connect(shop, booted, ACME)
    const other = await connect(shop, booted, OTHER)
    shop.world.profiles = [profile(OTHER, DE_ID, '77')]
    const { id, url } = await walk(shop, booted, null, acme.account.id, 'advertising')
    await booted.app.complete(url)
    expect((await booted.app.read(id))?.attempt.state).toMatchObject({
      kind: 'wrong-account',
      foundIdentity: OTHER,
      foundAccountId: other.account.id,
    })
    await booted.app.decide(id, 'use-other')
    expect((await shop.stores.accounts.authorizations()).filter((one) => one.family === 'advertising').map((one) => one.accountId)).toEqual(
      [other.account.id],
    )
  })

  test('consent of a person without any profile in the region says so, and Amazon stumbling does not', async () => {
    const shop = openShop()
    const booted = shop.boot()
    const { account } = await connect(shop, booted)
    const nobody = await walk(shop, booted, null, account.id, 'advertising')
    await booted.app.complete(nobody.url)
    expect(await booted.app.read(nobody.id)).toMatchObject({ stage: 'failed', failure: 'no-profiles' })
    expect(await shop.vault.keys()).not.toContain(`quarantine/${nobody.id}`)
    shop.world.profiles = [profile(ACME, DE_ID, '1')]
    shop.adsApi.faults.next('profiles', { kind: 'amazon-trouble', evidence: '500' }, 2)
    const patient = await walk(shop, booted, null, account.id, 'advertising')
    const done = booted.app.complete(patient.url)
    await shop.clock.advance(11_000)
    await done
    expect((await booted.app.read(patient.id))?.stage).toBe('result')
  })
})

describe('one advertising consent for several accounts of a region', () => {
  const both = [profile(ACME, DE_ID, '1'), profile(OTHER, DE_ID, '2')]
  const adsOf = async (shop: ReturnType<typeof openShop>) =>
    (await shop.stores.accounts.authorizations()).filter((one) => one.family === 'advertising')

  test('serves every account that its profiles prove and that waits for advertising', async () => {
    const shop = openShop()
    const booted = shop.boot()
    const acme = await connect(shop, booted, ACME)
    const other = await connect(shop, booted, OTHER)
    shop.world.profiles = both
    const { url } = await walk(shop, booted, null, acme.account.id, 'advertising')
    await booted.app.complete(url)
    const held = await adsOf(shop)
    expect(held.map((one) => [one.accountId, one.identity])).toEqual([
      [acme.account.id, ACME],
      [other.account.id, OTHER],
    ])
    const profiles = (await shop.stores.accounts.channels()).filter((one) => one.country === 'DE').map((one) => one.adsProfileId)
    expect(profiles).toEqual(['1', '2'])
    for (const one of held) expect((await booted.app.access.accessFor(one.id)).ok).toBe(true)
  })

  test('leaves one that works, and one that the person disconnected, as it is', async () => {
    const shop = openShop()
    const booted = shop.boot()
    const acme = await connect(shop, booted, ACME)
    const other = await connect(shop, booted, OTHER)
    shop.world.profiles = [profile(OTHER, DE_ID, '2')]
    await booted.app.complete((await walk(shop, booted, null, other.account.id, 'advertising')).url)
    const works = await sealedOf(shop, await authorizationOf(shop, other.account.id, 'advertising'))
    shop.world.profiles = both
    await booted.app.complete((await walk(shop, booted, null, acme.account.id, 'advertising')).url)
    expect(await sealedOf(shop, await authorizationOf(shop, other.account.id, 'advertising'))).toBe(works)
    await booted.app.disconnect(other.account.id)
    await booted.app.complete((await walk(shop, booted, null, acme.account.id, 'advertising')).url)
    expect((await adsOf(shop)).map((one) => one.state.kind).toSorted()).toEqual(['active', 'disconnected'])
  })

  test('an account of another region never gets it', async () => {
    const shop = openShop()
    const booted = shop.boot()
    const acme = await connect(shop, booted, ACME)
    shop.world.participations = [
      { marketplaceId: US_ID, country: 'US', name: 'Amazon.com', storeName: 'Acme', participating: true, suspendedListings: false },
    ]
    await booted.app.connectPrivateApp({ ...ORDER, region: 'na' })
    shop.world.profiles = [profile(ACME, DE_ID, '1'), profile(ACME, US_ID, '3')]
    await booted.app.complete((await walk(shop, booted, null, acme.account.id, 'advertising')).url)
    expect((await adsOf(shop)).map((one) => [one.accountId, one.region, one.issuer])).toEqual([[acme.account.id, 'eu', 'ads-eu']])
  })
})

test('a role that was refused and given back is noticed within a day', async () => {
  const shop = openShop()
  const booted = shop.boot()
  shop.sellingApi.faults.standing((operation) => (operation === 'probe' ? REFUSED : null))
  await connect(shop, booted)
  const answers = async () => (await shop.stores.access.all()).filter((one) => one.dataset === 'orders').map((one) => one.access.answer)
  expect(await answers()).toEqual(['refused', 'refused'])
  await booted.app.start()
  await shop.clock.advance(DAY / 2)
  const asked = shop.sellingApi.count('probe')
  shop.sellingApi.faults.standing(null)
  await shop.clock.advance(DAY / 2 + 10 * 60_000)
  expect(await answers()).toEqual(['granted', 'granted'])
  expect(shop.sellingApi.count('probe') - asked).toBeLessThanOrEqual(2)
  booted.app.stop()
})
