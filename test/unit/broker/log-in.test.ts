import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readBeginLink, writeBeginLink } from '../../../src/shared/contract/broker/begin-link.ts'
import { openBrokerWorld } from './broker-world.ts'

const query = {
  amazon_callback_uri: 'https://sellercentral.amazon.de/apps/authorize/confirm/amzn1.sp.solution.1',
  amazon_state: 'c3RhdGU=&"<',
  selling_partner_id: 'A1SELLER',
}

async function open(change: Partial<typeof query> = {}): Promise<Response> {
  const world = await openBrokerWorld()
  return world.get(`/login?${new URLSearchParams({ ...query, ...change }).toString()}`)
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
  ['a user name in the address', { amazon_callback_uri: 'https://sellercentral.amazon.de@evil.test/x' }],
  ['a fragment', { amazon_callback_uri: 'https://sellercentral.amazon.de/x#y' }],
  ['markup for a partner id', { selling_partner_id: '<b>' }],
  ['no state', { amazon_state: '' }],
  ['an endless state', { amazon_state: 'x'.repeat(1600) }],
])('%s is turned away', async (_, change) => {
  const response = await open(change)
  expect(response.status).toBe(400)
  expect(await response.text()).not.toContain('springline:')
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
