import type { BrokerKey } from '../config.ts'

const KEY_BYTES = 32
const ID = /^[\w-]{1,16}$/u
// 32 random bytes hold about 30 different values; fewer than 20 do not come from a random source.
const LEAST_DIFFERENT = 20

/**
 * Reads `BROKER_KEYS`: `<id>:<base64url of 32 random bytes>`, newest first, separated by commas. Names the key at fault
 * by its id or place, never by its bytes.
 */
export function readKeys(text: string | undefined, problems: string[]): readonly BrokerKey[] {
  if (text === undefined || text.trim() === '') {
    problems.push('BROKER_KEYS: missing')
    return []
  }
  const keys = text.split(',').map((part, place) => readKey(part.trim(), place + 1, problems))
  const present = keys.filter((key) => key !== undefined)
  checkDifferent(present, problems)
  return present
}

function readKey(part: string, place: number, problems: string[]): BrokerKey | undefined {
  const at = part.indexOf(':')
  const id = part.slice(0, Math.max(at, 0))
  if (!ID.test(id)) {
    problems.push(`BROKER_KEYS: key ${place} has no id (1 to 16 letters, digits, _ or -)`)
    return undefined
  }
  const encoded = part.slice(at + 1)
  const bytes = Buffer.from(encoded, 'base64url')
  if (bytes.length !== KEY_BYTES || bytes.toString('base64url') !== encoded) {
    problems.push(`BROKER_KEYS: key "${id}" is not base64url of ${KEY_BYTES} bytes`)
    return undefined
  }
  if (new Set(bytes).size < LEAST_DIFFERENT) problems.push(`BROKER_KEYS: key "${id}" is weak: use ${KEY_BYTES} random bytes`)
  return { id, bytes: new Uint8Array(bytes) }
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
