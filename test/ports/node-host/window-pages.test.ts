import { networkInterfaces } from 'node:os'
import { connect } from 'node:net'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { CONSENT, openWindowWorld, SECRET, type Asking, type WindowWorld } from './window-world.ts'

let world: WindowWorld
beforeEach(async () => {
  world = await openWindowWorld()
})
afterEach(() => world.close())

const pathOf = (url: string) => `${new URL(url).pathname}${new URL(url).search}`

describe('reaching the window', () => {
  test('the port answers on the loopback address and on no other of this computer', async () => {
    const others = Object.values(networkInterfaces())
      .flatMap((list) => list ?? [])
      .filter((one) => one.family === 'IPv4' && !one.internal)
      .map((one) => one.address)
    expect((await world.ask('/')).status).toBe(200)
    for (const address of [...others, '127.0.0.2']) expect(await canConnect(world.port, address)).toBe(false)
  })

  test('its name is its own: sixteen random hex digits under localhost', async () => {
    const other = await openWindowWorld()
    expect(world.host).toMatch(/^[0-9a-f]{16}\.localhost:\d+$/)
    expect(other.host.split('.')[0]).not.toBe(world.host.split('.')[0])
    await other.close()
  })

  test.each([
    ['plain localhost', (own: string) => `localhost:${own.split(':')[1]}`],
    ['the address', (own: string) => `127.0.0.1:${own.split(':')[1]}`],
    ['the IPv6 address', (own: string) => `[::1]:${own.split(':')[1]}`],
    ['no port', (own: string) => own.split(':')[0] ?? ''],
    ['another port', (own: string) => `${own.split(':')[0]}:1`],
    ['a name below', (own: string) => `a.${own}`],
    ['a name that ends like it', (own: string) => `evil${own}`],
    ['a dot at the end', (own: string) => own.replace(':', '.:')],
    ['capital letters', (own: string) => own.toUpperCase()],
    ['a rebound name', () => 'evil.example'],
    ['a user name before it', (own: string) => `evil@${own}`],
    ['nothing', () => ''],
  ])('Host: %s is misdirected, and the answer does not tell the right name', async (_what, make) => {
    const reply = await world.ask('/', { host: make(world.host) })
    expect(reply.status).toBe(421)
    expect(JSON.stringify(reply.headers) + reply.body).not.toContain(world.host.split('.')[0])
  })

  test.each(['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE', 'PROPFIND'])('%s is refused', async (method) => {
    expect((await world.ask('/', { method })).status).toBe(405)
  })

  test.each([
    ['a foreign page’s fetch', { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'cors' }],
    ['a foreign page’s script', { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors', 'sec-fetch-dest': 'script' }],
    ['another port of localhost', { 'sec-fetch-site': 'same-site', 'sec-fetch-mode': 'no-cors' }],
    ['a foreign frame', { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'iframe' }],
    ['a foreign object', { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'object' }],
  ])('%s is refused', async (_what, headers) => {
    expect((await world.ask('/assets/main.js', { headers })).status).toBe(403)
  })

  test.each([
    ['its own script', { 'sec-fetch-site': 'same-origin', 'sec-fetch-mode': 'cors' }],
    ['an address typed by the person', { 'sec-fetch-site': 'none', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' }],
    ['a link from a local file', { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' }],
  ])('%s is answered', async (_what, headers) => {
    expect((await world.ask('/assets/main.js', { headers })).status).toBe(200)
  })
})

describe('files', () => {
  test.each(['/', '/index.html', '/assets/main.js'])('%s is served', async (path) => {
    expect((await world.ask(path)).status).toBe(200)
    const head = await world.ask(path, { method: 'HEAD' })
    expect([head.status, head.body]).toEqual([200, ''])
  })

  test.each([
    '/../outside.html',
    '/assets/../../outside.html',
    '/..%2foutside.html',
    '/%2e%2e/outside.html',
    '/%2e%2e%2foutside.html',
    '/..%5coutside.html',
    '/..\\outside.html',
    '/....//outside.html',
    '/.%00./outside.html',
    '/assets/%2e%2e/%2e%2e/outside.html',
    '/outside.html',
    '/.hidden',
    '/assets/notes.txt',
    '/assets',
    '/assets/',
    '/etc/passwd',
    '//etc/passwd',
    '/\\etc/passwd',
    '/index.html/',
    '/index.html%00.js',
    '/INDEX.HTML',
    '/%',
    '/%ff',
    '/__proto__',
    '/constructor',
    '/toString',
    'http://evil.example/index.html',
    'file:///etc/passwd',
    '//',
    '///',
    '/\\',
    '*',
  ])('%s leads nowhere', async (path) => {
    const answer = await world.raw(`GET ${path} HTTP/1.1\r\nHost: ${world.host}\r\nConnection: close\r\n\r\n`)
    expect(answer).toMatch(/^HTTP\/1\.1 4\d\d /)
    expect(answer).not.toContain(SECRET)
    expect((await world.ask('/')).status).toBe(200)
  })

  test('a file put beside the window after the start is not served', async () => {
    const { writeFileSync } = await import('node:fs')
    writeFileSync(`${world.folder}/late.html`, SECRET)
    expect((await world.ask('/late.html')).status).toBe(404)
  })
})

describe('headers', () => {
  const WANTED: Readonly<Record<string, string>> = {
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'referrer-policy': 'no-referrer',
    'cache-control': 'no-store',
  }
  const answers: readonly (readonly [string, string, Asking])[] = [
    ['a page', '/', {}],
    ['a script', '/assets/main.js', {}],
    ['nothing there', '/nothing', {}],
    ['a wrong name', '/', { host: 'evil.example' }],
    ['a wrong method', '/', { method: 'POST' }],
    ['a foreign fetch', '/', { headers: { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'cors' } }],
    ['a used link', '/boot?token=used', {}],
    ['an attempt without a session', '/oauth/start?attempt=att_open', {}],
  ]
  test.each(answers)('%s', async (_what, path, asking) => {
    const { headers } = await world.ask(path, asking)
    for (const [name, value] of Object.entries(WANTED)) expect([name, headers[name]]).toEqual([name, value])
    const csp = String(headers['content-security-policy']).split('; ')
    expect(csp).toContain("default-src 'none'")
    expect(csp).toContain("script-src 'self'")
    expect(csp).toContain("frame-ancestors 'none'")
    expect(csp).toContain("base-uri 'none'")
    expect(csp).toContain("form-action 'none'")
    expect(csp).toContain("require-trusted-types-for 'script'")
    expect(String(headers['content-security-policy'])).not.toMatch(/unsafe|https?:|\*/)
    expect(headers['access-control-allow-origin']).toBeUndefined()
  })

  test('the window may talk to its own socket and nobody else’s', async () => {
    const csp = String((await world.ask('/')).headers['content-security-policy'])
    expect(csp).toContain(`connect-src 'self' ws://${world.host};`)
  })
})

describe('the boot link', () => {
  test('turns into a session once: HttpOnly, Strict, and the token leaves the address', async () => {
    const path = pathOf(world.bootUrl())
    const first = await world.ask(path)
    expect([first.status, first.headers.location]).toEqual([303, '/'])
    expect(first.headers['set-cookie']).toHaveLength(1)
    expect(first.headers['set-cookie']?.[0]).toMatch(new RegExp(`^springline_${world.port}=[\\w-]{43}; HttpOnly; SameSite=Strict; Path=/$`))
    const second = await world.ask(path)
    expect([second.status, second.headers['set-cookie']]).toEqual([401, undefined])
  })

  test('is 32 random bytes, different every time', () => {
    const tokens = Array.from({ length: 50 }, () => new URL(world.bootUrl()).searchParams.get('token') ?? '')
    expect(new Set(tokens).size).toBe(50)
    for (const token of tokens) expect(Buffer.from(token, 'base64url')).toHaveLength(32)
  })

  test.each([
    [59_999, 303],
    [60_000, 401],
    [3_600_000, 401],
  ])('after %d ms it answers %d', async (waitMs, status) => {
    const path = pathOf(world.bootUrl())
    world.clock.now += waitMs
    expect((await world.ask(path)).status).toBe(status)
  })

  test.each([
    ['none', '/boot'],
    ['empty', '/boot?token='],
    ['made up', `/boot?token=${'A'.repeat(43)}`],
    ['too long', `/boot?token=${'A'.repeat(5000)}`],
    ['not base64', '/boot?token=%F0%9F%98%80'],
  ])('a token that is %s opens nothing and spends nothing', async (_what, path) => {
    const good = pathOf(world.bootUrl())
    expect((await world.ask(path)).status).toBe(401)
    expect((await world.ask(good)).status).toBe(303)
  })

  test('every changed character of a token opens nothing', async () => {
    const token = new URL(world.bootUrl()).searchParams.get('token') ?? ''
    for (let at = 0; at < 42; at += 7) {
      const changed = `${token.slice(0, at)}${token[at] === 'A' ? 'B' : 'A'}${token.slice(at + 1)}`
      expect((await world.ask(`/boot?token=${changed}`)).status).toBe(401)
    }
    expect((await world.ask(`/boot?token=${token}`)).status).toBe(303)
  })

  test('a look at the link’s headers alone does not spend it', async () => {
    const path = pathOf(world.bootUrl())
    expect((await world.ask(path, { method: 'HEAD' })).headers['set-cookie']).toBeUndefined()
    expect((await world.ask(path)).status).toBe(303)
  })

  test('under another name it is neither answered nor spent', async () => {
    const path = pathOf(world.bootUrl())
    expect((await world.ask(path, { host: `127.0.0.1:${world.port}` })).status).toBe(421)
    expect((await world.ask(path)).status).toBe(303)
  })
})

describe('the way to Amazon', () => {
  test('leads on for the window’s own session alone', async () => {
    const cookie = await world.cookie()
    const reply = await world.ask('/oauth/start?attempt=att_open', { headers: { cookie } })
    expect([reply.status, reply.headers.location]).toEqual([303, CONSENT])
  })

  test.each([
    ['no cookie', () => ''],
    ['a made-up session', (own: string) => `${own.split('=')[0]}=${'A'.repeat(43)}`],
    ['the session under another name', (own: string) => `session=${own.split('=')[1]}`],
    ['a session with something behind it', (own: string) => `${own}x`],
    ['a session with its end missing', (own: string) => own.slice(0, -1)],
    ['an empty session', (own: string) => `${own.split('=')[0]}=`],
  ])('%s: refused, and Amazon’s address is not told', async (_what, make) => {
    const cookie = make(await world.cookie())
    const reply = await world.ask('/oauth/start?attempt=att_open', { headers: cookie === '' ? {} : { cookie } })
    expect(reply.status).toBe(401)
    expect(JSON.stringify(reply)).not.toContain('TICKET')
  })

  test.each(['', '?attempt=', '?attempt=att_other', '?attempt=__proto__'])(
    'an attempt that is not open (%s) is not there',
    async (query) => {
      const cookie = await world.cookie()
      expect((await world.ask(`/oauth/start${query}`, { headers: { cookie } })).status).toBe(404)
    },
  )
})

function canConnect(port: number, address: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, address, () => {
      socket.destroy()
      resolve(true)
    })
    socket.setTimeout(1000, () => {
      socket.destroy()
      resolve(false)
    })
    socket.on('error', () => resolve(false))
  })
}
