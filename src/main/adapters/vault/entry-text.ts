import { z } from 'zod'
import { API_FAMILIES, ISSUERS, REGIONS } from '../../../shared/domain/region.ts'
import { Secret } from '../../../shared/lib/secret.ts'
import type { VaultEntry } from '../../core/ports/vault.ts'

const secret = z
  .string()
  .min(1)
  .transform((text) => new Secret(text))

const storedCredential = z.discriminatedUnion('way', [
  z.strictObject({ way: z.literal('private-app'), clientId: z.string(), clientSecret: secret, refresh: secret }),
  z.strictObject({ way: z.literal('broker'), issuer: z.enum(ISSUERS), sealed: secret }),
])

const vaultEntry = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('credential'),
    family: z.enum(API_FAMILIES),
    region: z.enum(REGIONS),
    identity: z.string().nullable(),
    consentedAt: z.number(),
    boundTo: z.string(),
    credential: storedCredential,
  }),
  z.strictObject({ kind: z.literal('attempt'), verifier: secret, ticket: secret }),
  z.strictObject({ kind: z.literal('device-key'), signing: secret, sealing: secret }),
])

/** The entry as text WITH its secrets: only ever handed to a sealer. */
export function writeEntryText(entry: VaultEntry): string {
  return JSON.stringify(revealed(entry))
}

/** Null for text that is no entry of ours; never says what it found. */
export function readEntryText(text: string): VaultEntry | null {
  try {
    const read = vaultEntry.safeParse(JSON.parse(text))
    return read.success ? read.data : null
  } catch {
    return null
  }
}

function revealed(value: unknown): unknown {
  if (value instanceof Secret) return value.reveal()
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, revealed(part)]))
}
