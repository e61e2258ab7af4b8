import { z } from 'zod'
import type { KeyRing } from '../keys/key-ring.ts'
import { openSealed, sealText } from './seal-text.ts'
import { ticketClaims } from './ticket.ts'

/** Amazon's code on its way through the desktop, unreadable there. `endsAt`: seconds since the epoch. */
const handOff = z.strictObject({
  code: z.string().min(1),
  sellingPartnerId: z.string().optional(),
  redirectUri: z.string(),
  ticket: ticketClaims,
  endsAt: z.int(),
})
export type HandOff = z.infer<typeof handOff>

export async function sealHandOff(ring: KeyRing, content: HandOff): Promise<string> {
  return sealText(ring, JSON.stringify(content))
}

/** Opens a hand-off of this broker, whatever its age. */
export async function openHandOff(ring: KeyRing, sealed: string): Promise<HandOff | undefined> {
  const opened = await openSealed(ring, sealed)
  return opened.ok ? handOff.parse(JSON.parse(opened.value.text)) : undefined
}
