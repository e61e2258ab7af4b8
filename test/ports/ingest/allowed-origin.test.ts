import { expect, test } from 'vitest'
import { isAllowedOrigin } from '../../../src/main/adapters/documents/allowed-origin.ts'

const allowed = ['https://*.amazonaws.com', 'http://127.0.0.1:4010']

test.each([
  ['https://x.amazonaws.com/a?b', true],
  ['https://a.b.amazonaws.com/a', true],
  ['http://127.0.0.1:4010/a', true],
  ['https://amazonaws.com/a', false],
  ['https://xamazonaws.com/a', false],
  ['https://x.amazonaws.com.evil.example/a', false],
  ['https://x.amazonaws.com:8443/a', false],
  ['http://x.amazonaws.com/a', false],
  ['http://127.0.0.1:4011/a', false],
  ['http://127.0.0.1.evil.example/a', false],
  ['https://u@x.amazonaws.com/a', false],
  ['file:///etc/passwd', false],
  ['data:text/plain,x', false],
  ['nonsense', false],
  ['', false],
])('%s: %s', (address, isAllowed) => {
  expect(isAllowedOrigin(address, allowed)).toBe(isAllowed)
})

test('any port of this machine only where it was said', () => {
  expect(isAllowedOrigin('http://127.0.0.1:5555/a', ['http://127.0.0.1:*'])).toBe(true)
  expect(
    ['http://127.0.0.2:5555/a', 'https://127.0.0.1:5555/a', 'http://localhost:5555/a', 'http://127.0.0.1.evil.example/a'].some((address) =>
      isAllowedOrigin(address, ['http://127.0.0.1:*']),
    ),
  ).toBe(false)
})
