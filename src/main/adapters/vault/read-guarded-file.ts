import { lstat, readFile } from 'node:fs/promises'
import { err, ok, type Result } from '../../../shared/lib/result.ts'
import { codeOf } from './error-code.ts'

/** Reads a file that holds a secret; null when there is none. Refused with a sentence when others may read it too. */
export async function readGuardedFile(file: string, what: string): Promise<Result<string | null, string>> {
  try {
    const stats = await lstat(file)
    if (!stats.isFile()) return err(`The ${what} ${file} is not a plain file.`)
    if (process.platform !== 'win32' && (stats.mode & 0o077) !== 0)
      return err(`The ${what} ${file} can be read by others. Run: chmod 600 ${file}`)
    return ok(await readFile(file, 'utf8'))
  } catch (error) {
    const code = codeOf(error)
    if (code === 'ENOENT') return ok(null)
    if (code === null) throw error
    return err(`The ${what} ${file} cannot be read (${code}).`)
  }
}
