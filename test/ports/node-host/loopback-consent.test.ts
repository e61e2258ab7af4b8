import { connect } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { ConsentEnd } from '../../../src/main/core/ports/consent.ts'
import { createLoopbackConsent, type LoopbackConsent } from '../../../src/main/hosts/node/loopback-consent.ts'
import type { AttemptId } from '../../../src/shared/domain/ids.ts'
import { brand } from '../../../src/shared/lib/brand.ts'
import { askRaw, sendRaw, type Asking } from './window-world.ts'

const TICKET = 'eyJhbGciOiJFUzI1NiJ9.ticket-of-this-attempt.signature_A-1'
const CONSENT = `https://sellercentral.amazon.test/apps/authorize/consent?application_id=x&state=${encodeURIComponent(TICKET)}`
const GENUINE = `/oauth/callback?handoff=eyJhbGciOi.a.b.c.d&ticket=${TICKET}&issuer=seller-eu`

interface Open {
  readonly consent: LoopbackConsent
  readonly port: number
  readonly stop: AbortController
  readonly end: Promise<ConsentEnd>
  /** How it ended, or null while the attempt still waits. */
  ended(): Promise<ConsentEnd | null>
}

const attemptId = brand<AttemptId>('att_1')
const announced: string[] = []
let open: Open
beforeEach(async () => {
  announced.length = 0
  open = await begin()
})
afterEach(() => open.stop.abort())

async function begin(timeoutMs = 60_000, id = attemptId, ticketAddress = CONSENT): Promise<Open> {
  const consent = createLoopbackConsent((url) => void announced.push(url))
  const to = await consent.prepare(id, 'browser')
  if (to.kind !== 'loopback') throw new Error('no port')
  const stop = new AbortController()
  const end = consent.run({
    attemptId: id,
    consentUrl: ticketAddress,
    callbackUrl: 'https://broker.test/callback/seller-eu',
    title: 'Amazon',
    timeoutMs,
    signal: stop.signal,
  })
  return { consent, port: to.port, stop, end, ended: () => Promise.race([end, pause(60, null)]) }
}
const visit = (path: string, asking: Asking = {}) => askRaw(open.port, path, asking)

test('the genuine redirect ends the attempt with its whole address, once', async () => {
  const page = await visit(GENUINE)
  expect(page.status).toBe(200)
  expect(page.body).toContain('Springline')
  expect(page.body).not.toContain(TICKET)
  expect(page.headers).toMatchObject({
    'cache-control': 'no-store',
    'referrer-policy': 'no-referrer',
    'content-security-policy': "default-src 'none'",
  })
  expect(await open.end).toEqual({ kind: 'returned', url: `http://127.0.0.1:${open.port}${GENUINE}` })
  await expect(visit(GENUINE)).rejects.toThrow(/ECONNREFUSED/)
  expect(open.consent.consentUrl(attemptId)).toBeNull()
})

test('the refusal of a person at Amazon comes home too', async () => {
  const path = `/oauth/callback?error=consent-declined&ticket=${TICKET}&issuer=seller-eu`
  await visit(path)
  expect(await open.end).toEqual({ kind: 'returned', url: `http://127.0.0.1:${open.port}${path}` })
})

describe('what is not this attempt’s redirect is nobody’s business, and the attempt goes on', () => {
  test.each([
    ['no ticket', GENUINE.replace(/&ticket=[^&]+/, '')],
    ['an empty ticket', GENUINE.replace(TICKET, '')],
    ['another ticket', GENUINE.replace('this', 'that')],
    ['a ticket with something behind it', GENUINE.replace(TICKET, `${TICKET}x`)],
    ['a ticket cut short', GENUINE.replace(TICKET, TICKET.slice(0, -1))],
    ['another path', GENUINE.replace('/oauth/callback', '/callback')],
    ['a path below', GENUINE.replace('/oauth/callback', '/oauth/callback/x')],
    ['a detour', GENUINE.replace('/oauth/callback', '/x/../oauth/callback')],
    ['an escaped path', GENUINE.replace('/oauth', '/%6fauth')],
    ['a second slash', GENUINE.replace('/oauth', '//oauth')],
    ['nothing', '/'],
    ['the browser’s icon', '/favicon.ico'],
  ])('%s', async (_what, path) => {
    expect((await visit(path)).status).toBe(404)
    expect(await open.ended()).toBeNull()
    await visit(GENUINE)
    expect((await open.end).kind).toBe('returned')
  })

  test.each(['POST', 'HEAD', 'OPTIONS', 'PUT'])('method %s', async (method) => {
    expect((await visit(GENUINE, { method })).status).toBe(404)
    expect(await open.ended()).toBeNull()
  })

  test.each([
    ['localhost', (port: number) => `localhost:${port}`],
    ['a rebound name', () => 'evil.example'],
    ['no port', () => '127.0.0.1'],
    ['another port', () => '127.0.0.1:1'],
    ['nothing', () => ''],
  ])('host: %s', async (_what, make) => {
    expect((await visit(GENUINE, { host: make(open.port) })).status).toBe(404)
    expect(await open.ended()).toBeNull()
  })

  test.each(['//', '///', '/\\', 'http://[', '//[', '*', 'http://evil.example/oauth/callback', '/%', '/%ff?%ff', `/${'a'.repeat(10_000)}`])(
    'the target %s does not take the app down',
    async (target) => {
      const answer = await sendRaw(open.port, `GET ${target} HTTP/1.1\r\nHost: 127.0.0.1:${open.port}\r\nConnection: close\r\n\r\n`)
      expect(answer).toMatch(/^HTTP\/1\.1 4\d\d /)
      expect(await open.ended()).toBeNull()
    },
  )

  test('another attempt’s ticket does not end this one', async () => {
    const other = await begin(60_000, brand<AttemptId>('att_2'), CONSENT.replace('this', 'that'))
    await askRaw(other.port, GENUINE, {})
    expect(await other.ended()).toBeNull()
    await askRaw(other.port, GENUINE.replace('this', 'that'), {})
    expect((await other.end).kind).toBe('returned')
    expect(await open.ended()).toBeNull()
  })
})

