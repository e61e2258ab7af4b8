import { readFile, readdir, rm } from 'node:fs/promises'
import path from 'node:path'
import { createOneAtATime } from '../../../shared/lib/one-at-a-time.ts'
import { err, ok, type Result } from '../../../shared/lib/result.ts'
import type { Vault, VaultEntry, VaultTier, VaultTrouble } from '../../core/ports/vault.ts'
import { entryFileName, readEntryName } from './entry-name.ts'
import { readEntryText, writeEntryText } from './entry-text.ts'
import { codeOf } from './error-code.ts'
import { replaceFile, syncDirectory } from './replace-file.ts'
import type { Sealer } from './sealer.ts'

export interface FileVaultParts {
  /** An existing directory, used by nothing else. */
  readonly directory: string
  readonly tier: VaultTier
  readonly sealer: Sealer
}

/**
 * One sealed file per entry. A move seals the entry anew, because its name is bound in, and switches by one rename;
 * a crash right after it leaves the source beside the target, so moving again is harmless.
 */
export function createFileVault({ directory, tier, sealer }: FileVaultParts): Vault {
  const oneAtATime = createOneAtATime()
  const fileOf = (name: string) => path.join(directory, entryFileName(name))
  const act = <Value>(work: () => Promise<Result<Value, VaultTrouble>>) => oneAtATime('vault', () => tried(work))

  const read = async (name: string): Promise<Result<VaultEntry | null, VaultTrouble>> => {
    const sealed = await readIfThere(fileOf(name))
    if (sealed === null) return ok(null)
    const text = await sealer.open(name, sealed)
    const entry = text === null ? null : readEntryText(text)
    return entry === null ? err({ kind: 'unreadable', evidence: text === null ? 'the seal is broken' : 'not an entry' }) : ok(entry)
  }
  const put = async (name: string, entry: VaultEntry) => replaceFile(fileOf(name), await sealer.seal(name, writeEntryText(entry)))
  const drop = async (name: string) => {
    await rm(fileOf(name), { force: true })
    await syncDirectory(directory)
  }

  return {
    tier: () => tier,
    read: (name) => act(() => read(name)),
    write: (name, entry) => act(async () => ok(await put(name, entry))),
    move: (from, to) =>
      act(async () => {
        const source = await read(from)
        if (!source.ok) return source
        if (source.value === null) return err({ kind: 'storage', evidence: 'nothing to move' })
        if (from === to) return ok(undefined)
        await put(to, source.value)
        return ok(await drop(from))
      }),
    remove: (name) => act(async () => ok(await drop(name))),
    keys: async () => namesIn(await readdir(directory)),
  }
}

function namesIn(files: readonly string[]): string[] {
  return files
    .map(readEntryName)
    .filter((name) => name !== null)
    .sort()
}

async function readIfThere(file: string): Promise<Uint8Array | null> {
  try {
    return await readFile(file)
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null
    throw error
  }
}

/** A disk that refuses is expected trouble; only the system's code is told, never a path or content. */
async function tried<Value>(work: () => Promise<Result<Value, VaultTrouble>>): Promise<Result<Value, VaultTrouble>> {
  try {
    return await work()
  } catch (error) {
    const code = codeOf(error)
    if (code === null) throw error
    return err({ kind: 'storage', evidence: code })
  }
}
