import type { CallbackWorld } from './callback-world.ts'
import type { Dice } from '../dice.ts'
import { otherIssuer, type Stranger, type Walk } from './walks.ts'

const JSON_TYPE = { 'content-type': 'application/json' }

/** Attacks on the broker's own doors with what is stolen on the way; the answer says what succeeded that must not. */
export async function attackBroker(
  world: CallbackWorld,
  { dice, victim, stranger }: { readonly dice: Dice; readonly victim: Walk; readonly stranger: Stranger },
): Promise<string | null> {
  switch (dice.below(4)) {
    case 0:
      return redeemStolen(world, victim, stranger)
    case 1:
      return replayRedemption(world, dice)
    case 2:
      return cross(world, dice, victim)
    default:
      return forgeTicket(world, dice, victim)
  }
}

/** The hand-off alone: the thief has neither verifier nor device key. */
async function redeemStolen({ broker }: CallbackWorld, victim: Walk, { device }: Stranger): Promise<string | null> {
  const body = await device.redeemBody(victim.handoff)
  const answer = await broker.ask('/redeem', { method: 'POST', headers: JSON_TYPE, body: JSON.stringify(body) })
  return answer.ok ? 'a stolen hand-off was redeemed' : null
}

/** A whole redemption, seen on the way and sent again. Its answer is sealed to the device, but it must not even be given. */
async function replayRedemption({ broker, redemptions }: CallbackWorld, dice: Dice): Promise<string | null> {
  if (redemptions.length === 0) return null
  const answer = await broker.ask('/redeem', { method: 'POST', headers: JSON_TYPE, body: dice.pick(redemptions) })
  return answer.ok ? 'a redemption was answered twice' : null
}

/** Amazon's redirect of one issuer brought to another's door. */
async function cross({ broker }: CallbackWorld, dice: Dice, victim: Walk): Promise<string | null> {
  const query = new URLSearchParams({ state: victim.ticket, spapi_oauth_code: 'STOLEN', selling_partner_id: 'A1STRANGER' })
  const answer = await broker.ask(`/callback/${otherIssuer(victim.issuer, dice.below(8))}?${query}`)
  return answer.headers.get('location') === null ? null : 'a ticket was taken at another issuer’s door'
}

async function forgeTicket({ broker }: CallbackWorld, dice: Dice, victim: Walk): Promise<string | null> {
  const [head = '', claims = '', signature = ''] = victim.ticket.split('.')
  const forged = dice.pick([
    `${head}.${claims}.${dice.text(43)}`,
    `${Buffer.from('{"alg":"none","kid":"k1","typ":"springline-ticket"}').toString('base64url')}.${claims}.`,
    `${head}.${Buffer.from(Buffer.from(claims, 'base64url').toString().replace('popup', 'app-link')).toString('base64url')}.${signature}`,
  ])
  const query = new URLSearchParams({ state: forged, spapi_oauth_code: 'STOLEN', selling_partner_id: 'A1STRANGER' })
  const answer = await broker.ask(`/callback/${victim.issuer}?${query}`)
  return answer.headers.get('location') === null ? null : 'a forged ticket was taken'
}
