import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { listStaticFiles, type StaticFiles } from '../../src/main/hosts/common/static-files.ts'
import { answerWindowRequest } from '../../src/main/hosts/electron/window/window-files.ts'
import { windowHeaders } from '../../src/main/hosts/common/window-headers.ts'

const CONTENT_SECURITY_POLICY = windowHeaders(null)['Content-Security-Policy'] ?? ''

/** What lies in the folder and may be served; the source map and the hidden file may not. */
const LISTED = new Set(['/index.html', '/assets/app.js'])
let files: StaticFiles

beforeAll(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'springline-window-'))
  mkdirSync(join(folder, 'renderer/assets'), { recursive: true })
  writeFileSync(join(folder, 'secret.html'), 'secret')
  writeFileSync(join(folder, 'renderer/index.html'), '<title>Springline</title>')
  writeFileSync(join(folder, 'renderer/assets/app.js'), 'export {}')
  writeFileSync(join(folder, 'renderer/assets/app.js.map'), '{}')
  writeFileSync(join(folder, 'renderer/.env'), 'SECRET=1')
  files = await listStaticFiles(join(folder, 'renderer'))
})

const ask = (url: string, init: { method?: string; headers?: Record<string, string> } = {}) =>
  answerWindowRequest(files, { url, method: init.method ?? 'GET', headers: new Headers(init.headers) })

test('the window and its parts are served', async () => {
  const page = await ask('app://springline/')
  expect([page.status, page.headers.get('content-type'), await page.text()]).toEqual([
    200,
    'text/html; charset=utf-8',
    '<title>Springline</title>',
  ])
  expect((await ask('app://springline/assets/app.js')).headers.get('content-type')).toBe('text/javascript; charset=utf-8')
  expect(await (await ask('app://springline/index.html', { method: 'HEAD' })).text()).toBe('')
})

describe('what is not in the map does not exist', () => {
  const ways = [
    '/../secret.html',
    '/..%2fsecret.html',
    '/%2e%2e/secret.html',
    '/%2e%2e%2fsecret.html',
    '/..\\secret.html',
    '/..%5csecret.html',
    '/assets/../../secret.html',
    '/assets/%2e%2e/%2e%2e/secret.html',
    '/assets/..;/..;/secret.html',
    '//secret.html',
    '///etc/passwd',
    '/etc/passwd',
    '/C:/Windows/win.ini',
    '/C:%5cWindows%5cwin.ini',
    '/\\\\?\\C:\\x',
    '/%00',
    '/index.html%00.js',
    '/index.html/',
    '/index.html/..%2f..%2fsecret.html',
    '/.env',
    '/assets/app.js.map',
    '/assets',
    '/assets/',
    '/INDEX.HTML',
    '/index.html.',
    '/index.html::$DATA',
    '/%c0%ae%c0%ae/secret.html',
    '/%252e%252e/secret.html',
    '/．．/secret.html',
    '/assets/app.js%20',
    '/__proto__',
    '/constructor',
    '/CON',
    '/file:///etc/passwd',
  ]
  test.each(ways)('%s', async (path) => {
    expect((await ask(`app://springline${path}`)).status).toBe(404)
  })

  test('whatever else is asked for, only listed files come', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.webPath(), fc.constantFrom('/.', '/./index.html', '/a/..')), async (path) => {
        // The address itself takes out `.` and `..` before anybody sees it: `/.` is the root.
        const read = new URL(`app://springline${path}`).pathname
        const { status } = await ask(`app://springline${path}`)
        return status === (read === '' || read === '/' || LISTED.has(read) ? 200 : 404)
      }),
    )
  })

  test.each([
    'app://evil/index.html',
    'app://springline.evil/index.html',
    'app://springline:1/index.html',
    'app://x@springline/index.html',
    'https://springline/index.html',
    'file:///index.html',
    '',
  ])('another address: %s', async (url) => {
    expect((await ask(url)).status).toBe(404)
  })
})

test('only reading, and only from our own page', async () => {
  for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH']) expect((await ask('app://springline/', { method })).status).toBe(405)
  for (const site of ['cross-site', 'same-site'])
    expect((await ask('app://springline/', { headers: { 'Sec-Fetch-Site': site } })).status).toBe(403)
  for (const site of ['same-origin', 'none'])
    expect((await ask('app://springline/', { headers: { 'Sec-Fetch-Site': site } })).status).toBe(200)
})

describe('content security policy', () => {
  const rules = new Map(CONTENT_SECURITY_POLICY.split('; ').map((rule) => [rule.split(' ')[0] ?? '', rule.split(' ').slice(1)]))

  test('stands on every answer, refusals too', async () => {
    for (const path of ['/', '/assets/app.js', '/nothing']) {
      const { headers } = await ask(`app://springline${path}`)
      expect(headers.get('content-security-policy')).toBe(CONTENT_SECURITY_POLICY)
      expect(headers.get('x-content-type-options')).toBe('nosniff')
    }
  })

  test('no inline script, no eval, no outside address, no connection, no frame', () => {
    expect(Object.fromEntries(rules)).toMatchObject({
      'default-src': ["'none'"],
      'script-src': ["'self'"],
      'style-src': ["'self'"],
      'connect-src': ["'none'"],
      'frame-src': ["'none'"],
      'object-src': ["'none'"],
      'base-uri': ["'none'"],
      'form-action': ["'none'"],
      'require-trusted-types-for': ["'script'"],
    })
    expect(CONTENT_SECURITY_POLICY).not.toMatch(/unsafe|https?:|\*|blob:/)
  })
})
