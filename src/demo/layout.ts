import { mkdirSync } from 'node:fs'
import { homedir } from 'node:os'
import { join, resolve } from 'node:path'

/** Program folder: the repository. */
export const PROGRAM = resolve(import.meta.dirname, '../..')

/** One copy of the demo: Springline's data directory and the stand-in's state, always moved together. */
export interface Copy {
  readonly folder: string
  readonly data: string
  readonly amazonState: string
}

export interface Layout {
  readonly root: string
  /** Passphrase of the demo's own vault: made up here, guards only made-up secrets. */
  readonly passphrase: string
  readonly setup: string
  readonly endpoints: string
  /** History as it was built; never run, only copied. */
  readonly seed: Copy
  /** What a person plays with. */
  readonly live: Copy
  /** A fresh copy for every unattended run. */
  readonly auto: Copy
}

/** The demo never touches the person's own data directory. */
export function layoutAt(given: string | null): Layout {
  const root = resolve(given ?? join(process.env['XDG_DATA_HOME'] ?? join(homedir(), '.local', 'share'), 'springline-demo'))
  mkdirSync(root, { recursive: true, mode: 0o700 })
  const copy = (name: string): Copy => ({
    folder: join(root, name),
    data: join(root, name, 'data'),
    amazonState: join(root, name, 'amazon.json'),
  })
  return {
    root,
    passphrase: join(root, 'passphrase'),
    setup: join(root, 'setup.json'),
    endpoints: join(root, 'endpoints.json'),
    seed: copy('seed'),
    live: copy('live'),
    auto: copy('auto'),
  }
}
