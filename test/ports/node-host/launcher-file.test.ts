import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { openInBrowser } from '../../../src/main/hosts/node/launcher-file.ts'

const URL_WITH_TOKEN = `http://0123456789abcdef.localhost:4000/boot?token=${'t'.repeat(43)}`
const isLinux = process.platform === 'linux'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'springline-launcher-'))
})
afterEach(() => {
  vi.unstubAllEnvs()
  // A browser that was started may still be writing its note.
  rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 })
})

/** A browser that notes what it was started with. */
function putBrowser(): string {
  const notes = join(folder, 'notes')
  writeFileSync(join(folder, 'xdg-open'), `#!/bin/sh\necho "$@" > '${notes}.part'\nmv '${notes}.part' '${notes}'\n`)
  chmodSync(join(folder, 'xdg-open'), 0o700)
  vi.stubEnv('DISPLAY', ':9')
  vi.stubEnv('PATH', `${folder}:/bin:/usr/bin`)
  return notes
}
const launchers = () => readdirSync(folder).filter((name) => name.endsWith('.html'))

test.runIf(isLinux)('the browser is given a file of its owner alone; the token stands in no command line', async () => {
  const notes = putBrowser()
  expect(openInBrowser(folder, URL_WITH_TOKEN)).toBe(true)
  await vi.waitFor(() => expect(existsSync(notes)).toBe(true), { timeout: 5000 })
  const [file] = launchers()
  const path = join(folder, file ?? '')
  expect(readFileSync(notes, 'utf8').trim()).toBe(path)
  expect(statSync(path).mode & 0o777).toBe(0o600)
  const page = readFileSync(path, 'utf8')
  expect(page).toContain(`url=${URL_WITH_TOKEN}"`)
  expect(page).toContain('name="referrer" content="no-referrer"')
  expect(page).not.toContain('<script')
})

test.runIf(isLinux)('every opening has a file of its own with a name nobody can guess', () => {
  putBrowser()
  for (let turn = 0; turn < 5; turn += 1) openInBrowser(folder, URL_WITH_TOKEN)
  expect(new Set(launchers()).size).toBe(5)
  for (const name of launchers()) expect(name).toMatch(/^open-[0-9a-f]{12}\.html$/)
})

test.runIf(isLinux)('the file is gone when the token’s minute is over', () => {
  vi.useFakeTimers({ toFake: ['setTimeout'] })
  putBrowser()
  openInBrowser(folder, URL_WITH_TOKEN)
  vi.advanceTimersByTime(59_000)
  expect(launchers()).toHaveLength(1)
  vi.advanceTimersByTime(1_000)
  expect(launchers()).toHaveLength(0)
  vi.useRealTimers()
})

test.runIf(isLinux)('without a display nothing is written and nothing started', () => {
  vi.stubEnv('DISPLAY', '')
  vi.stubEnv('WAYLAND_DISPLAY', '')
  expect(openInBrowser(folder, URL_WITH_TOKEN)).toBe(false)
  expect(launchers()).toEqual([])
})

test.runIf(isLinux)('a missing opener is no crash', async () => {
  vi.stubEnv('DISPLAY', ':9')
  vi.stubEnv('PATH', '/nonexistent')
  expect(openInBrowser(folder, URL_WITH_TOKEN)).toBe(true)
  await new Promise((resolve) => setTimeout(resolve, 100))
})
