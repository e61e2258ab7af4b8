import { z } from 'zod'
import type { Issuer } from '../../../src/shared/domain/region.ts'
import { makeDevice, type TestDevice } from '../../unit/broker/test-device.ts'
import type { Dice } from '../dice.ts'
import { ORIGIN } from './broker-environment.ts'
import { PARTNER_ID, type BrokerDoor, type BrokerStage } from './broker-stage.ts'

const ISSUERS = ['seller-eu', 'seller-na', 'vendor-fe', 'ads-eu'] as const

/** Somebody with an attempt under way and a permission in use, and all that could be stolen from them. */
export interface Victim {
  readonly device: TestDevice
  readonly issuer: Issuer
  /** An attempt's ticket and hand-off, not yet redeemed, with the code inside. */
  readonly ticket: string
  readonly handoff: string
  readonly code: string
  /** A permission that was obtained before. */
  readonly sealed: string
  /** Bodies that were sent and answered, as somebody on the way would have seen them. */
  readonly seen: readonly { readonly path: '/redeem' | '/renew'; readonly body: object }[]
}

const ticketAnswer = z.object({ ticket: z.string() })

export async function postTo(door: BrokerDoor, path: string, body: unknown): Promise<Response> {
  return door.ask(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })
}

export type ReturnWay = { kind: 'popup' } | { kind: 'app-link' } | { kind: 'loopback'; port: number }

export async function beginAt(door: BrokerDoor, device: TestDevice, issuer: Issuer, way: ReturnWay = { kind: 'popup' }): Promise<string> {
  const answer = await postTo(door, '/begin', { challenge: device.challenge, deviceKey: device.publicKeys, issuer, return: way })
  return ticketAnswer.parse(await answer.json()).ticket
}

/** Amazon's redirect after somebody consented. */
export function redirectOf(issuer: Issuer, ticket: string, code: string): string {
  const query = issuer.startsWith('ads-')
    ? { state: ticket, code, scope: 'advertising::campaign_management' }
    : { state: ticket, spapi_oauth_code: code, selling_partner_id: PARTNER_ID }
  return `/callback/${issuer}?${new URLSearchParams(query).toString()}`
}

/** From the ticket to the hand-off, as the popup goes. */
export async function walkTo(door: BrokerDoor, order: { issuer: Issuer; ticket: string; code: string }): Promise<string> {
  const answer = await door.ask(redirectOf(order.issuer, order.ticket, order.code))
  const handoff = new URLSearchParams(answer.headers.get('location')?.split('?')[1]).get('handoff')
  if (handoff === null) throw new Error(`no hand-off came back (${answer.status})`)
  return handoff
}

/** Begins, consents, redeems and renews once; then begins and consents again and stops there. */
export async function makeVictim({ broker, book }: BrokerStage, dice: Dice): Promise<Victim> {
  const device = await makeDevice(() => Date.now(), ORIGIN)
  const issuer = dice.pick(ISSUERS)
  const makeCode = (): string => {
    const code = `CODE${dice.text(24)}`
    book.add('code', code)
    return code
  }
  const first = { issuer, ticket: await beginAt(broker, device, issuer), code: makeCode() }
  const redemption = await device.redeemBody(await walkTo(broker, first))
  const { sealed } = await device.open(await postTo(broker, '/redeem', redemption))
  const renewal = await device.renewBody(String(sealed))
  const renewed = await postTo(broker, '/renew', renewal)
  if (!renewed.ok) throw new Error(`a genuine renewal was refused (${renewed.status})`)
  const second = { issuer, ticket: await beginAt(broker, device, issuer), code: makeCode() }
  const victim: Victim = {
    device,
    issuer,
    ticket: second.ticket,
    code: second.code,
    handoff: await walkTo(broker, second),
    sealed: String(sealed),
    seen: [
      { path: '/redeem', body: redemption },
      { path: '/renew', body: renewal },
    ],
  }
  for (const [what, secret] of Object.entries({
    verifier: device.verifier,
    'hand-off': victim.handoff,
    'sealed credential': victim.sealed,
    ticket: victim.ticket,
  }))
    book.add(what, secret)
  return victim
}
