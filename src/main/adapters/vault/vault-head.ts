import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import { KEY_BYTES, createAesSealer } from './aes-sealer.ts'

const CHECK_NAME = 'springline vault'
const CHECK_TEXT = 'this key opens this vault'
const SALT_BYTES = 16

const base64 = z.base64().max(400)
const vaultHead = z.strictObject({ version: z.literal(1), tier: z.enum(['passphrase', 'key-file']), salt: base64, check: base64 })

/** What a vault says of itself in the clear: how its key is made, and a sealed word that tells a wrong key at once. */
export type VaultHead = z.infer<typeof vaultHead>
export const HEAD_FILE = 'vault.json'

export function readVaultHead(text: string): VaultHead | null {
  try {
    const read = vaultHead.safeParse(JSON.parse(text))
    return read.success ? read.data : null
  } catch {
    return null
  }
}

export function freshSalt(): Uint8Array {
  return randomBytes(SALT_BYTES)
}

export async function makeVaultHead(tier: VaultHead['tier'], salt: Uint8Array, key: Uint8Array): Promise<VaultHead> {
  const check = await createAesSealer(key).seal(CHECK_NAME, CHECK_TEXT)
  return { version: 1, tier, salt: Buffer.from(salt).toString('base64'), check: Buffer.from(check).toString('base64') }
}

export async function opensVault(head: VaultHead, key: Uint8Array): Promise<boolean> {
  if (key.byteLength !== KEY_BYTES) return false
  return (await createAesSealer(key).open(CHECK_NAME, Buffer.from(head.check, 'base64'))) === CHECK_TEXT
}