test('before Amazon’s address is known, no redirect can be genuine', async () => {
  const consent = createLoopbackConsent(null)
  const to = await consent.prepare(attemptId, 'browser')
  if (to.kind !== 'loopback') throw new Error('no port')
  expect((await askRaw(to.port, '/oauth/callback?ticket=null', {})).status).toBe(404)
  expect((await askRaw(to.port, '/oauth/callback?ticket=', {})).status).toBe(404)
  const run = consent.run({
    attemptId,
    consentUrl: 'https://a.test/?x=1',
    callbackUrl: '',
    title: '',
    timeoutMs: 200,
    signal: new AbortController().signal,
  })
  expect((await askRaw(to.port, '/oauth/callback?ticket=null', {})).status).toBe(404)
  expect(await run).toEqual({ kind: 'timed-out' })
})

test('Amazon’s address is told to a person without a window, and for the window’s redirect while the attempt is open', async () => {
  expect(announced).toEqual([CONSENT])
  expect(open.consent.consentUrl(attemptId)).toBe(CONSENT)
  expect(open.consent.consentUrl('att_other')).toBeNull()
})

test('time runs out', async () => {
  const short = await begin(50)
  expect(await short.end).toEqual({ kind: 'timed-out' })
  await expect(askRaw(short.port, GENUINE, {})).rejects.toThrow(/ECONNREFUSED/)
})

test('a stop ends it, at once, and leaves no timer that would keep the process alive', async () => {
  const before = timers()
  const long = await begin(600_000)
  expect(timers()).toBe(before + 1)
  long.stop.abort()
  expect(await long.end).toEqual({ kind: 'aborted' })
  expect(timers()).toBe(before)
  await expect(askRaw(long.port, GENUINE, {})).rejects.toThrow(/ECONNREFUSED/)
})

test('a stop that was given before ends it too', async () => {
  const consent = createLoopbackConsent(null)
  await consent.prepare(attemptId, 'browser')
  const run = consent.run({ attemptId, consentUrl: CONSENT, callbackUrl: '', title: '', timeoutMs: 600_000, signal: AbortSignal.abort() })
  expect(await run).toEqual({ kind: 'aborted' })
})

test('an attempt nobody prepared has no pages', async () => {
  const run = open.consent.run({
    attemptId: brand<AttemptId>('att_9'),
    consentUrl: CONSENT,
    callbackUrl: '',
    title: '',
    timeoutMs: 1000,
    signal: new AbortController().signal,
  })
  expect(await run).toEqual({ kind: 'aborted' })
})

test('somebody who connects and says nothing cannot hold the port after the end', async () => {
  const silent = connect(open.port, '127.0.0.1')
  const closed = new Promise((resolve) => silent.on('close', resolve))
  silent.on('error', () => undefined)
  silent.write('GET /oauth')
  await visit(GENUINE)
  await open.end
  await closed
})

test('the listener is on the loopback address alone', async () => {
  const elsewhere = connect(open.port, '127.0.0.2')
  expect(await new Promise((resolve) => elsewhere.on('error', () => resolve('refused')).on('connect', () => resolve('open')))).toBe(
    'refused',
  )
})

/** Timers that would keep this process from ending. */
function timers(): number {
  return process.getActiveResourcesInfo().filter((one) => one === 'Timeout').length
}
