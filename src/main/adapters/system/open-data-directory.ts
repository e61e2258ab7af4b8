import { chmodSync, lstatSync, mkdirSync, realpathSync, type Stats } from 'node:fs'
import { err, ok, type Result } from '../../../shared/lib/result.ts'

export interface DirectoryRefusal {
  readonly kind: 'symlink' | 'not-a-directory' | 'other-owner' | 'not-writable'
  /** For the person who started Springline. */
  readonly sentence: string
}

/** New files of this process are readable by their owner alone, whoever makes them. */
export function guardNewFiles(): void {
  process.umask(0o077)
}

/**
 * Makes (0700) or takes over the data directory and answers its real path. A link or somebody else's directory is
 * refused: whoever owns it could read or swap what lies in it.
 */
export function openDataDirectory(directory: string, ownUid: number | null = process.getuid?.() ?? null): Result<string, DirectoryRefusal> {
  try {
    const stats = statsOrNew(directory)
    const refusal = judge(directory, stats, ownUid)
    if (refusal) return err(refusal)
    if (ownUid !== null && (stats.mode & 0o777) !== 0o700) chmodSync(directory, 0o700)
    return ok(realpathSync(directory))
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown'
    return err({ kind: 'not-writable', sentence: `The data directory ${directory} cannot be made or opened (${code}).` })
  }
}

function statsOrNew(directory: string): Stats {
  const found = lstatSync(directory, { throwIfNoEntry: false })
  if (found) return found
  mkdirSync(directory, { recursive: true, mode: 0o700 })
  return lstatSync(directory)
}

function judge(directory: string, stats: Stats, ownUid: number | null): DirectoryRefusal | null {
  if (stats.isSymbolicLink())
    return { kind: 'symlink', sentence: `The data directory ${directory} is a link. Give the directory it points to.` }
  if (!stats.isDirectory()) return { kind: 'not-a-directory', sentence: `The data directory ${directory} is a file.` }
  if (ownUid !== null && stats.uid !== ownUid)
    return { kind: 'other-owner', sentence: `The data directory ${directory} belongs to another user. Choose one of your own.` }
  return null
}
