import { expect, test } from 'vitest'
import type { AttemptId } from '../../src/shared/domain/ids.ts'
import { createElectronConsent } from '../../src/main/hosts/electron/consent/electron-consent.ts'
import { openDesk } from './fake-popup.ts'

const attemptId = 'att_1' as AttemptId
const order = {
  attemptId,
  consentUrl: 'https://sellercentral.amazon.de/apps/authorize/consent',
  callbackUrl: 'https://broker.springline.app/callback/seller-eu',
  title: 'Amazon',
  timeoutMs: 60_000,
}

function surface() {
  const desk = openDesk()
  const opened: string[] = []
  const consent = createElectronConsent({
    ...desk,
    consentHosts: ['sellercentral.amazon.de'],
    packaged: true,
    openExternal: async (url) => void opened.push(url),
  })
  return { desk, opened, consent, stop: new AbortController() }
}

test('by default Amazon’s pages open in a popup', async () => {
  const { desk, consent, opened, stop } = surface()
  expect(await consent.prepare(attemptId, 'default')).toEqual({ kind: 'popup' })
  const done = consent.run({ ...order, signal: stop.signal })
  expect(desk.windows).toHaveLength(1)
  expect(opened).toEqual([])
  stop.abort()
  expect(await done).toEqual({ kind: 'aborted' })
})

test('asked for, they open in the person’s browser, and the answer comes as a link to the app', async () => {
  const { desk, consent, opened, stop } = surface()
  expect(await consent.prepare(attemptId, 'browser')).toEqual({ kind: 'app-link' })
  const done = consent.run({ ...order, signal: stop.signal })
  expect(opened).toEqual([order.consentUrl])
  expect(desk.windows).toEqual([])
  stop.abort()
  expect(await done).toEqual({ kind: 'aborted' })
})

test('the browser is never sent anywhere but to Amazon', async () => {
  for (const consentUrl of [
    'https://evil.example/',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'http://sellercentral.amazon.de/',
    'springline://authorize/seller-eu?x=1',
    'calc.exe',
  ]) {
    const { consent, opened, stop } = surface()
    await consent.prepare(attemptId, 'browser')
    expect(await consent.run({ ...order, consentUrl, signal: stop.signal })).toMatchObject({ kind: 'blocked' })
    expect(opened).toEqual([])
  }
})

test('a person who never comes back from the browser: time ends the attempt', async () => {
  const { desk, consent, stop } = surface()
  await consent.prepare(attemptId, 'browser')
  const done = consent.run({ ...order, signal: stop.signal })
  desk.ring()
  expect(await done).toEqual({ kind: 'timed-out' })
})
