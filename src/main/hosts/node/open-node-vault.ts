import { homedir } from 'node:os'
import { err, ok, type Result } from '../../../shared/lib/result.ts'
import { defaultKeyDirectory } from '../../adapters/system/default-data-directory.ts'
import { keyFileFor } from '../../adapters/vault/key-file.ts'
import { openVault, type KeySource } from '../../adapters/vault/open-vault.ts'
import { readPassphrase } from '../../adapters/vault/read-passphrase.ts'
import type { Vault } from '../../core/ports/vault.ts'

/** The vault of a machine without a desktop: a passphrase from a file, else a 0600 key file outside the data directory. */
export async function openNodeVault(
  dataDirectory: string,
  passphraseFile: string | null,
  env: Readonly<Record<string, string | undefined>>,
): Promise<Result<Vault, string>> {
  const key = await keySource(dataDirectory, passphraseFile, env)
  return key.ok ? openVault({ dataDirectory, key: key.value }) : key
}

async function keySource(
  dataDirectory: string,
  passphraseFile: string | null,
  env: Readonly<Record<string, string | undefined>>,
): Promise<Result<KeySource, string>> {
  if (passphraseFile === null) {
    const keys = defaultKeyDirectory({ platform: process.platform, env, home: homedir() })
    return ok({ kind: 'key-file', file: keyFileFor(dataDirectory, keys) })
  }
  const passphrase = await readPassphrase(passphraseFile)
  return passphrase.ok ? ok({ kind: 'passphrase', passphrase: passphrase.value }) : err(passphrase.error)
}
