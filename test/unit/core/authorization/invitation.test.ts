import { describe, expect, test } from 'vitest'
import { writeBeginLink } from '../../../../src/shared/contract/broker/begin-link.ts'
import { ACME, connect, DAY, MINUTE, openShop, OTHER, sealedOf, type Booted, type Shop } from './shop.ts'

const CALLBACK = 'https://sellercentral-europe.amazon.com/apps/authorize/confirm/amzn1.sp.solution.x'
const linkTo = (callbackUri: string, sellingPartnerId = ACME, amazonState = 'amzn-state') =>
  writeBeginLink({ callbackUri, amazonState, sellingPartnerId })

/** The person says yes in the app and agrees at Amazon as this account; answers the attempt. */
async function goOn(shop: Shop, { app }: Booted, identity: string) {
  let url = ''
  shop.consent.person((order) => {
    url = shop.login.consent(order.consentUrl, identity)
    return new Promise(() => undefined)
  })
  const [invitation] = app.invitations()
  const begun = await app.accept(invitation?.id ?? '')
  if (!begun.ok) throw new Error(begun.error)
  await shop.clock.settle()
  await app.complete(url)
  return begun.value.attempt.id
}

describe('a renewal begun inside Seller Central', () => {
  test('asks first: nothing is begun and nobody is sent anywhere before the person says so', async () => {
    const shop = openShop()
    const booted = shop.boot()
    const { account, sealed, id } = await connect(shop, booted)
    const begun = shop.login.count('begin')
    expect(await booted.app.invite(linkTo(CALLBACK))).toEqual({ kind: 'asked' })
    expect(booted.app.invitations()).toMatchObject([
      {
        accountId: account.id,
        kind: 'seller',
        region: 'eu',
        country: 'DE',
        sellingPartnerId: ACME,
        host: 'sellercentral-europe.amazon.com',
      },
    ])
    expect(shop.login.count('begin')).toBe(begun)
    expect(await sealedOf(shop, id)).toBe(sealed)
    expect(shop.changes).toContainEqual({ kind: 'invitations' })
  })

  test('goes on at Amazon’s own address with Amazon’s state and ours, and renews the account', async () => {
    const shop = openShop()
    const booted = shop.boot()
    const { account, sealed, id } = await connect(shop, booted)
    await shop.clock.advance(300 * DAY)
    await booted.app.invite(linkTo(CALLBACK))
    const attempt = await goOn(shop, booted, ACME)
    const shown = new URL(shop.consent.shown.at(-1)?.consentUrl ?? '')
    expect(`${shown.origin}${shown.pathname}`).toBe(CALLBACK)
    expect(shown.searchParams.get('amazon_state')).toBe('amzn-state')
    expect(shown.searchParams.get('state')).toMatch(/^ticket/)
    expect((await booted.app.read(attempt))?.stage).toBe('result')
    expect(await sealedOf(shop, id)).not.toBe(sealed)
    expect(await shop.stores.accounts.accounts()).toMatchObject([{ id: account.id }])
    expect((await shop.stores.accounts.authorizations())[0]?.endsAt).toBe(shop.clock.now() + 365 * DAY)
  })

  test('ends as another account’s when Amazon names another one: nothing is replaced', async () => {
    const shop = openShop()
    const booted = shop.boot()
    const { id, sealed } = await connect(shop, booted)
    await booted.app.invite(linkTo(CALLBACK))
    const attempt = await goOn(shop, booted, OTHER)
    expect((await booted.app.read(attempt))?.stage).toBe('wrong-account')
    expect(await sealedOf(shop, id)).toBe(sealed)
  })

  test('of an account that is not here adds it, when the host says what it is', async () => {
    const shop = openShop()
    const booted = shop.boot()
    await booted.app.invite(linkTo('https://vendorcentral.amazon.co.jp/apps/authorize/confirm/x', OTHER))
    expect(booted.app.invitations()).toMatchObject([{ accountId: null, kind: 'vendor', region: 'fe', country: 'JP' }])
  })

  test.each([
    ['https://sellercentral.amazon.co.uk/apps/authorize/confirm/x', 'seller', 'UK'],
    ['https://www.vendorcentral.in/apps/authorize/confirm/x', 'vendor', 'IN'],
  ])('may go on at a second address of a Central: %s', async (address, kind, country) => {
    const { app } = openShop().boot()
    await app.invite(linkTo(address))
    expect(app.invitations()).toMatchObject([{ kind, region: 'eu', country }])
  })

  test('is the account of that host’s region and kind, even where the same id is here twice', async () => {
    const shop = openShop()
    const booted = shop.boot()
    await connect(shop, booted)
    await booted.app.invite(linkTo('https://sellercentral.amazon.com/apps/authorize/confirm/x'))
    expect(booted.app.invitations()).toMatchObject([{ accountId: null, kind: 'seller', region: 'na', country: 'US' }])
  })

  test.each([
    ['https://sellercentral-europe.amazon.com.evil.test/apps/authorize/confirm/x'],
    ['https://evil.test/apps/authorize/confirm/x'],
    ['https://www.amazon.com/ap/oa/x'],
    ['http://127.0.0.1:4000/apps/authorize/confirm/x'],
  ])('that would go on at %s is dropped and logged without its contents', async (address) => {
    const shop = openShop()
    const { app } = shop.boot()
    expect(await app.invite(linkTo(address))).toEqual({ kind: 'dropped', why: 'unlisted-host' })
    expect(app.invitations()).toEqual([])
    const said = JSON.stringify(shop.log.lines)
    expect(said).toContain('begin-link-dropped')
    for (const part of [address, ACME, 'amzn-state']) expect(said).not.toContain(part)
  })

  test.each([
    ['springline:begin/selling?callback=x'],
    [`${linkTo(CALLBACK)}&state=again`],
    [linkTo(CALLBACK).replace('selling?', 'advertising?')],
    [linkTo('https://user@sellercentral-europe.amazon.com/x')],
  ])('that is not of the agreed form is dropped: %s', async (link) => {
    const { app } = openShop().boot()
    expect(await app.invite(link)).toEqual({ kind: 'dropped', why: 'unreadable' })
  })

  test('works once, ends after ten minutes, and can be refused', async () => {
    const shop = openShop()
    const booted = shop.boot()
    await connect(shop, booted)
    await booted.app.invite(linkTo(CALLBACK))
    const id = booted.app.invitations()[0]?.id ?? ''
    await goOn(shop, booted, ACME)
    expect(await booted.app.accept(id)).toEqual({ ok: false, error: 'unknown-invitation' })
    await booted.app.invite(linkTo(CALLBACK))
    await shop.clock.advance(10 * MINUTE)
    expect(booted.app.invitations()).toEqual([])
    await booted.app.invite(linkTo(CALLBACK))
    booted.app.refuse(booted.app.invitations()[0]?.id ?? '')
    expect(booted.app.invitations()).toEqual([])
  })

  test('by the hundred leaves only the newest few, and the same account once', async () => {
    const shop = openShop()
    const { app } = shop.boot()
    for (let turn = 0; turn < 100; turn += 1) await app.invite(linkTo(CALLBACK, `A${turn}`))
    expect(app.invitations().map((one) => one.sellingPartnerId)).toEqual(['A97', 'A98', 'A99'])
    await app.invite(linkTo(CALLBACK, 'A98', 'newer'))
    expect(app.invitations().map((one) => one.sellingPartnerId)).toEqual(['A97', 'A99', 'A98'])
    expect(app.invitations().at(-1)?.continueAt.amazonState).toBe('newer')
  })
})
