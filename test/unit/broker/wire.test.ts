import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type ReturnLink, readReturnLink, writeReturnLink } from '../../../src/shared/contract/broker/return-link.ts'
import { ISSUERS } from '../../../src/shared/domain/region.ts'
import { shortCode } from '../../../src/shared/lib/short-code.ts'
import { sortLoginRefusal } from '../../../src/shared/domain/refusals/sort-login-refusal.ts'

const sha256 = (text: string): Uint8Array => createHash('sha256').update(text).digest()

describe('the return link', () => {
  const part = fc.string({ unit: fc.constantFrom('A', 'Z', 'a', 'z', '0', '9', '-', '_', '.'), minLength: 1, maxLength: 60 })
  const outcome = fc.oneof(
    part.map((handoff) => ({ handoff })),
    fc.constantFrom('consent-declined' as const, 'publisher-problem' as const, 'amazon-trouble' as const).map((error) => ({ error })),
  )
  const link: fc.Arbitrary<ReturnLink> = fc
    .tuple(fc.constantFrom(...ISSUERS), part, outcome)
    .map(([issuer, ticket, rest]) => ({ issuer, ticket, ...rest }))
  const way = fc.oneof(
    fc.constant({ kind: 'popup' as const }),
    fc.constant({ kind: 'app-link' as const }),
    fc.integer({ min: 1024, max: 65_535 }).map((port) => ({ kind: 'loopback' as const, port })),
  )

  test('what is written is read again', () => {
    fc.assert(
      fc.property(way, link, (back, sent) => {
        expect(readReturnLink(writeReturnLink(back, sent))).toEqual(sent)
      }),
    )
  })

  test.each([
    'springline://authorize/seller-eu',
    'springline://authorize/seller-eu?handoff=a',
    'springline://authorize/seller-eu?handoff=a&ticket=',
    'springline://authorize/seller-eu?handoff=a&handoff=b&ticket=c',
    'springline://authorize/seller-eu?handoff=a&error=amazon-trouble&ticket=c',
    'springline://authorize/seller-eu?error=anything&ticket=c',
    'springline://authorize/seller-xx?handoff=a&ticket=c',
    'springline://authorize/../seller-eu?handoff=a&ticket=c',
    'springline://evil@authorize/seller-eu?handoff=a&ticket=c',
    'springline:begin/seller-eu?handoff=a&ticket=c',
    'springline://authorize/seller-eu?handoff=a&ticket=c#x',
    'springline://authorize/seller-eu?handoff=a%26&ticket=c',
    'http://127.0.0.1:8080/oauth/callback?handoff=a&ticket=c',
    'http://127.0.0.1:8080@evil.test/oauth/callback?handoff=a&ticket=c&issuer=seller-eu',
    'https://127.0.0.1:8080/oauth/callback?handoff=a&ticket=c&issuer=seller-eu',
    'http://localhost:8080/oauth/callback?handoff=a&ticket=c&issuer=seller-eu',
    ` springline://authorize/seller-eu?handoff=a&ticket=c`,
    `springline://authorize/seller-eu?handoff=${'a'.repeat(2048)}&ticket=c`,
  ])('%s is not ours', (text) => {
    expect(readReturnLink(text)).toBeUndefined()
  })

  test('no text makes the reader throw', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(readReturnLink(`springline://authorize/${text}`)).toBeUndefined()
      }),
    )
  })
})

describe('the short code', () => {
  test('is six characters nobody can misread, the same on both sides', () => {
    fc.assert(
      fc.property(fc.string(), (challenge) => {
        expect(shortCode(challenge, sha256)).toMatch(/^[0-9A-HJKMNP-TV-Z]{6}$/u)
      }),
    )
    expect(shortCode('abc', sha256)).toBe(shortCode('abc', sha256))
  })

  test('differs between attempts', () => {
    const codes = new Set(Array.from({ length: 1000 }, (_, index) => shortCode(`challenge ${index}`, sha256)))
    expect(codes.size).toBeGreaterThan(998)
  })
})

describe('a refusal of the login endpoint', () => {
  test('only 400 with invalid_grant, on a renewal, is a refused grant', () => {
    const words = fc.constantFrom('invalid_grant', 'invalid_client', 'unauthorized_client', 'ServerError', undefined)
    fc.assert(
      fc.property(
        fc.constantFrom('code' as const, 'renewal' as const),
        fc.integer({ min: 100, max: 599 }),
        words,
        (question, status, word) => {
          const isRefusal = sortLoginRefusal(question, status, word) === 'grant-refused'
          expect(isRefusal).toBe(question === 'renewal' && status === 400 && word === 'invalid_grant')
        },
      ),
    )
  })
})
