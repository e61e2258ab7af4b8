import { createHash } from 'node:crypto'
import { shortCode } from '../../../src/shared/lib/short-code.ts'
import { makeDevice } from '../../unit/broker/test-device.ts'
import type { Dice } from '../dice.ts'
import { ORIGIN } from './broker-environment.ts'
import { PARTNER_ID, type BrokerStage } from './broker-stage.ts'
import { badBody } from './bad-body.ts'
import { spoil } from './spoil.ts'
import { beginAt, postTo, redirectOf, walkTo, type Victim } from './victim.ts'

export interface Attack {
  readonly stage: BrokerStage
  readonly dice: Dice
  readonly victim: Victim
  readonly other: Victim
  /** Somebody with a device of their own, who follows every rule but one. */
  readonly thief: Victim
  /** Replays go to an instance that remembers nothing: the planted fault. */
  readonly plant: boolean
}

/** Every attack ends in an answer that must be a refusal. */
type Try = (attack: Attack) => Promise<Response>

const anotherIssuer = (victim: Victim) => (victim.issuer === 'seller-eu' ? 'vendor-eu' : 'seller-eu')

/** Stolen, replayed, expired, crossed, forged and spoiled: none may reach Amazon. */
export const ATTACKS: Readonly<Record<string, Try>> = {
  'hand-off without the verifier': async ({ stage, victim, dice }) => {
    const verifier = dice.text(43)
    const proof = await victim.device.prove('/redeem', [victim.handoff, verifier])
    return postTo(stage.broker, '/redeem', { handoff: victim.handoff, verifier, proof })
  },
  'hand-off and verifier with another device key': async ({ stage, victim, thief }) => {
    const { verifier } = victim.device
    const proof = await thief.device.prove('/redeem', [victim.handoff, verifier])
    return postTo(stage.broker, '/redeem', { handoff: victim.handoff, verifier, proof })
  },
  'hand-off for another sealing key': async ({ stage, victim, thief }) =>
    postTo(stage.broker, '/redeem', await victim.device.redeemBody(victim.handoff, { sealing: thief.device.publicKeys.sealing } as object)),
  'sealed credential without the device key': async ({ stage, victim, thief }) =>
    postTo(stage.broker, '/renew', await thief.device.renewBody(victim.sealed)),
  'sealed credential for another sealing key': async ({ stage, victim, thief }) =>
    postTo(stage.broker, '/renew', await victim.device.renewBody(victim.sealed, { sealing: thief.device.publicKeys.sealing } as object)),
  'sealed credential under another’s proof': async ({ stage, victim, other }) => {
    const { proof } = await other.device.renewBody(other.sealed)
    return postTo(stage.broker, '/renew', { sealed: victim.sealed, proof })
  },
  replay: async ({ stage, victim, dice, plant }) => {
    const { path, body } = dice.pick(victim.seen)
    return postTo(plant ? stage.twin : stage.broker, path, body)
  },
  'proof for something else': async ({ stage, victim, dice }) => {
    const change = dice.pick([
      { path: '/redeem' },
      { origin: 'https://login.example.tes' },
      { method: 'GET' },
      { body: dice.text(43) },
      { nonce: 'x' },
    ])
    return postTo(stage.broker, '/renew', await victim.device.renewBody(victim.sealed, change))
  },
  'proof of another time': async ({ stage, victim, dice }) => {
    const off = (dice.chance(0.5) ? 1 : -1) * (310 + dice.below(1_000_000))
    const at = Math.floor(Date.now() / 1000) + off
    return postTo(stage.broker, '/renew', await victim.device.renewBody(victim.sealed, { at }))
  },
  'expired ticket': async ({ stage, victim }) =>
    stage.broker.ask(redirectOf(victim.issuer, await beginAt(stage.earlier, victim.device, victim.issuer), victim.code)),
  'expired hand-off': async ({ stage, victim }) => {
    const ticket = await beginAt(stage.earlier, victim.device, victim.issuer)
    const handoff = await walkTo(stage.earlier, { issuer: victim.issuer, ticket, code: victim.code })
    return postTo(stage.broker, '/redeem', await victim.device.redeemBody(handoff))
  },
  'other issuer': async ({ stage, victim }) => stage.broker.ask(redirectOf(anotherIssuer(victim), victim.ticket, victim.code)),
  'ticket of another broker': async ({ stage, victim }) =>
    stage.broker.ask(redirectOf(victim.issuer, await beginAt(stage.impostor, victim.device, victim.issuer), victim.code)),
  'hand-off of another broker': async ({ stage, victim }) => {
    const ticket = await beginAt(stage.impostor, victim.device, victim.issuer)
    const handoff = await walkTo(stage.impostor, { issuer: victim.issuer, ticket, code: victim.code })
    return postTo(stage.broker, '/redeem', await victim.device.redeemBody(handoff))
  },
  'sealed credential at another broker': async ({ stage, victim }) =>
    postTo(stage.impostor, '/renew', await victim.device.renewBody(victim.sealed)),
  'one kind for another': async ({ stage, victim, dice }) => {
    const text = dice.pick([victim.handoff, victim.ticket])
    if (dice.chance(0.5)) return postTo(stage.broker, '/renew', await victim.device.renewBody(text))
    return postTo(stage.broker, '/redeem', await victim.device.redeemBody(dice.pick([victim.sealed, victim.ticket])))
  },
  'spoiled ticket': async ({ stage, victim, dice }) => stage.broker.ask(redirectOf(victim.issuer, spoil(dice, victim.ticket), victim.code)),
  'spoiled hand-off': async ({ stage, victim, dice }) =>
    postTo(stage.broker, '/redeem', await victim.device.redeemBody(spoil(dice, victim.handoff))),
  'spoiled sealed credential': async ({ stage, victim, dice }) =>
    postTo(stage.broker, '/renew', await victim.device.renewBody(spoil(dice, victim.sealed))),
  'spoiled proof': async ({ stage, victim, dice }) => {
    const { sealed, proof } = await victim.device.renewBody(victim.sealed)
    return postTo(stage.broker, '/renew', { sealed, proof: spoil(dice, proof) })
  },
  'oversized or malformed body': async ({ stage, dice, victim }) => {
    const { headers, body } = badBody(dice, victim)
    return stage.broker.ask(dice.pick(['/begin', '/redeem', '/renew']), { method: 'POST', headers, body })
  },
  'log-in address of nobody’s': async ({ stage, dice, victim }) => {
    const host = dice.pick([
      'sellercentral.amazon.com.evil.test',
      'amazon.com',
      'evil.test',
      'sellercentral.amazon.com:8443',
      'u@sellercentral.amazon.com',
    ])
    const query = { amazon_callback_uri: `https://${host}/x`, amazon_state: victim.code, selling_partner_id: PARTNER_ID }
    return stage.broker.ask(`/login?${new URLSearchParams(query).toString()}`)
  },
}

