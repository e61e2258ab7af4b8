import { existsSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { err, ok, type Result } from '../../../shared/lib/result.ts'
import { defaultKeyDirectory } from '../../adapters/system/default-data-directory.ts'
import { keyFileFor } from '../../adapters/vault/key-file.ts'
import { openVault } from '../../adapters/vault/open-vault.ts'
import { readPassphrase } from '../../adapters/vault/read-passphrase.ts'
import { readVaultHead } from '../../adapters/vault/vault-head.ts'
import { readFile } from 'node:fs/promises'
import type { Vault } from '../../core/ports/vault.ts'
import type { KeyStore } from '../../adapters/vault/os-sealer.ts'
import { openOsVault } from '../../adapters/vault/os-vault.ts'

export interface VaultQuestion {
  readonly dataDirectory: string
  readonly passphraseFile: string | null
  readonly env: Readonly<Record<string, string | undefined>>
  readonly store: KeyStore
}

/**
 * The vault of this data directory: with a passphrase if one is given, with the key the node host made if that vault is
 * here already, else the operating system's. The error is a sentence about a set-up that must be mended first.
 */
export async function openDesktopVault({ dataDirectory, passphraseFile, env, store }: VaultQuestion): Promise<Result<Vault, string>> {
  if (passphraseFile !== null) {
    const passphrase = await readPassphrase(passphraseFile)
    return passphrase.ok ? openVault({ dataDirectory, key: { kind: 'passphrase', passphrase: passphrase.value } }) : err(passphrase.error)
  }
  const head = join(dataDirectory, 'vault', 'vault.json')
  if (!existsSync(head)) return ok(await openOsVault(store, dataDirectory, process.platform))
  const made = readVaultHead(await readFile(head, 'utf8'))
  if (made?.tier === 'passphrase') return err('This vault was made with a passphrase: give its file with --passphrase-file.')
  const keys = defaultKeyDirectory({ platform: process.platform, env, home: homedir() })
  return openVault({ dataDirectory, key: { kind: 'key-file', file: keyFileFor(dataDirectory, keys) } })
}
