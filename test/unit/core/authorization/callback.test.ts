import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isHandoff, readCallback } from '../../../../src/main/core/authorization/read-callback.ts'
import { ACME, connect, openShop, sealedOf, walk } from './shop.ts'

const HASH = 'a'.repeat(43)
const GOOD = `springline://authorize/seller-eu?handoff=eyJhbGciOiJkaXIifQ.b.c.d.e&attempt=${HASH}`

describe('reading a link', () => {
  test.each([
    [GOOD],
    [`http://127.0.0.1:51234/oauth/callback?issuer=seller-eu&handoff=eyJhbGci&attempt=${HASH}`],
    [`springline://authorize/ads-fe?error=consent-declined&attempt=${HASH}`],
    ['springline://authorize/seller-eu?handoff=eyJhbGci&ticket=abc.def-ghi'],
  ])('takes %s', (text) => expect(readCallback(text)).not.toBeNull())

  test.each([
    ['a parameter twice', `${GOOD}&handoff=eyJhbGci2`],
    ['an unknown parameter', `${GOOD}&next=x`],
    ['the issuer twice', `${GOOD}&issuer=seller-eu`],
    ['both outcomes', `${GOOD}&error=consent-declined`],
    ['both marks', `${GOOD}&ticket=abc`],
    ['no mark', 'springline://authorize/seller-eu?handoff=eyJhbGci'],
    ['a foreign issuer', GOOD.replace('seller-eu', 'seller-xx')],
    ['an unknown error', `springline://authorize/seller-eu?error=boom&attempt=${HASH}`],
    ['an escaped character', GOOD.replace('eyJhb', '%65yJhb')],
    ['another host', GOOD.replace('authorize', 'evil')],
    ['begin, not yet taken', 'springline:begin/seller-eu?amazon_callback_uri=https://x'],
    ['another loopback name', `http://localhost:51234/oauth/callback?issuer=seller-eu&handoff=eyJhbGci&attempt=${HASH}`],
    ['a port below 1024', `http://127.0.0.1:80/oauth/callback?issuer=seller-eu&handoff=eyJhbGci&attempt=${HASH}`],
    ['a fragment', `${GOOD}#x`],
    ['a second line', `${GOOD}\n`],
    ['too much', `springline://authorize/seller-eu?handoff=${'a'.repeat(5000)}&attempt=${HASH}`],
  ])('refuses %s', (_what, text) => expect(readCallback(text)).toBeNull())

  test('never throws and never takes what is not of the form', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 300 }), (text) => readCallback(text) === null || text.startsWith('springline://authorize/')),
      { numRuns: 2000 },
    )
    fc.assert(
      fc.property(fc.webUrl({ withQueryParameters: true }), (text) => readCallback(text) === null),
      { numRuns: 500 },
    )
  })

  test('one changed character of the mark is another attempt', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 42 }), (at) => {
        const changed = readCallback(GOOD.slice(0, GOOD.length - 43) + `${'a'.repeat(at)}b${'a'.repeat(42 - at)}`)
        return changed !== null && changed.mark.kind === 'hash' && changed.mark.hash !== HASH
      }),
    )
  })

  test('a hand-off alone is told from prose', () => {
    expect(isHandoff('eyJhbGciOi.a.b.c.d')).toBe(true)
    expect(isHandoff('please connect me')).toBe(false)
  })
})

describe('taking a link', () => {
  test('replayed at once, later and after a restart, it is exchanged once', async () => {
    const shop = openShop()
    const booted = shop.boot()
    const { url } = await walk(shop, booted, ACME)
    const [one, two] = await Promise.all([booted.app.complete(url), booted.app.complete(url)])
    await booted.app.complete(url)
    await shop.boot().app.complete(url)
    expect([one.kind, two.kind].sort()).toEqual(['dropped', 'taken'])
    expect(shop.login.count('redeem')).toBe(1)
  })

  test('two attempts at once are told apart, whichever comes home first', async () => {
    const shop = openShop()
    const booted = shop.boot()
    const first = await walk(shop, booted, ACME)
    const second = await walk(shop, booted, 'A9SECOND')
    await booted.app.complete(second.url)
    await booted.app.complete(first.url)
    expect((await shop.stores.accounts.accounts()).map((one) => one.sellingPartnerId)).toEqual(['A9SECOND', ACME])
  })

  test('a cold start by the link finishes the attempt', async () => {
    const shop = openShop()
    const { id, url } = await walk(shop, shop.boot(), ACME)
    const { app } = shop.boot()
    await app.start()
    expect((await app.complete(url)).kind).toBe('taken')
    const standing = await app.read(id)
    expect(standing).toMatchObject({ stage: 'result', host: 'sellercentral-europe.amazon.com' })
    expect(standing?.checks.map((one) => [one.code, one.state])).toEqual([
      ['identity', 'passed'],
      ['stored', 'passed'],
      ['permissions', 'passed'],
      ['syncing', 'passed'],
    ])
    expect(await shop.stores.accounts.accounts()).toHaveLength(1)
  })

  test('wrong issuer, late and forged links exchange nothing and say nothing of themselves', async () => {
    const shop = openShop()
    const booted = shop.boot()
    const { id, sealed } = await connect(shop, booted)
    const { url } = await walk(shop, booted, ACME)
    const exchanges = shop.login.count('redeem')
    expect(await booted.app.complete(url.replace('seller-eu', 'vendor-eu'))).toMatchObject({ why: 'wrong-issuer' })
    expect(await booted.app.complete(GOOD)).toMatchObject({ why: 'no-open-attempt' })
    await shop.clock.advance(11 * 60_000)
    expect(await booted.app.complete(url)).toMatchObject({ why: 'late' })
    expect(shop.login.count('redeem')).toBe(exchanges)
    expect(await sealedOf(shop, id)).toBe(sealed)
    expect(JSON.stringify(shop.log.lines)).not.toContain('handoff')
  })

  test('1,000 forged links exchange nothing', async () => {
    const shop = openShop()
    const booted = shop.boot()
    const { url } = await walk(shop, booted, ACME)
    const from = url.indexOf('handoff=') + 'handoff='.length
    const until = url.indexOf('&', from) === -1 ? url.length : url.indexOf('&', from)
    await fc.assert(
      fc.asyncProperty(fc.nat(url.length - 1), fc.constantFrom('x', '&', '=', 'A', '%'), async (at, letter) => {
        const forged = url.slice(0, at) + letter + url.slice(at + 1)
        // A hand-off is opaque here: only the broker can see that one of its letters was changed.
        fc.pre(forged !== url && (at < from || at >= until))
        await booted.app.complete(forged)
        expect({ forged, exchanges: shop.login.count('redeem') }).toEqual({ forged, exchanges: 0 })
      }),
      { numRuns: 1000 },
    )
  })

  test('the pasted code finishes its own attempt; a link of another one does not', async () => {
    const shop = openShop()
    const booted = shop.boot()
    const first = await walk(shop, booted, ACME)
    const second = await walk(shop, booted, 'A9SECOND')
    expect(await booted.app.paste(second.id, first.url)).toMatchObject({ error: 'other-attempt' })
    expect(await booted.app.paste(second.id, 'what code?')).toMatchObject({ error: 'not-readable' })
    const handoff = /handoff=([^&]+)/.exec(second.url)?.[1] ?? ''
    expect(await booted.app.paste(second.id, ` ${handoff} `)).toMatchObject({ ok: true, value: { stage: 'result' } })
  })
})
