import { z } from 'zod'
import type { AttemptId } from '../../../src/shared/domain/ids.ts'
import { ISSUERS, type Issuer } from '../../../src/shared/domain/region.ts'
import { makeDevice } from '../../unit/broker/test-device.ts'
import type { BrokerDoor, CallbackWorld } from './callback-world.ts'

/** One attempt with the link that a person's consent brought back for it. */
export interface Walk {
  readonly id: AttemptId
  readonly issuer: Issuer
  readonly ticket: string
  readonly handoff: string
  readonly code: string
  readonly partner: string
  /** The genuine link. */
  readonly link: string
}

const KINDS = ['seller', 'vendor'] as const
const REGIONS = ['eu', 'na', 'fe'] as const
const COUNTRIES = { eu: 'DE', na: 'US', fe: 'JP' } as const

/** The person begins in the app, consents at Amazon, and the broker sends the link home. */
export async function walkHome(world: CallbackWorld, number: number): Promise<Walk> {
  const kind = KINDS[number % 2] ?? 'seller'
  const region = REGIONS[number % 3] ?? 'eu'
  const begun = await world.app.begin({ accountId: null, family: 'selling', kind, region, country: COUNTRIES[region], surface: 'default' })
  if (!begun.ok) throw new Error(begun.error)
  const { id, issuer } = begun.value.attempt
  const ticket = new URL(world.shown().at(-1) ?? '').searchParams.get('state') ?? ''
  return { id, issuer, ticket, ...(await comeHome(world.broker, { issuer, ticket, number })) }
}

async function comeHome(
  broker: BrokerDoor,
  { issuer, ticket, number }: { readonly issuer: Issuer; readonly ticket: string; readonly number: number },
) {
  const code = `CODE${number}`
  const partner = `A1PERSON${number}`
  const query = new URLSearchParams({ state: ticket, spapi_oauth_code: code, selling_partner_id: partner })
  const response = await broker.ask(`/callback/${issuer}?${query}`)
  const link = response.headers.get('location') ?? ''
  const handoff = new URLSearchParams(link.split('?')[1]).get('handoff')
  if (handoff === null) throw new Error(`the broker did not send the person home (${response.status})`)
  return { link, handoff, code, partner }
}

const ticketAnswer = z.object({ ticket: z.string() })

/** What somebody who means harm can obtain honestly: a walk of their own with their own device. */
export async function walkAsStranger(broker: BrokerDoor, issuer: Issuer, number: number) {
  const device = await makeDevice(() => Date.now())
  const body = { challenge: device.challenge, deviceKey: device.publicKeys, issuer, return: { kind: 'popup' } }
  const answer = await broker.ask('/begin', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })
  const { ticket } = ticketAnswer.parse(await answer.json())
  return { device, issuer, ticket, ...(await comeHome(broker, { issuer, ticket, number })) }
}
export type Stranger = Awaited<ReturnType<typeof walkAsStranger>>

export function otherIssuer(issuer: Issuer, turn: number): Issuer {
  const others = ISSUERS.filter((one) => one !== issuer)
  return others[turn % others.length] ?? issuer
}
