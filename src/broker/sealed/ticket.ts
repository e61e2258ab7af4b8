import { CompactSign, compactVerify } from 'jose'
import { z } from 'zod'
import { challenge, returnWay } from '../../shared/contract/broker/begin.ts'
import { issuerName } from '../../shared/contract/broker/issuer.ts'
import type { KeyRing } from '../keys/key-ring.ts'
import { readCompact } from './read-compact.ts'

/** What an attempt was begun with. `device`: the device key's name; `endsAt`: seconds since the epoch. */
export const ticketClaims = z.strictObject({
  challenge,
  device: z.string().length(43),
  issuer: issuerName,
  return: returnWay,
  nonce: z.string(),
  endsAt: z.int(),
})
export type TicketClaims = z.infer<typeof ticketClaims>

const header = z.strictObject({ alg: z.literal('HS256'), kid: z.string(), typ: z.literal('springline-ticket') })

/** Signs a ticket. It is Amazon's `state`, so it is readable and holds nothing secret. */
export async function writeTicket(ring: KeyRing, claims: TicketClaims): Promise<string> {
  return new CompactSign(new TextEncoder().encode(JSON.stringify(claims)))
    .setProtectedHeader({ alg: 'HS256', kid: ring.newest.id, typ: 'springline-ticket' })
    .sign(ring.newest.bytes)
}

/** Reads a ticket that this broker signed, whatever its age. */
export async function readTicket(ring: KeyRing, ticket: string): Promise<TicketClaims | undefined> {
  const key = ring.find(readCompact(ticket, 3, header)?.kid ?? '')
  if (key === undefined) return undefined
  try {
    const { payload } = await compactVerify(ticket, key.bytes, { algorithms: ['HS256'] })
    return ticketClaims.parse(JSON.parse(new TextDecoder().decode(payload)))
  } catch {
    return undefined
  }
}
