import { describe, expect, test } from 'vitest'
import { ACME, connect, DAY, DE, HISTORY_DAYS, openShop, OTHER, sealedOf, START, stateOf, walk } from './shop.ts'

describe('connecting a new account', () => {
  test('a consent becomes an account, its channels, a stored permission and a woken sync', async () => {
    const shop = openShop()
    const booted = shop.boot()
    const { account, id } = await connect(shop, booted)
    const channels = await shop.stores.accounts.channels()
    expect(account).toMatchObject({ sellingPartnerId: ACME, identityProven: true, name: 'Acme', kind: 'seller', region: 'eu' })
    expect(channels.map((one) => one.country).sort()).toEqual(['DE', 'FR'])
    expect(channels[0]?.wantedFrom).toBe(Math.floor(START / DAY) - HISTORY_DAYS)
    expect((await shop.stores.accounts.authorizations())[0]).toMatchObject({ identity: ACME, endsAt: START + 365 * DAY, way: 'broker' })
    expect(shop.woken).toEqual([account.id])
    expect(await shop.vault.keys()).toEqual([`authorization/${id}`, 'device'])
    expect(await shop.stores.attempts.standing()).toEqual([])
  })

  test('the attempt ends with its checks passed and a permission answer per dataset', async () => {
    const shop = openShop()
    const booted = shop.boot()
    const { id, url } = await walk(shop, booted, ACME)
    expect((await booted.app.read(id))?.stage).toBe('at-amazon')
    await booted.app.complete(url)
    const standing = await booted.app.read(id)
    expect(standing?.stage).toBe('result')
    expect(standing?.checks.every((one) => one.state === 'passed' && one.at !== null)).toBe(true)
    expect(standing?.access.map((one) => [one.dataset, one.answer])).toEqual([
      ['orders', 'granted'],
      ['traffic', 'not-yet-proven'],
    ])
  })

  test('marketplaces the account does not take part in, and unknown ones, get no channel', async () => {
    const shop = openShop()
    shop.world.participations = [
      DE,
      { ...DE, marketplaceId: 'A13V1IB3VIYZZH', country: 'FR', participating: false },
      { ...DE, marketplaceId: 'ANEWMARKET' },
    ]
    await connect(shop, shop.boot())
    expect((await shop.stores.accounts.channels()).map((one) => one.country)).toEqual(['DE'])
  })

  test('the same account connected twice stays one account with the same channels', async () => {
    const shop = openShop()
    const booted = shop.boot()
    const first = await connect(shop, booted)
    const channels = await shop.stores.accounts.channels()
    const second = await connect(shop, booted)
    expect(second.account.id).toBe(first.account.id)
    expect(second.sealed).not.toBe(first.sealed)
    expect(await shop.stores.accounts.channels()).toEqual(channels)
  })

  test('the popup brings the redirect home by itself', async () => {
    const shop = openShop()
    const { app } = shop.boot()
    shop.consent.person((order) => ({ kind: 'returned', url: shop.login.consent(order.consentUrl, ACME) }))
    await app.begin({ accountId: null, family: 'selling', kind: 'seller', region: 'eu', country: 'DE', surface: 'default' })
    await shop.clock.settle()
    expect(await shop.stores.accounts.accounts()).toHaveLength(1)
  })
})

describe('reconnecting', () => {
  test('the same account gets its new permission, and channels keep their numbers', async () => {
    const shop = openShop()
    const booted = shop.boot()
    const { account, id, sealed } = await connect(shop, booted)
    const { url } = await walk(shop, booted, ACME, account.id)
    await booted.app.complete(url)
    expect(await sealedOf(shop, id)).not.toBe(sealed)
    expect(await stateOf(shop, id)).toEqual({ kind: 'active' })
    expect(shop.stores.lines.map((one) => one.kind)).toContain('reconnected')
  })

  test('another account changes nothing, and the old permission goes on working', async () => {
    const shop = openShop()
    const booted = shop.boot()
    const { account, id, sealed } = await connect(shop, booted)
    const { id: attempt, url } = await walk(shop, booted, OTHER, account.id)
    await booted.app.complete(url)
    const standing = await booted.app.read(attempt)
    expect(standing?.attempt.state).toEqual({ kind: 'wrong-account', foundIdentity: OTHER, foundAccountId: null })
    expect(await sealedOf(shop, id)).toBe(sealed)
    expect(await shop.stores.accounts.accounts()).toHaveLength(1)
  })

  test.each([
    ['discard', 1, 'failed'],
    ['add-new', 2, 'result'],
    ['try-again', 1, 'at-amazon'],
  ] as const)('of a wrong account: %s leaves %i account(s) here', async (choice, accounts, stage) => {
    const shop = openShop()
    const booted = shop.boot()
    const { account, id, sealed } = await connect(shop, booted)
    const { id: attempt, url } = await walk(shop, booted, OTHER, account.id)
    await booted.app.complete(url)
    const decided = await booted.app.decide(attempt, choice)
    expect(decided.ok && decided.value.stage).toBe(stage)
    expect(await shop.stores.accounts.accounts()).toHaveLength(accounts)
    expect(await sealedOf(shop, id)).toBe(sealed)
    expect((await shop.vault.keys()).filter((one) => one.startsWith('quarantine/'))).toEqual([])
  })

  test('use-other renews the permission of the account that was found', async () => {
    const shop = openShop()
    const booted = shop.boot()
    const acme = await connect(shop, booted, ACME)
    const other = await connect(shop, booted, OTHER)
    const { id: attempt, url } = await walk(shop, booted, OTHER, acme.account.id)
    await booted.app.complete(url)
    await booted.app.decide(attempt, 'use-other')
    expect(await sealedOf(shop, acme.id)).toBe(acme.sealed)
    expect(await sealedOf(shop, other.id)).not.toBe(other.sealed)
    expect((await booted.app.read(attempt))?.stage).toBe('result')
  })
})

describe('an attempt without a permission', () => {
  test('closed pages end it', async () => {
    const shop = openShop()
    const { app } = shop.boot()
    const begun = await app.begin({ accountId: null, family: 'selling', kind: 'seller', region: 'eu', country: 'DE', surface: 'default' })
    await shop.clock.settle()
    const standing = begun.ok ? await app.read(begun.value.attempt.id) : null
    expect(standing).toMatchObject({ stage: 'failed', failure: 'closed' })
    expect(await shop.vault.keys()).toEqual(['device'])
  })

  test('a code that Amazon no longer takes means try again, and leaves the old permission', async () => {
    const shop = openShop()
    const booted = shop.boot()
    const { account, id, sealed } = await connect(shop, booted)
    shop.login.faults.next('redeem', { kind: 'code-refused', evidence: 'invalid_grant' })
    const { id: attempt, url } = await walk(shop, booted, ACME, account.id)
    await booted.app.complete(url)
    expect(await booted.app.read(attempt)).toMatchObject({ stage: 'failed', failure: 'refused' })
    expect(await stateOf(shop, id)).toEqual({ kind: 'active' })
    expect(await sealedOf(shop, id)).toBe(sealed)
  })

  test('one nobody finishes runs out', async () => {
    const shop = openShop()
    const booted = shop.boot()
    await booted.app.start()
    const { id } = await walk(shop, booted, ACME)
    await shop.clock.advance(16 * 60_000)
    expect(await booted.app.read(id)).toMatchObject({ stage: 'failed', failure: 'timed-out' })
    booted.app.stop()
  })
})
