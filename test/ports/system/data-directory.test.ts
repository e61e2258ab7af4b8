import { chmodSync, mkdirSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { defaultDataDirectory, defaultKeyDirectory } from '../../../src/main/adapters/system/default-data-directory.ts'
import { guardNewFiles, openDataDirectory } from '../../../src/main/adapters/system/open-data-directory.ts'
import { freshDirectory } from '../fresh-directory.ts'

const root = () => freshDirectory('data')
const modeOf = (file: string) => statSync(file).mode & 0o777

test('a new directory is for its owner alone', () => {
  const directory = path.join(root(), 'deep', 'springline')
  expect(openDataDirectory(directory)).toEqual({ ok: true, value: directory })
  expect(modeOf(directory)).toBe(0o700)
})

test('an old directory that others could read is closed', () => {
  const directory = root()
  chmodSync(directory, 0o755)
  expect(openDataDirectory(directory).ok).toBe(true)
  expect(modeOf(directory)).toBe(0o700)
})

test('links, files and other people’s directories are refused with a sentence', () => {
  const base = root()
  mkdirSync(path.join(base, 'real'))
  symlinkSync(path.join(base, 'real'), path.join(base, 'link'))
  writeFileSync(path.join(base, 'file'), '')
  expect(openDataDirectory(path.join(base, 'link'))).toMatchObject({
    ok: false,
    error: { kind: 'symlink', sentence: expect.stringContaining('is a link') },
  })
  expect(openDataDirectory(path.join(base, 'file'))).toMatchObject({ ok: false, error: { kind: 'not-a-directory' } })
  expect(openDataDirectory(path.join(base, 'real'), (process.getuid?.() ?? 0) + 1)).toMatchObject({
    ok: false,
    error: { kind: 'other-owner' },
  })
  expect(openDataDirectory(path.join(base, 'file', 'inside'))).toMatchObject({ ok: false, error: { kind: 'not-writable' } })
})

test('whatever is written afterwards is for the owner alone', () => {
  const before = process.umask()
  guardNewFiles()
  const file = path.join(root(), 'any')
  writeFileSync(file, '')
  process.umask(before)
  expect(modeOf(file)).toBe(0o600)
})

test.each([
  ['linux', {}, '/home/ann/.local/share/springline', '/home/ann/.config/springline/keys'],
  ['linux', { XDG_DATA_HOME: '/data', XDG_CONFIG_HOME: '/conf' }, '/data/springline', '/conf/springline/keys'],
  ['linux', { XDG_DATA_HOME: 'relative' }, '/home/ann/.local/share/springline', '/home/ann/.config/springline/keys'],
  ['darwin', {}, '/home/ann/Library/Application Support/Springline', '/home/ann/Library/Preferences/springline/keys'],
  ['win32', { LOCALAPPDATA: 'C:\\L', APPDATA: 'C:\\R' }, 'C:\\L\\Springline', 'C:\\R\\Springline\\keys'],
] as const)('on %s with %o the data lies where that system keeps it', (platform, env, data, keys) => {
  const machine = { platform, env, home: '/home/ann' }
  expect([defaultDataDirectory(machine), defaultKeyDirectory(machine)]).toEqual([data, keys])
})
