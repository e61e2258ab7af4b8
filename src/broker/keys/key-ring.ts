import { hkdfSync } from 'node:crypto'
import type { BrokerKey } from '../config.ts'

/** What a key is for. Each purpose has keys of its own, so that nothing sealed for one is accepted as another. */
export type KeyPurpose = 'ticket' | 'handoff' | 'sealed-credential'

export interface PurposeKey {
  readonly id: string
  readonly bytes: Uint8Array
}

export interface KeyRing {
  readonly purpose: KeyPurpose
  readonly newest: PurposeKey
  find(id: string): PurposeKey | undefined
}

/** Derives one purpose's keys (HKDF-SHA-256) from the configured ones. Newest first, at least one. */
export function openKeyRing(keys: readonly BrokerKey[], purpose: KeyPurpose): KeyRing {
  const derived = keys.map((key) => ({ id: key.id, bytes: derive(key, purpose) }))
  const newest = derived[0]
  if (newest === undefined) throw new Error('the key ring is empty')
  return { purpose, newest, find: (id) => derived.find((key) => key.id === id) }
}

function derive(key: BrokerKey, purpose: KeyPurpose): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', key.bytes, new Uint8Array(0), `springline broker ${purpose}`, 32))
}
