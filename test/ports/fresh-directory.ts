import { mkdtempSync, realpathSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll } from 'vitest'

const made: string[] = []

/** A directory of a test's own; all of a file's are removed when its last test has run. */
export function freshDirectory(name: string): string {
  const directory = realpathSync(mkdtempSync(path.join(os.tmpdir(), `springline-${name}-`)))
  made.push(directory)
  return directory
}

afterAll(() => {
  for (const directory of made.splice(0)) rmSync(directory, { recursive: true, force: true })
})
