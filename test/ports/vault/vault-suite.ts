import { describe, expect, test } from 'vitest'
import type { Vault, VaultEntry } from '../../../src/main/core/ports/vault.ts'
import { Secret } from '../../../src/shared/lib/secret.ts'

export const credential = (refresh: string): VaultEntry => ({
  kind: 'credential',
  family: 'selling',
  region: 'eu',
  identity: 'A1SELLER',
  consentedAt: 1_763_000_000_000,
  boundTo: 'https://api.amazon.com',
  credential: { way: 'private-app', clientId: 'client', clientSecret: new Secret('client-secret'), refresh: new Secret(refresh) },
})

const DEVICE: VaultEntry = { kind: 'device-key', signing: new Secret('{"kty":"EC"}'), sealing: new Secret('{"kty":"EC"}') }

const BROKERED: VaultEntry = {
  kind: 'credential',
  family: 'advertising',
  region: 'eu',
  identity: null,
  consentedAt: 0,
  boundTo: 'https://broker.example',
  credential: { way: 'broker', issuer: 'ads-eu', sealed: new Secret('sealed text') },
}

const ENTRIES: readonly (readonly [string, VaultEntry])[] = [
  ['authorization/auth_1', credential('Atzr|one')],
  ['quarantine/att_1', BROKERED],
  ['attempt/att_1', { kind: 'attempt', verifier: new Secret('verifier'), ticket: new Secret('ticket ä🔑') }],
  ['device', DEVICE],
]

/** Every secret of an entry in the clear, to compare what went in with what came out. */
export function revealed(value: unknown): unknown {
  if (value instanceof Secret) return value.reveal()
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, revealed(part)]))
}

export async function readText(vault: Vault, name: string): Promise<unknown> {
  const read = await vault.read(name)
  return read.ok ? revealed(read.value) : read.error
}

/** What every vault does. `open` answers a fresh one each time. */
export function vaultSuite(name: string, open: () => Promise<Vault>): void {
  describe(name, () => {
    test.each(ENTRIES)('%s comes back as it was kept', async (key, entry) => {
      const vault = await open()
      expect(await vault.write(key, entry)).toEqual({ ok: true, value: undefined })
      expect(await readText(vault, key)).toEqual(revealed(entry))
    })

    test('nothing is there before it is written, and nothing after it is removed', async () => {
      const vault = await open()
      expect(await readText(vault, 'device')).toBeNull()
      await vault.write('device', DEVICE)
      expect(await vault.remove('device')).toEqual({ ok: true, value: undefined })
      expect(await readText(vault, 'device')).toBeNull()
      expect(await vault.remove('device')).toEqual({ ok: true, value: undefined })
    })

    test('a move puts the new credential in the old one’s place', async () => {
      const vault = await open()
      await vault.write('authorization/a', credential('old'))
      await vault.write('quarantine/b', credential('new'))
      expect(await vault.move('quarantine/b', 'authorization/a')).toEqual({ ok: true, value: undefined })
      expect(await readText(vault, 'authorization/a')).toEqual(revealed(credential('new')))
      expect(await vault.keys()).toEqual(['authorization/a'])
    })

    test('moving what is not there changes nothing and says so', async () => {
      const vault = await open()
      await vault.write('authorization/a', credential('old'))
      expect(await vault.move('quarantine/none', 'authorization/a')).toMatchObject({ ok: false, error: { kind: 'storage' } })
      expect(await readText(vault, 'authorization/a')).toEqual(revealed(credential('old')))
    })

    test('of many writes under one name the last one stands', async () => {
      const vault = await open()
      await Promise.all(Array.from({ length: 8 }, (_, index) => vault.write('authorization/a', credential(`r${index}`))))
      expect(await readText(vault, 'authorization/a')).toEqual(revealed(credential('r7')))
    })

    test('names are told in order', async () => {
      const vault = await open()
      for (const [key, entry] of ENTRIES) await vault.write(key, entry)
      expect(await vault.keys()).toEqual(['attempt/att_1', 'authorization/auth_1', 'device', 'quarantine/att_1'])
    })
  })
}
