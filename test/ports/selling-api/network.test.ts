import { type RequestListener, createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, test } from 'vitest'
import { fetchAnswer } from '../../../src/main/adapters/selling-api/fetch-answer.ts'
import { sortNetworkError } from '../../../src/shared/lib/sort-network-error.ts'

const coded = (code: string, cause?: Error) => Object.assign(new Error(code, cause === undefined ? {} : { cause }), { code })
const LIMITS = { timeoutMs: 2000, maxBytes: 1000 }
let close = async () => undefined as void
afterEach(() => close())

async function serve(answer: RequestListener): Promise<string> {
  const server = createServer(answer)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  close = () =>
    new Promise((resolve) => {
      server.close(() => resolve())
      server.closeAllConnections()
    })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
}
const get = (url: string, limits = LIMITS, stop?: AbortSignal) =>
  fetchAnswer((signal) => fetch(url, { signal, redirect: 'manual' }), limits, stop)

test.each([
  [new TypeError('fetch failed', { cause: coded('ENOTFOUND') }), 'dns'],
  [coded('EAI_AGAIN'), 'dns'],
  [new TypeError('fetch failed', { cause: new AggregateError([coded('ECONNREFUSED')]) }), 'refused'],
  [coded('ENETUNREACH'), 'unreachable'],
  [coded('ECONNRESET'), 'cut'],
  [new TypeError('fetch failed', { cause: coded('UND_ERR_SOCKET') }), 'cut'],
  [coded('UND_ERR_CONNECT_TIMEOUT'), 'connect-timeout'],
  [new TypeError('fetch failed', { cause: coded('CERT_HAS_EXPIRED') }), 'tls'],
  [coded('ERR_TLS_CERT_ALTNAME_INVALID'), 'tls'],
  [coded('SELF_SIGNED_CERT_IN_CHAIN'), 'tls'],
  [new Error('net::ERR_INTERNET_DISCONNECTED'), 'unreachable'],
  [new Error('net::ERR_NAME_NOT_RESOLVED'), 'dns'],
  [new Error('net::ERR_CERT_AUTHORITY_INVALID'), 'tls'],
  [new Error('ENOTFOUND is only mentioned'), 'not-reached'],
  ['not even an error', 'not-reached'],
] as const)('%o is sorted by its code', (error, trouble) => {
  expect(sortNetworkError(error)).toBe(trouble)
})

test('an error that causes itself is still sorted', () => {
  const knot = new Error('knot')
  knot.cause = knot
  expect(sortNetworkError(knot)).toBe('not-reached')
})

describe('over a real connection', () => {
  test('nobody listening is being offline', async () => {
    expect(await get('http://127.0.0.1:1/')).toMatchObject({ ok: false, error: { kind: 'offline' } })
  })

  test('a name that does not resolve is being offline', async () => {
    expect(await get('http://no-such-host.invalid/')).toMatchObject({ ok: false, error: { kind: 'offline' } })
  }, 10_000)

  test('silence is Amazon’s trouble', async () => {
    const url = await serve(() => undefined)
    expect(await get(url, { ...LIMITS, timeoutMs: 50 })).toEqual({
      ok: false,
      error: { kind: 'amazon-trouble', evidence: 'no answer in time' },
    })
  })

  test('being stopped ends the wait at once', async () => {
    const url = await serve(() => undefined)
    const stop = new AbortController()
    setTimeout(() => stop.abort(), 20)
    expect(await get(url, LIMITS, stop.signal)).toEqual({ ok: false, error: { kind: 'offline', evidence: 'stopped' } })
  })

  test('a line cut before the answer is being offline, cut within it Amazon’s trouble', async () => {
    const before = await serve((request) => request.socket.destroy())
    expect(await get(before)).toMatchObject({ ok: false, error: { kind: 'offline', evidence: 'cut' } })
    await close()
    const within = await serve((_request, response) => {
      response.writeHead(200, { 'content-length': '500' })
      response.write('half')
      setTimeout(() => response.destroy(), 20)
    })
    expect(await get(within)).toMatchObject({ ok: false, error: { kind: 'amazon-trouble', evidence: '200 the answer was cut short' } })
  })

  test('an endless answer is not read to its end', async () => {
    let written = 0
    const url = await serve((_request, response) => {
      const more = setInterval(() => {
        written += 1
        response.write('x'.repeat(600))
      }, 2)
      response.on('close', () => clearInterval(more))
    })
    expect(await get(url)).toMatchObject({ ok: false, error: { kind: 'bad-document' } })
    expect(written).toBeLessThan(100)
  })

  test('a redirect is not followed: the credential stays here', async () => {
    let followed = false
    const url = await serve((request, response) => {
      followed ||= request.url === '/elsewhere'
      response.writeHead(302, { location: '/elsewhere' }).end()
    })
    expect(await get(url)).toMatchObject({ ok: true, value: { status: 302 } })
    expect(followed).toBe(false)
  })
})
