import type { BrokerKey, DatedSecret } from '../config.ts'
import { OLD_KEY_DAYS } from '../policy.ts'
import { readDay } from './read-day.ts'
import { type Reader, readText } from './reader.ts'

const KEY_BYTES = 32
const ID = /^[\w-]{1,16}$/u
// 32 random bytes hold about 30 different values; fewer than 20 do not come from a random source.
const LEAST_DIFFERENT = 20
const DAY_MS = 86_400_000
const MAKE_ONE = 'make one with: npm run broker -- new-key'

interface DatedKey extends BrokerKey {
  /** Undated only for a local Amazon. */
  readonly since: number | undefined
}

export interface ReadKeys {
  readonly keys: readonly BrokerKey[]
  readonly dates: readonly DatedSecret[]
}

/**
 * Reads `BROKER_KEYS`: `<id>:<day it was made>:<base64url of 32 random bytes>`, newest first, separated by commas.
 * Names the key at fault by its id or place, never by its bytes.
 */
export function readKeys(reader: Reader): ReadKeys {
  const text = readText(reader, 'BROKER_KEYS')
  if (text === undefined) {
    reader.problems.push(`BROKER_KEYS: missing; ${MAKE_ONE}`)
    return { keys: [], dates: [] }
  }
  const all = text.split(',').map((part, place) => readKey(part.trim(), place + 1, reader))
  const present = all.filter((key) => key !== undefined)
  checkDifferent(present, reader.problems)
  checkOrder(present, reader.problems)
  const keys = dropEnded(present, reader)
  return { keys: keys.map(({ id, bytes }) => ({ id, bytes })), dates: keys.flatMap(dated) }
}

function readKey(part: string, place: number, reader: Reader): DatedKey | undefined {
  const fields = part.split(':')
  const id = fields[0] ?? ''
  if (fields.length < 2 || !ID.test(id)) {
    reader.problems.push(`BROKER_KEYS: key ${place} has no id (1 to 16 letters, digits, _ or -); ${MAKE_ONE}`)
    return undefined
  }
  const bytes = readBytes(id, fields.at(-1) ?? '', reader.problems)
  const since = readSince(id, fields, reader)
  return bytes && since !== 'wrong' ? { id, bytes, since } : undefined
}

/** The day between id and key; only a local broker's key may be without one. */
function readSince(id: string, fields: readonly string[], reader: Reader): number | undefined | 'wrong' {
  if (fields.length === 2 && reader.allowLoopback) return undefined
  if (fields.length === 3) return readDay(`BROKER_KEYS: key "${id}"`, fields[1] ?? '', reader) ?? 'wrong'
  reader.problems.push(`BROKER_KEYS: key "${id}" is not <id>:<YYYY-MM-DD>:<key>; ${MAKE_ONE}`)
  return 'wrong'
}

function readBytes(id: string, encoded: string, problems: string[]): Uint8Array | undefined {
  const bytes = Buffer.from(encoded, 'base64url')
  if (bytes.length !== KEY_BYTES || bytes.toString('base64url') !== encoded) {
    problems.push(`BROKER_KEYS: key "${id}" is not base64url of ${KEY_BYTES} bytes; ${MAKE_ONE}`)
    return undefined
  }
  if (new Set(bytes).size < LEAST_DIFFERENT) problems.push(`BROKER_KEYS: key "${id}" is weak; ${MAKE_ONE}`)
  return new Uint8Array(bytes)
}

function checkDifferent(keys: readonly BrokerKey[], problems: string[]): void {
  const ids = new Set<string>()
  const contents = new Set<string>()
  for (const { id, bytes } of keys) {
    const content = Buffer.from(bytes).toString('base64url')
    if (ids.has(id)) problems.push(`BROKER_KEYS: two keys are named "${id}"`)
    if (contents.has(content)) problems.push(`BROKER_KEYS: key "${id}" repeats another`)
    ids.add(id)
    contents.add(content)
  }
}

/** A new key put behind an old one would never seal anything, and nobody would notice for a year. */
function checkOrder(keys: readonly DatedKey[], problems: string[]): void {
  for (const [place, { id, since }] of keys.entries()) {
    const newer = keys[place - 1]
    if (newer?.since !== undefined && since !== undefined && since > newer.since)
      problems.push(`BROKER_KEYS: key "${id}" is newer than "${newer.id}" before it: put the newest first`)
  }
}

/** A key opens for `OLD_KEY_DAYS` after the next one took its place; then it is left out, and may be deleted. */
function dropEnded(keys: readonly DatedKey[], { warnings, now }: Reader): DatedKey[] {
  return keys.filter(({ id }, place) => {
    const replaced = keys[place - 1]?.since
    if (replaced === undefined || Math.floor((now - replaced) / DAY_MS) <= OLD_KEY_DAYS) return true
    warnings.push(`BROKER_KEYS: key "${id}" was replaced more than ${OLD_KEY_DAYS} days ago and opens nothing any more: remove it`)
    return false
  })
}

function dated({ id, since }: DatedKey, place: number): DatedSecret[] {
  return since === undefined ? [] : [{ kind: place === 0 ? 'newest-key' : 'old-key', name: id, since }]
}