const sha256 = (text: string): Uint8Array => createHash('sha256').update(text, 'utf8').digest()

/**
 * A thief's consent link, outside the popup: the victim consents, and the broker must stop at a page with the thief's
 * short code, which is not the one the victim's app shows. What the page leads to is of no use to the victim's app.
 * Answers what went wrong.
 */
export async function tryForeignConsent({ stage, victim, dice }: Attack): Promise<string | null> {
  const thief = await makeDevice(() => Date.now(), ORIGIN)
  const way = dice.chance(0.5) ? ({ kind: 'app-link' } as const) : ({ kind: 'loopback', port: 1024 + dice.below(60_000) } as const)
  const ticket = await beginAt(stage.broker, thief, victim.issuer, way)
  const answer = await stage.broker.ask(redirectOf(victim.issuer, ticket, victim.code))
  const page = await answer.text()
  if (answer.status !== 200 || answer.headers.get('location') !== null) return 'a foreign consent link went on by itself'
  const shown = /data-short-code="([^"]+)"/u.exec(page)?.[1]
  if (shown !== shortCode(thief.challenge, sha256)) return 'the page does not show the short code of its ticket'
  if (shown === shortCode(victim.device.challenge, sha256)) return 'the thief’s short code equals the victim’s'
  const handoff = /data-handoff>([^<]+)</u.exec(page)?.[1] ?? ''
  const taken = await postTo(stage.broker, '/redeem', await victim.device.redeemBody(handoff))
  return taken.ok ? 'the victim’s app finished somebody else’s attempt' : null
}
