import { err, ok, type Result } from '../../../shared/lib/result.ts'
import { Secret } from '../../../shared/lib/secret.ts'
import { readGuardedFile } from './read-guarded-file.ts'

/** Shorter passphrases are guessed from a stolen directory in days. */
const SHORTEST = 8

/** Reads `--passphrase-file`: its first line without the line's end. The error is a sentence for the person. */
export async function readPassphrase(file: string): Promise<Result<Secret, string>> {
  const read = await readGuardedFile(file, 'passphrase file')
  if (!read.ok) return read
  if (read.value === null) return err(`The passphrase file ${file} does not exist.`)
  const [line = ''] = read.value.split(/\r?\n/)
  return line.length < SHORTEST ? err(`The passphrase in ${file} is too short: use at least ${SHORTEST} characters.`) : ok(new Secret(line))
}
