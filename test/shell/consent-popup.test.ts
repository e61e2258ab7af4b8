import { describe, expect, test } from 'vitest'
import type { ConsentEnd } from '../../src/main/core/ports/consent.ts'
import { runConsentPopup } from '../../src/main/hosts/electron/consent/consent-popup.ts'
import { FakeSession, FakeWindow, openDesk, type Desk } from './fake-popup.ts'

const CONSENT = 'https://sellercentral.amazon.de/apps/authorize/consent?state=ticket'
const HOME = 'springline://authorize/seller-eu?handoff=abcdefgh.x&ticket=ticket'
const RULES = {
  consentHosts: ['sellercentral.amazon.de', 'www.amazon.de'],
  callbackUrl: 'https://broker.springline.app/callback/seller-eu',
  packaged: true,
}

function begin(desk: Desk = openDesk(), consentUrl = CONSENT) {
  const stop = new AbortController()
  const ends: ConsentEnd[] = []
  const done = runConsentPopup(desk, { consentUrl, rules: RULES, title: 'Amazon', timeoutMs: 540_000, signal: stop.signal }).then((end) => {
    ends.push(end)
    return end
  })
  return { desk, window: desk.windows[0] ?? new FakeWindow(), session: desk.sessions[0] ?? new FakeSession(), stop, done, ends }
}

describe('coming home', () => {
  test('a server redirect to our scheme ends the visit with the link', async () => {
    const { window, done } = begin()
    expect(window.webContents.meet('will-redirect', HOME)).toBe(true)
    expect(await done).toEqual({ kind: 'returned', url: HOME })
  })

  test('so does a link on the page, and a request that only the protocol handler saw', async () => {
    const byLink = begin()
    expect(byLink.window.webContents.meet('will-navigate', HOME)).toBe(true)
    expect(await byLink.done).toEqual({ kind: 'returned', url: HOME })

    const byHandler = begin()
    const answer = byHandler.session.handler?.({ url: HOME })
    expect(answer?.status).toBe(204)
    expect(await byHandler.done).toEqual({ kind: 'returned', url: HOME })
  })

  const orders = [
    [0, 1, 2],
    [0, 2, 1],
    [1, 0, 2],
    [1, 2, 0],
    [2, 0, 1],
    [2, 1, 0],
  ] as const
  test.each(orders)('the three catchers in order %i %i %i count once, with the first link', async (...order) => {
    const { window, session, done, ends } = begin()
    const handler = session.handler
    const catchers = [
      (url: string) => window.webContents.meet('will-navigate', url),
      (url: string) => window.webContents.meet('will-redirect', url),
      (url: string) => handler?.({ url }),
    ]
    order.forEach((which, place) => catchers[which]?.(`${HOME}&n=${place}`))
    expect(await done).toEqual({ kind: 'returned', url: `${HOME}&n=0` })
    window.emit('closed')
    expect(ends).toHaveLength(1)
  })

  test('nothing of the visit stays behind', async () => {
    const { desk, window, session, done } = begin()
    window.webContents.meet('will-redirect', HOME)
    await done
    expect(window.destroyed).toBe(true)
    expect(session.unhandled).toBe(1)
    expect(session.wiped.sort()).toEqual(['cache', 'storage'])
    desk.ring()
  })

  test('a link inside a frame does not count', () => {
    const { window, ends } = begin()
    expect(window.webContents.meet('will-navigate', HOME, false)).toBe(false)
    expect(ends).toEqual([])
  })

  test('another address of our scheme is not the way home', async () => {
    const { window, done } = begin()
    window.webContents.meet('will-navigate', 'springline:begin/selling?callback=x')
    expect(await done).toMatchObject({ kind: 'blocked' })
  })
})

