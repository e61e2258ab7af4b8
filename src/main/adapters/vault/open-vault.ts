import { mkdir, readFile, readdir, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { err, ok, type Result } from '../../../shared/lib/result.ts'
import type { Secret } from '../../../shared/lib/secret.ts'
import type { Vault } from '../../core/ports/vault.ts'
import { createAesSealer } from './aes-sealer.ts'
import { readEntryName } from './entry-name.ts'
import { codeOf } from './error-code.ts'
import { createFileVault } from './file-vault.ts'
import { isInside, makeKeyFile, readKeyFile } from './key-file.ts'
import { createLockedVault } from './locked-vault.ts'
import { makePassphraseKey } from './passphrase-key.ts'
import { DRAFT_SUFFIX, replaceFile } from './replace-file.ts'
import { HEAD_FILE, type VaultHead, freshSalt, makeVaultHead, opensVault, readVaultHead } from './vault-head.ts'

/** A write takes milliseconds; a draft this old has no writer any more. */
const DRAFT_LIFE_MS = 60_000

/** Where the key comes from. The key file must lie outside the data directory. */
export type KeySource = { readonly kind: 'passphrase'; readonly passphrase: Secret } | { readonly kind: 'key-file'; readonly file: string }

export interface VaultOrder {
  /** Real path of the data directory; the vault is its folder `vault`. */
  readonly dataDirectory: string
  readonly key: KeySource
}

/**
 * Opens the vault of a data directory, or makes it. A wrong passphrase or a missing key still answers a vault, whose
 * acts say `locked`, so that history stays readable. The error is a sentence about a set-up that must be mended first.
 */
export async function openVault({ dataDirectory, key }: VaultOrder): Promise<Result<Vault, string>> {
  if (key.kind === 'key-file' && isInside(key.file, dataDirectory)) return err('The key file must not lie inside the data directory.')
  const directory = path.join(dataDirectory, 'vault')
  await mkdir(directory, { recursive: true, mode: 0o700 })
  const files = await readdir(directory)
  await clearDrafts(directory, files)
  const headText = await readHeadText(directory)
  if (headText === null) return files.some(isEntry) ? ok(lockedBy(directory, key.kind, 'unreadable')) : makeVault(directory, key)
  const head = readVaultHead(headText)
  if (head === null) return ok(lockedBy(directory, key.kind, 'unreadable'))
  if (head.tier !== key.kind) return err(otherKeyText(head.tier))
  return withKey(directory, key, head)
}

async function withKey(directory: string, key: KeySource, head: VaultHead): Promise<Result<Vault, string>> {
  const salt = Buffer.from(head.salt, 'base64')
  const bytes = key.kind === 'passphrase' ? ok(await makePassphraseKey(key.passphrase, salt)) : await readKeyFile(key.file)
  if (!bytes.ok) return bytes
  if (bytes.value === null || !(await opensVault(head, bytes.value))) return ok(lockedBy(directory, key.kind, 'locked'))
  return ok(createFileVault({ directory, tier: key.kind, sealer: createAesSealer(bytes.value) }))
}

async function makeVault(directory: string, key: KeySource): Promise<Result<Vault, string>> {
  const salt = freshSalt()
  const bytes = key.kind === 'passphrase' ? ok(await makePassphraseKey(key.passphrase, salt)) : await keyFromFile(key.file)
  if (!bytes.ok) return bytes
  await replaceFile(path.join(directory, HEAD_FILE), JSON.stringify(await makeVaultHead(key.kind, salt, bytes.value)))
  return ok(createFileVault({ directory, tier: key.kind, sealer: createAesSealer(bytes.value) }))
}

/** A key that is already there is used: a crash may have come between key and head. */
async function keyFromFile(file: string): Promise<Result<Uint8Array, string>> {
  const there = await readKeyFile(file)
  if (!there.ok) return there
  return ok(there.value ?? (await makeKeyFile(file)))
}

function lockedBy(directory: string, tier: VaultHead['tier'], why: 'locked' | 'unreadable'): Vault {
  const names = async () =>
    (await readdir(directory))
      .map(readEntryName)
      .filter((name) => name !== null)
      .sort()
  return createLockedVault(tier, why === 'locked' ? { kind: 'locked' } : { kind: 'unreadable', evidence: 'the head of the vault' }, names)
}

function otherKeyText(tier: VaultHead['tier']): string {
  return tier === 'passphrase'
    ? 'This vault was made with a passphrase: give its file with --passphrase-file.'
    : 'This vault was made with a key file: start without --passphrase-file.'
}

function isEntry(file: string): boolean {
  return readEntryName(file) !== null
}

/** Drafts of a crash. A young one may belong to a writer at work beside a command that only reads. */
async function clearDrafts(directory: string, files: readonly string[]): Promise<void> {
  for (const file of files.filter((name) => name.endsWith(DRAFT_SUFFIX))) {
    const draft = path.join(directory, file)
    const stats = await stat(draft).catch(() => null)
    if (stats !== null && Date.now() - stats.mtimeMs > DRAFT_LIFE_MS) await rm(draft, { force: true })
  }
}

async function readHeadText(directory: string): Promise<string | null> {
  try {
    return await readFile(path.join(directory, HEAD_FILE), 'utf8')
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null
    throw error
  }
}
