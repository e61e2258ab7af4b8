import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { isFields } from './lib/fields.ts'
import type { State } from './state.ts'

/** Long enough to gather a burst of changes, short enough that a crash loses little. Real milliseconds. */
const GATHER_MS = 150
/** A large state takes long to write: it is written in at most about this share of the time. */
const WRITING_SHARE = 0.05

export type StateKeeper = { changed(): void; flush(): void }

/** Whatever an earlier run left, or undefined. A damaged file is an exception: a demo must not silently start over. */
export function readState(path: string, fresh: State): State | undefined {
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch {
    return undefined
  }
  const kept: unknown = JSON.parse(text)
  if (!isFields(kept) || !Array.isArray(kept['grants'])) throw new Error(`the stand-in's state file ${path} is not readable`)
  return { ...fresh, ...kept }
}

/** Writes the state some time after a change, and at once on `flush`. */
export function keepState(path: string | undefined, snapshot: () => State): StateKeeper {
  if (path === undefined) return { changed: () => {}, flush: () => {} }
  mkdirSync(dirname(path), { recursive: true })
  let waiting: NodeJS.Timeout | undefined
  let tookMs = 0
  const write = (): void => {
    clearTimeout(waiting)
    waiting = undefined
    const started = performance.now()
    writeFileSync(`${path}.new`, JSON.stringify(snapshot()), { mode: 0o600 })
    renameSync(`${path}.new`, path)
    tookMs = performance.now() - started
  }
  return {
    changed: () => {
      waiting ??= setTimeout(write, Math.max(GATHER_MS, tookMs / WRITING_SHARE)).unref()
    },
    flush: write,
  }
}
