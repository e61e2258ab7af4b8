import { homedir } from 'node:os'
import { resolve } from 'node:path'
import { defaultDataDirectory } from '../../adapters/system/default-data-directory.ts'

/** The data directory to use: the one given, else the operating system's usual place. */
export function locateDataDirectory(given: string | null, env: Readonly<Record<string, string | undefined>>): string {
  return resolve(given ?? defaultDataDirectory({ platform: process.platform, env, home: homedir() }))
}
