import { EventEmitter } from 'node:events'
import { describe, expect, test } from 'vitest'
import { isOwnAddress } from '../../src/main/hosts/electron/app-scheme.ts'
import { denyPermissions, guardContents } from '../../src/main/hosts/electron/window/guard-contents.ts'

class FakeContents extends EventEmitter {
  decide: () => { action: 'deny' | 'allow' } = () => ({ action: 'allow' })

  setWindowOpenHandler(decide: () => { action: 'deny' }): void {
    this.decide = decide
  }

  isStopped(event: string, url: string): boolean {
    let stopped = false
    this.emit(event, { url, isMainFrame: true, preventDefault: () => (stopped = true) })
    return stopped
  }
}

const NAVIGATIONS = ['will-navigate', 'will-redirect', 'will-frame-navigate']

function guarded(consent = false) {
  const contents = new FakeContents()
  guardContents(contents, () => consent)
  return contents
}

const OUTSIDE = [
  'https://sellercentral.amazon.de/',
  'http://127.0.0.1/',
  'file:///etc/passwd',
  'app://springline.evil/',
  'app://evil/',
  'app://springline:8/',
  'app://user@springline/',
  'appx://springline/',
  'https://app//springline/',
  'javascript:alert(1)',
  'data:text/html,x',
  'about:blank',
  'springline://authorize/x',
  'blob:app://springline/1',
  'view-source:app://springline/',
  '',
  'app:springline',
]

test.each(NAVIGATIONS)('%s never leads our window off its own address', (event) => {
  expect(OUTSIDE.filter((url) => !guarded().isStopped(event, url))).toEqual([])
  expect(guarded().isStopped(event, 'app://springline/index.html#/channels')).toBe(false)
})

test('a consent popup goes by its own rules', () => {
  for (const event of NAVIGATIONS) expect(guarded(true).isStopped(event, 'https://sellercentral.amazon.de/')).toBe(false)
})

test('no window opens from a page, and no webview is attached', () => {
  const contents = guarded()
  expect(contents.decide()).toEqual({ action: 'deny' })
  let stopped = false
  contents.emit('will-attach-webview', { preventDefault: () => (stopped = true) })
  expect(stopped).toBe(true)
})

describe('permissions', () => {
  test('requests, checks and devices: all denied', () => {
    const answers: boolean[] = []
    denyPermissions({
      setPermissionRequestHandler: (handler) => handler(null, 'geolocation', (granted) => answers.push(granted)),
      setPermissionCheckHandler: (handler) => answers.push(handler()),
      setDevicePermissionHandler: (handler) => answers.push(handler()),
    })
    expect(answers).toEqual([false, false, false])
  })
})

test('our own address is compared whole', () => {
  expect(['app://springline', 'app://springline/', 'app://springline/index.html?x#y'].map(isOwnAddress)).toEqual([true, true, true])
  expect(OUTSIDE.filter(isOwnAddress)).toEqual([])
})
