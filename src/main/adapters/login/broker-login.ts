import { REDEEM_PATH, redeemContent, redeemed } from '../../../shared/contract/broker/redeem.ts'
import { RENEW_PATH, renewContent, renewed } from '../../../shared/contract/broker/renew.ts'
import type { Issuer } from '../../../shared/domain/region.ts'
import type { LoginTrouble } from '../../../shared/domain/trouble.ts'
import { type Result, err, ok } from '../../../shared/lib/result.ts'
import { Secret } from '../../../shared/lib/secret.ts'
import type { AccessCredential, Login, Redeemed, Renewed } from '../../core/ports/login.ts'
import type { DeviceKeyEntry, StoredCredential } from '../../core/ports/vault.ts'
import { accessEndsAt } from './access-ends-at.ts'
import { askWithProof } from './ask-with-proof.ts'
import { beginAttempt } from './begin-attempt.ts'
import type { LoginWorld } from './world.ts'

type BrokerCredential = Extract<StoredCredential, { way: 'broker' }>

/** The publisher's way: the broker holds the client secret, this device only a sealed credential and its own key. */
export interface BrokerLogin extends Pick<Login, 'begin' | 'redeem'> {
  renew(order: {
    credential: BrokerCredential
    device: DeviceKeyEntry | null
    signal?: AbortSignal
  }): Promise<Result<Renewed, LoginTrouble>>
}

export function createBrokerLogin(world: LoginWorld, origin: string): BrokerLogin {
  return {
    begin: (order) => beginAttempt(world, origin, order),
    redeem: (order) => redeem(world, origin, order),
    renew: (order) => renew(world, origin, order),
  }
}

async function redeem(world: LoginWorld, origin: string, order: Parameters<Login['redeem']>[0]): Promise<Result<Redeemed, LoginTrouble>> {
  const fields = { handoff: order.handoff.reveal(), verifier: order.verifier.reveal() }
  const answer = await askWithProof(world, {
    question: 'redeem',
    origin,
    path: REDEEM_PATH,
    fields,
    content: redeemContent(fields),
    device: order.device,
    schema: redeemed,
    signal: undefined,
  })
  if (!answer.ok) return answer
  const credential = store(order.issuer, answer.value.sealed)
  return ok({ access: readAccess(world, answer.value), credential, identity: answer.value.sellingPartnerId ?? null })
}

async function renew(
  world: LoginWorld,
  origin: string,
  order: Parameters<BrokerLogin['renew']>[0],
): Promise<Result<Renewed, LoginTrouble>> {
  if (order.device === null) return err({ kind: 'publisher-problem', evidence: 'broker renew: no device key' })
  const fields = { sealed: order.credential.sealed.reveal() }
  const answer = await askWithProof(world, {
    question: 'renew',
    origin,
    path: RENEW_PATH,
    fields,
    content: renewContent(fields),
    device: order.device,
    schema: renewed,
    signal: order.signal,
  })
  if (!answer.ok) return answer
  const isSame = answer.value.sealed === fields.sealed
  const credential = isSame ? null : store(order.credential.issuer, answer.value.sealed)
  return ok({ access: readAccess(world, answer.value), credential })
}

function store(issuer: Issuer, sealed: string): BrokerCredential {
  return { way: 'broker', issuer, sealed: new Secret(sealed) }
}

function readAccess(world: LoginWorld, answer: { access: string; clientId: string; accessEndsInSeconds: number }): AccessCredential {
  return {
    access: new Secret(answer.access),
    clientId: answer.clientId,
    endsAt: accessEndsAt(world.clock.now(), answer.accessEndsInSeconds),
  }
}