describe('other ends', () => {
  test('the person closes the window', async () => {
    const { window, done } = begin()
    window.destroyed = true
    window.emit('closed')
    expect(await done).toEqual({ kind: 'closed' })
  })

  test('ten minutes pass, even when the ticket would last longer', async () => {
    const desk = openDesk()
    const done = runConsentPopup(desk, {
      consentUrl: CONSENT,
      rules: RULES,
      title: 'Amazon',
      timeoutMs: 3_600_000,
      signal: new AbortController().signal,
    })
    expect(desk.timers).toEqual([600_000])
    desk.ring()
    expect(await done).toEqual({ kind: 'timed-out' })
  })

  test('the attempt is cancelled in the app', async () => {
    const { stop, done, window } = begin()
    stop.abort()
    expect(await done).toEqual({ kind: 'aborted' })
    expect(window.destroyed).toBe(true)
  })

  test('cancelled before it began: no window opens', async () => {
    const desk = openDesk()
    const end = await runConsentPopup(desk, {
      consentUrl: CONSENT,
      rules: RULES,
      title: 'Amazon',
      timeoutMs: 1,
      signal: AbortSignal.abort(),
    })
    expect(end).toEqual({ kind: 'aborted' })
    expect(desk.windows).toEqual([])
  })

  test('a page that cannot be reached is a failure; a navigation we stopped ourselves is not', async () => {
    const { window, done, ends } = begin()
    window.webContents.emit('did-fail-load', {}, -3, 'ERR_ABORTED', CONSENT, true)
    window.webContents.emit('did-fail-load', {}, -105, 'ERR_NAME_NOT_RESOLVED', 'https://frame.example', false)
    expect([window.destroyed, ends]).toEqual([false, []])
    window.webContents.emit('did-fail-load', {}, -105, 'ERR_NAME_NOT_RESOLVED', CONSENT, true)
    expect(await done).toEqual({ kind: 'load-failed' })
  })

  test('an address that is not Amazon’s opens no window at all', async () => {
    const { desk, done } = begin(openDesk(), 'https://sellercentral.amazon.de.evil.example/consent')
    expect(await done).toEqual({ kind: 'blocked', host: 'sellercentral.amazon.de.evil.example' })
    expect(desk.windows).toEqual([])
  })

  test('leaving Amazon’s pages ends the visit and names the host', async () => {
    const { window, done } = begin()
    expect(window.webContents.meet('will-redirect', 'https://phish.example/x')).toBe(true)
    expect(await done).toEqual({ kind: 'blocked', host: 'phish.example' })
  })
})

describe('what the pages may do', () => {
  test('each visit has a session of its own that is never kept on the disk', () => {
    const { desk } = begin()
    begin(desk)
    expect(new Set(desk.partitions).size).toBe(2)
    expect(desk.partitions.some((name) => name.startsWith('persist:'))).toBe(false)
    expect(desk.options.map((options) => options.webPreferences?.session)).toEqual(desk.sessions)
  })

  test('permissions and downloads are denied', () => {
    const { session } = begin()
    const answers: boolean[] = []
    for (const permission of ['media', 'geolocation', 'notifications', 'clipboard-read', 'usb', 'hid', 'fileSystem', 'openExternal']) {
      session.permission?.(null, permission, (granted) => answers.push(granted))
    }
    expect(answers).toEqual(Array.from({ length: 8 }, () => false))
    expect(session.check?.()).toBe(false)
    let stopped = false
    session.emit('will-download', { preventDefault: () => (stopped = true) })
    expect(stopped).toBe(true)
  })

  test('a new window never opens; Amazon’s own address goes on in this one', () => {
    const { window } = begin()
    expect(window.webContents.windowOpen({ url: 'https://www.amazon.de/ap/signin' })).toEqual({ action: 'deny' })
    expect(window.webContents.windowOpen({ url: 'https://help.example/' })).toEqual({ action: 'deny' })
    expect(window.webContents.windowOpen({ url: 'javascript:alert(1)' })).toEqual({ action: 'deny' })
    expect(window.webContents.loaded).toEqual([CONSENT, 'https://www.amazon.de/ap/signin'])
  })

  test('the host stands in the title, whatever the page calls itself', () => {
    const { desk, window } = begin()
    expect(desk.options[0]?.title).toMatch(/^sellercentral\.amazon\.de /)
    let stopped = false
    window.emit('page-title-updated', { preventDefault: () => (stopped = true) })
    expect(stopped).toBe(true)
    window.webContents.emit('did-navigate', {}, 'https://www.amazon.de/ap/signin')
    expect(window.titles.at(-1)).toMatch(/^www\.amazon\.de /)
  })
})
