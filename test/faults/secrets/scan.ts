import { lstatSync, readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { ENCODINGS, spellingsOf, type CanaryBook } from './canary-book.ts'

export interface Searcher {
  /** Names what was found in the bytes: secret and encoding, never the secret. */
  find(bytes: Uint8Array): string[]
  /** How many spellings one search looks for. */
  readonly spellings: number
}

interface Spelling {
  readonly what: string
  readonly bytes: Buffer
}

/** Looks for every spelling of every secret in one walk: four bytes at a time through a table of beginnings. */
export function createSearcher(book: CanaryBook): Searcher {
  const beginnings = new Map<number, Spelling[]>()
  const mayBegin = new Uint8Array(65_536)
  let spellings = 0
  for (const { what, window } of book.canaries) {
    for (const encoding of ENCODINGS) {
      for (const bytes of spellingsOf(window, encoding)) {
        const key = bytes.readUInt32LE(0)
        beginnings.set(key, [...(beginnings.get(key) ?? []), { what: `${what} (${encoding})`, bytes }])
        mayBegin[slot(key)] = 1
        spellings += 1
      }
    }
  }
  return {
    spellings,
    find(given) {
      const bytes = Buffer.from(given.buffer, given.byteOffset, given.byteLength)
      const found = new Set<string>()
      let key = 0
      for (let at = 0; at < bytes.length; at += 1) {
        key = (key >>> 8) | ((bytes[at] ?? 0) << 24)
        if (at < 3 || mayBegin[slot(key)] === 0) continue
        for (const one of beginnings.get(key >>> 0) ?? []) {
          if (bytes.subarray(at - 3, at - 3 + one.bytes.length).equals(one.bytes)) found.add(one.what)
        }
      }
      return [...found]
    },
  }
}

function slot(key: number): number {
  return Math.imul(key, 0x9e3779b1) >>> 16
}

export interface Place {
  readonly name: string
  readonly bytes: Uint8Array
}

/** Every file below a folder, and whatever somebody else could open: directories must be 0700, files and sockets 0600. */
export function readFolder(folder: string): { readonly places: readonly Place[]; readonly openToOthers: readonly string[] } {
  const places: Place[] = []
  const openToOthers: string[] = []
  const walk = (path: string): void => {
    const stats = lstatSync(path, { throwIfNoEntry: false })
    if (!stats) return
    const name = relative(folder, path) || '.'
    const mode = stats.mode & 0o777
    if (mode !== (stats.isDirectory() ? 0o700 : 0o600)) openToOthers.push(`${name} is ${mode.toString(8)}`)
    if (stats.isDirectory()) for (const entry of readdirSync(path)) walk(join(path, entry))
    else if (stats.isFile()) places.push({ name, bytes: readIfThere(path) })
    places.push({ name: `name of ${name}`, bytes: Buffer.from(name) })
  }
  walk(folder)
  return { places, openToOthers }
}

/** A draft or a log of changes may go while the folder is read. */
function readIfThere(path: string): Uint8Array {
  try {
    return readFileSync(path)
  } catch {
    return new Uint8Array(0)
  }
}
