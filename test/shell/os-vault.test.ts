import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { KeyStore } from '../../src/main/adapters/vault/os-sealer.ts'
import { openOsVault } from '../../src/main/adapters/vault/os-vault.ts'
import { openDesktopVault } from '../../src/main/hosts/common/open-desktop-vault.ts'
import { openVault } from '../../src/main/adapters/vault/open-vault.ts'
import { Secret } from '../../src/shared/lib/secret.ts'
import { credential, readText, revealed, vaultSuite } from '../ports/vault/vault-suite.ts'

interface FakeStore extends KeyStore {
  away: boolean
  rotated: boolean
  sealings: number
}

/** A key store with a real cipher: what it sealed opens again, anything else is refused. */
function keyStore(backend: ReturnType<KeyStore['getSelectedStorageBackend']> = 'gnome_libsecret'): FakeStore {
  const key = randomBytes(32)
  const store: FakeStore = {
    away: false,
    rotated: false,
    sealings: 0,
    isAsyncEncryptionAvailable: async () => !store.away,
    async encryptStringAsync(text) {
      if (store.away) throw new Error('no key store')
      store.sealings += 1
      const nonce = randomBytes(12)
      const cipher = createCipheriv('aes-256-gcm', key, nonce)
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
      return Buffer.concat([nonce, cipher.getAuthTag(), body])
    },
    async decryptStringAsync(bytes) {
      if (store.away) throw new Error('no key store')
      const opener = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12))
      opener.setAuthTag(bytes.subarray(12, 28))
      return { result: Buffer.concat([opener.update(bytes.subarray(28)), opener.final()]).toString('utf8'), shouldReEncrypt: store.rotated }
    },
    getSelectedStorageBackend: () => backend,
  }
  return store
}

const folder = () => mkdtempSync(join(tmpdir(), 'springline-os-vault-'))

vaultSuite('the operating system’s vault', () => openOsVault(keyStore(), folder(), 'linux'))

describe('protection', () => {
  test('a desktop with a key store protects by the operating system', async () => {
    expect((await openOsVault(keyStore('kwallet6'), folder(), 'linux')).tier()).toBe('os')
    expect((await openOsVault(keyStore('unknown'), folder(), 'darwin')).tier()).toBe('os')
    expect((await openOsVault(keyStore('unknown'), folder(), 'win32')).tier()).toBe('os')
  })

  test.each(['basic_text', 'unknown'] as const)('%s protects nothing: secrets stay in memory and no file is written', async (backend) => {
    const at = folder()
    const vault = await openOsVault(keyStore(backend), at, 'linux')
    expect(vault.tier()).toBe('memory')
    await vault.write('device', credential('Atzr|secret'))
    expect(await readText(vault, 'device')).toEqual(revealed(credential('Atzr|secret')))
    expect(readdirSync(join(at, 'vault-os'))).toEqual([])
  })

  test('a key store that is not there counts as none', async () => {
    const store = keyStore()
    store.away = true
    expect((await openOsVault(store, folder(), 'darwin')).tier()).toBe('memory')
  })

  test('entries under a protection that is away now are locked, not lost', async () => {
    const at = folder()
    const store = keyStore()
    await (await openOsVault(store, at, 'linux')).write('authorization/a', credential('Atzr|one'))
    const locked = await openOsVault(keyStore('basic_text'), at, 'linux')
    expect([locked.tier(), await locked.keys()]).toEqual(['os', ['authorization/a']])
    expect(await readText(locked, 'authorization/a')).toEqual({ kind: 'locked' })
    expect(await readText(await openOsVault(store, at, 'linux'), 'authorization/a')).toEqual(revealed(credential('Atzr|one')))
  })
})

describe('on the disk', () => {
  test('no secret stands there in the clear, and only the owner may read', async () => {
    const at = folder()
    await (await openOsVault(keyStore(), at, 'linux')).write('authorization/a', credential('Atzr|secret'))
    for (const file of readdirSync(join(at, 'vault-os'))) {
      expect(statSync(join(at, 'vault-os', file)).mode & 0o777).toBe(0o600)
      expect(readFileSync(join(at, 'vault-os', file), 'latin1')).not.toMatch(/Atzr|client-secret/)
    }
  })

  test('one entry’s file cannot stand in for another’s', async () => {
    const at = folder()
    const vault = await openOsVault(keyStore(), at, 'linux')
    await vault.write('authorization/a', credential('Atzr|mine'))
    const [mine] = readdirSync(join(at, 'vault-os'))
    await vault.write('authorization/b', credential('Atzr|other'))
    const other = readdirSync(join(at, 'vault-os')).find((file) => file !== mine)
    renameSync(join(at, 'vault-os', other ?? ''), join(at, 'vault-os', mine ?? ''))
    expect(await readText(vault, 'authorization/a')).toMatchObject({ kind: 'unreadable' })
  })
})

describe('the key store while running', () => {
  test('a rotated key: the entry is read, and sealed anew once', async () => {
    const store = keyStore()
    const vault = await openOsVault(store, folder(), 'linux')
    await vault.write('device', credential('Atzr|one'))
    store.rotated = true
    expect(await readText(vault, 'device')).toEqual(revealed(credential('Atzr|one')))
    store.rotated = false
    await vault.read('device')
    expect(store.sealings).toBe(2)
  })

  test('away for a moment is storage trouble; a damaged file is unreadable', async () => {
    const at = folder()
    const store = keyStore()
    const vault = await openOsVault(store, at, 'linux')
    await vault.write('device', credential('Atzr|one'))
    store.away = true
    expect(await readText(vault, 'device')).toEqual({ kind: 'storage', evidence: 'EKEYSTORE' })
    expect(await vault.write('device', credential('Atzr|two'))).toEqual({ ok: false, error: { kind: 'storage', evidence: 'EKEYSTORE' } })
    store.away = false
    for (const file of readdirSync(join(at, 'vault-os')))
      writeFileSync(join(at, 'vault-os', file), 'SPOS1 gnome_libsecret\nxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx')
    expect(await readText(vault, 'device')).toMatchObject({ kind: 'unreadable' })
  })
})

describe('a data directory from elsewhere', () => {
  const made = async () => {
    const at = folder()
    const file = join(at, '..', `passphrase-${randomBytes(4).toString('hex')}`)
    writeFileSync(file, 'correct horse battery\n', { mode: 0o600 })
    const vault = await openVault({ dataDirectory: at, key: { kind: 'passphrase', passphrase: new Secret('correct horse battery') } })
    if (vault.ok) await vault.value.write('device', credential('Atzr|one'))
    return { at, file }
  }

  test('its passphrase opens it here too', async () => {
    const { at, file } = await made()
    const opened = await openDesktopVault({ dataDirectory: at, passphraseFile: file, env: {}, store: keyStore() })
    expect(opened.ok && (await readText(opened.value, 'device'))).toEqual(revealed(credential('Atzr|one')))
  })

  test('without it a sentence says what to give, and no second vault begins', async () => {
    const { at } = await made()
    expect(await openDesktopVault({ dataDirectory: at, passphraseFile: null, env: {}, store: keyStore() })).toMatchObject({
      ok: false,
      error: expect.stringContaining('--passphrase-file') as string,
    })
    expect(readdirSync(at)).toEqual(['vault'])
  })
})
