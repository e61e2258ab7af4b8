import { mkdir, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { readEntryName } from './entry-name.ts'
import { createFileVault } from './file-vault.ts'
import { createLockedVault } from './locked-vault.ts'
import { createMemoryVault } from './memory-vault.ts'
import type { Vault } from '../../core/ports/vault.ts'
import { createOsSealer, type KeyStore } from './os-sealer.ts'

/** Backends that protect nothing: a fixed password, or none chosen. */
const UNPROTECTED: ReadonlySet<string> = new Set(['basic_text', 'unknown'])

/**
 * The vault under the operating system's protection. Without protection nothing is written: memory only; and entries
 * written under a protection that is away now stay where they are, locked.
 */
export async function openOsVault(store: KeyStore, dataDirectory: string, platform: NodeJS.Platform): Promise<Vault> {
  const directory = join(dataDirectory, 'vault-os')
  await mkdir(directory, { recursive: true, mode: 0o700 })
  const backend = platform === 'linux' ? store.getSelectedStorageBackend() : platform
  if (UNPROTECTED.has(backend) || !(await store.isAsyncEncryptionAvailable())) return withoutProtection(directory)
  const sealer = createOsSealer(store, backend)
  return resealing(createFileVault({ directory, tier: 'os', sealer }), (name) => sealer.wantsResealing(name))
}

async function withoutProtection(directory: string): Promise<Vault> {
  const names = async () =>
    (await readdir(directory))
      .map(readEntryName)
      .filter((name) => name !== null)
      .sort()
  return (await names()).length > 0 ? createLockedVault('os', { kind: 'locked' }, names) : createMemoryVault()
}

/** Writes an entry again after the system rotated its key; the entry read is good either way. */
function resealing(vault: Vault, wantsResealing: (name: string) => boolean): Vault {
  return {
    ...vault,
    async read(name) {
      const read = await vault.read(name)
      if (read.ok && read.value !== null && wantsResealing(name)) await vault.write(name, read.value)
      return read
    },
  }
}
