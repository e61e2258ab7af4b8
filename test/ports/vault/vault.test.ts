import { chmodSync, readFileSync, readdirSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { inspect } from 'node:util'
import { beforeEach, expect, test } from 'vitest'
import { createAesSealer } from '../../../src/main/adapters/vault/aes-sealer.ts'
import { entryFileName } from '../../../src/main/adapters/vault/entry-name.ts'
import { createFileVault } from '../../../src/main/adapters/vault/file-vault.ts'
import { keyFileFor } from '../../../src/main/adapters/vault/key-file.ts'
import { createMemoryVault as createSessionVault } from '../../../src/main/adapters/vault/memory-vault.ts'
import { openVault } from '../../../src/main/adapters/vault/open-vault.ts'
import { readPassphrase } from '../../../src/main/adapters/vault/read-passphrase.ts'
import { Secret } from '../../../src/shared/lib/secret.ts'
import { createMemoryVault } from '../../twins/vault.ts'
import { freshDirectory } from '../fresh-directory.ts'
import { credential, readText, revealed, vaultSuite } from './vault-suite.ts'

const opened = async (order: Parameters<typeof openVault>[0]) => {
  const vault = await openVault(order)
  if (!vault.ok) throw new Error(vault.error)
  return vault.value
}
const byPassphrase = (text: string) => ({ kind: 'passphrase', passphrase: new Secret(text) }) as const

let data = ''
let keys = ''
beforeEach(() => {
  data = freshDirectory('data')
  keys = freshDirectory('keys')
})
const byKeyFile = () => ({ kind: 'key-file', file: keyFileFor(data, keys) }) as const
const entryFile = (name: string) => path.join(data, 'vault', entryFileName(name))

vaultSuite('twin vault', async () => createMemoryVault())
vaultSuite('memory vault', async () => createSessionVault())
vaultSuite('key file vault', async () => opened({ dataDirectory: data, key: byKeyFile() }))
vaultSuite('passphrase vault', async () => opened({ dataDirectory: data, key: byPassphrase('correct horse') }))

test('the next start reads what the last one kept, and says how it is protected', async () => {
  const first = await opened({ dataDirectory: data, key: byKeyFile() })
  await first.write('authorization/a', credential('kept'))
  const second = await opened({ dataDirectory: data, key: byKeyFile() })
  expect(second.tier()).toBe('key-file')
  expect(await readText(second, 'authorization/a')).toEqual(revealed(credential('kept')))
})

test('a wrong passphrase locks every act and changes nothing; the right one opens again', async () => {
  const first = await opened({ dataDirectory: data, key: byPassphrase('correct horse') })
  await first.write('authorization/a', credential('kept'))
  const wrong = await opened({ dataDirectory: data, key: byPassphrase('battery staple') })
  const locked = { ok: false, error: { kind: 'locked' } }
  expect(await wrong.read('authorization/a')).toEqual(locked)
  expect(await wrong.write('authorization/a', credential('other'))).toEqual(locked)
  expect(await wrong.remove('authorization/a')).toEqual(locked)
  expect(await wrong.move('authorization/a', 'b')).toEqual(locked)
  expect(await wrong.keys()).toEqual(['authorization/a'])
  const right = await opened({ dataDirectory: data, key: byPassphrase('correct horse') })
  expect(right.tier()).toBe('passphrase')
  expect(await readText(right, 'authorization/a')).toEqual(revealed(credential('kept')))
})

test('a lost key file locks the vault instead of making a new key over old entries', async () => {
  const first = await opened({ dataDirectory: data, key: byKeyFile() })
  await first.write('device', credential('kept'))
  rmSync(keyFileFor(data, keys))
  const second = await opened({ dataDirectory: data, key: byKeyFile() })
  expect(await second.read('device')).toEqual({ ok: false, error: { kind: 'locked' } })
  expect(readdirSync(keys)).toEqual([])
})

test.each([0, 10, 30, -1])('one changed byte (at %i) makes an entry unreadable, and no secret is told', async (at) => {
  const vault = await opened({ dataDirectory: data, key: byKeyFile() })
  await vault.write('authorization/a', credential('Atzr|SECRET'))
  const bytes = readFileSync(entryFile('authorization/a'))
  const index = at < 0 ? bytes.length + at : at
  bytes[index] = (bytes[index] ?? 0) ^ 1
  writeFileSync(entryFile('authorization/a'), bytes)
  const read = await vault.read('authorization/a')
  expect(read).toMatchObject({ ok: false, error: { kind: 'unreadable' } })
  expect(inspect(read, { depth: 9 })).not.toContain('SECRET')
})

test('an entry put under another name does not open: nobody can swap two accounts', async () => {
  const vault = await opened({ dataDirectory: data, key: byKeyFile() })
  await vault.write('authorization/a', credential('of a'))
  renameSync(entryFile('authorization/a'), entryFile('authorization/b'))
  expect(await vault.read('authorization/b')).toMatchObject({ ok: false, error: { kind: 'unreadable' } })
})

test('nothing on the disk is readable, and everything is for the owner alone', async () => {
  const vault = await opened({ dataDirectory: data, key: byKeyFile() })
  await vault.write('authorization/a', credential('Atzr|SECRET'))
  const files = readdirSync(path.join(data, 'vault')).map((file) => path.join(data, 'vault', file))
  for (const file of [...files, keyFileFor(data, keys)]) expect(statSync(file).mode & 0o777).toBe(0o600)
  expect(statSync(path.join(data, 'vault')).mode & 0o777).toBe(0o700)
  const written = files.map((file) => readFileSync(file, 'latin1')).join('')
  expect(written).not.toMatch(/SECRET|A1SELLER|client-secret/)
})

test('drafts of a crash are cleared away, a draft being written is not; the entry stands as it was', async () => {
  const vault = await opened({ dataDirectory: data, key: byKeyFile() })
  await vault.write('authorization/a', credential('old'))
  const [crashed, writing] = ['00', '11'].map((draft) => `${entryFile('authorization/a')}.${draft}.draft`)
  for (const draft of [crashed, writing]) writeFileSync(draft ?? '', 'half an entr')
  utimesSync(crashed ?? '', new Date(0), new Date(0))
  const next = await opened({ dataDirectory: data, key: byKeyFile() })
  expect(await next.keys()).toEqual(['authorization/a'])
  const drafts = readdirSync(path.join(data, 'vault')).filter((file) => file.endsWith('.draft'))
  expect(drafts).toEqual([path.basename(writing ?? '')])
  expect(await readText(next, 'authorization/a')).toEqual(revealed(credential('old')))
})

test('a lost or spoilt head of the vault is told, never written over', async () => {
  const vault = await opened({ dataDirectory: data, key: byKeyFile() })
  await vault.write('authorization/a', credential('kept'))
  const head = path.join(data, 'vault', 'vault.json')
  const text = readFileSync(head, 'utf8')
  for (const damage of [() => rmSync(head), () => writeFileSync(head, '{}')]) {
    damage()
    const spoilt = await opened({ dataDirectory: data, key: byKeyFile() })
    expect(await spoilt.read('authorization/a')).toMatchObject({ ok: false, error: { kind: 'unreadable' } })
  }
  writeFileSync(head, text)
  expect(await readText(await opened({ dataDirectory: data, key: byKeyFile() }), 'authorization/a')).toEqual(revealed(credential('kept')))
})

test('set-ups that would protect nothing are refused with a sentence', async () => {
  expect(await openVault({ dataDirectory: data, key: { kind: 'key-file', file: path.join(data, 'x.key') } })).toMatchObject({
    ok: false,
    error: expect.stringContaining('inside'),
  })
  await opened({ dataDirectory: data, key: byKeyFile() })
  expect(await openVault({ dataDirectory: data, key: byPassphrase('whatever it is') })).toMatchObject({
    ok: false,
    error: expect.stringContaining('key file'),
  })
  chmodSync(keyFileFor(data, keys), 0o644)
  expect(await openVault({ dataDirectory: data, key: byKeyFile() })).toMatchObject({
    ok: false,
    error: expect.stringContaining('chmod 600'),
  })
})

test('a disk that refuses is told by its code alone', async () => {
  const vault = createFileVault({ directory: path.join(data, 'gone'), tier: 'os', sealer: createAesSealer(new Uint8Array(32)) })
  expect(await vault.write('device', credential('x'))).toEqual({ ok: false, error: { kind: 'storage', evidence: 'ENOENT' } })
})

test('the passphrase is the first line of a guarded file', async () => {
  const file = path.join(keys, 'passphrase')
  writeFileSync(file, 'correct horse\r\nsecond line', { mode: 0o600 })
  const read = await readPassphrase(file)
  expect(read.ok && read.value.reveal()).toBe('correct horse')
  writeFileSync(file, 'short\n')
  expect(await readPassphrase(file)).toMatchObject({ ok: false, error: expect.stringContaining('too short') })
  chmodSync(file, 0o640)
  expect(await readPassphrase(file)).toMatchObject({ ok: false, error: expect.stringContaining('chmod 600') })
  expect(await readPassphrase(path.join(keys, 'none'))).toMatchObject({ ok: false, error: expect.stringContaining('does not exist') })
})
