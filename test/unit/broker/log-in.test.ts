import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readBeginLink, writeBeginLink } from '../../../src/shared/contract/broker/begin-link.ts'
import { openBrokerWorld } from './broker-world.ts'

const query = {
  amazon_callback_uri: 'https://sellercentral-europe.amazon.com/apps/authorize/confirm/amzn1.sp.solution.1',
  amazon_state: 'c3RhdGU=&"<',
  selling_partner_id: 'A1SELLER',
}

async function open(change: Partial<typeof query> = {}, path = '/login', allowLoopback = false): Promise<Response> {
  const world = await openBrokerWorld({ config: { allowLoopback } })
  return world.get(`${path}?${new URLSearchParams({ ...query, ...change }).toString()}`)
}

test('a renewal begun in Seller Central is handed to the app, which alone decides what follows', async () => {
  const page = await (await open()).text()
  const link = (/data-action="continue"[^>]*href="([^"]+)"/u.exec(page)?.[1] ?? '').replaceAll('&amp;', '&')
  expect(readBeginLink(link)).toEqual({
    callbackUri: query.amazon_callback_uri,
    amazonState: query.amazon_state,
    sellingPartnerId: 'A1SELLER',
  })
  expect(page).not.toMatch(/<script|http-equiv/iu)
})

test.each([
  ['a script for an address', { amazon_callback_uri: 'javascript:alert(1)' }],
  ['a plain address', { amazon_callback_uri: 'http://sellercentral.amazon.de/x' }],
  ['a user name in the address', { amazon_callback_uri: 'https://sellercentral-europe.amazon.com@evil.test/x' }],
  ['a fragment', { amazon_callback_uri: 'https://sellercentral-europe.amazon.com/x#y' }],
  ['markup for a partner id', { selling_partner_id: '<b>' }],
  ['no state', { amazon_state: '' }],
  ['an endless state', { amazon_state: 'x'.repeat(1600) }],
])('%s is turned away', async (_, change) => {
  const response = await open(change)
  expect(response.status).toBe(400)
  expect(await response.text()).not.toContain('springline:')
})

const at = (address: string) => ({ amazon_callback_uri: address })
const CONFIRM = '/apps/authorize/confirm/amzn1.sp.solution.1'

describe('only Amazon’s own listed hosts', () => {
  test.each([
    ['not listed', `https://sellercentral.amazon.example${CONFIRM}`],
    ['a host behind a listed one', `https://sellercentral-europe.amazon.com.evil.test${CONFIRM}`],
    ['a host before a listed one', `https://evil.sellercentral-europe.amazon.com${CONFIRM}`],
    ['a host that ends like one', `https://evilsellercentral-europe.amazon.com${CONFIRM}`],
    ['a loose domain', `https://amazon.com${CONFIRM}`],
    ['a port', `https://sellercentral-europe.amazon.com:8443${CONFIRM}`],
    ['its usual port, spelled out', `https://sellercentral-europe.amazon.com:443${CONFIRM}`],
    ['a user', `https://sellercentral-europe.amazon.com@evil.test${CONFIRM}`],
    ['a user of a listed host', `https://user@sellercentral-europe.amazon.com${CONFIRM}`],
    ['a Cyrillic look-alike', `https://sellercentral-europe.\u0430mazon.com${CONFIRM}`],
    ['its spelling in Punycode', `https://sellercentral-europe.xn--mazon-3ve.com${CONFIRM}`],
    ['a full-width dot', `https://sellercentral-europe.amazon\uff0ecom${CONFIRM}`],
    ['a final dot', `https://sellercentral-europe.amazon.com.${CONFIRM}`],
    ['capital letters', `https://SellerCentral-Europe.amazon.com${CONFIRM}`],
    ['a backslash', 'https://evil.test\\@sellercentral-europe.amazon.com/x'],
    ['a line end', `https://sellercentral-europe.amazon.com\n.evil.test${CONFIRM}`],
    ['plain http', `http://sellercentral-europe.amazon.com${CONFIRM}`],
    ['this computer', 'http://127.0.0.1:8080/x'],
    ['no host', 'https:///x'],
  ])('%s is turned away', async (_, address) => {
    const response = await open(at(address))
    expect(response.status).toBe(400)
    expect(await response.text()).not.toContain('springline:')
  })

  test.each([
    ['/login', 'sellercentral.amazon.com', 200],
    ['/login', 'vendorcentral.amazon.co.jp', 200],
    ['/login/seller-eu', 'sellercentral-europe.amazon.com', 200],
    ['/login/seller-eu', 'sellercentral.amazon.com', 400],
    ['/login/seller-eu', 'vendorcentral.amazon.de', 400],
    ['/login/vendor-eu', 'vendorcentral.amazon.de', 200],
    ['/login/vendor-fe', 'vendorcentral.amazon.de', 400],
    ['/login/ads-eu', 'sellercentral-europe.amazon.com', 404],
    ['/login/seller-xx', 'sellercentral-europe.amazon.com', 404],
  ])('%s with %s: %i', async (path, host, status) => {
    expect((await open(at(`https://${host}${CONFIRM}`), path)).status).toBe(status)
  })

  test('a local Amazon is one only where it is allowed', async () => {
    expect((await open(at('http://127.0.0.1:8080/x'), '/login', true)).status).toBe(200)
    expect((await open(at('http://127.0.0.2:8080/x'), '/login', true)).status).toBe(400)
    expect((await open(at('https://evil.test/x'), '/login', true)).status).toBe(400)
  })
})

test('a parameter given twice is turned away', async () => {
  const world = await openBrokerWorld()
  const twice = `${new URLSearchParams(query).toString()}&selling_partner_id=A2`
  expect((await world.get(`/login?${twice}`)).status).toBe(400)
})

test('the link is read back exactly as written, and in no other spelling', () => {
  const state = fc.string({ minLength: 1, maxLength: 60, unit: fc.integer({ min: 33, max: 126 }).map((code) => String.fromCharCode(code)) })
  fc.assert(
    fc.property(state, (amazonState) => {
      const link = { callbackUri: query.amazon_callback_uri, amazonState, sellingPartnerId: 'A1' }
      const text = writeBeginLink(link)
      expect(readBeginLink(text)).toEqual(link)
      expect(readBeginLink(`${text}&callback=https%3A%2F%2Fevil.test%2F`)).toBeUndefined()
      expect(readBeginLink(text.replace('springline:', 'springline://'))).toBeUndefined()
      expect(readBeginLink(text.replace('https%3A', 'https%3a'))).toBeUndefined()
    }),
  )
})
