import { type BeginAnswer, beginAnswer } from '../../../shared/contract/broker/begin.ts'
import { callbackPath } from '../../../shared/contract/broker/issuer.ts'
import type { LoginTrouble } from '../../../shared/domain/trouble.ts'
import { type Result, err, ok } from '../../../shared/lib/result.ts'
import { Secret } from '../../../shared/lib/secret.ts'
import { shortCode } from '../../../shared/lib/short-code.ts'
import type { Begun, Login } from '../../core/ports/login.ts'
import { consentPageOf } from './consent-page.ts'
import { consentUrl, continueUrl } from './consent-url.ts'
import { readDeviceKey } from './device-key.ts'
import { postToBroker } from './post-to-broker.ts'
import { sortBrokerFailure } from './sort-broker-failure.ts'
import type { LoginWorld } from './world.ts'

export type BeginOrder = Parameters<Login['begin']>[0]

/** Asks the broker for a ticket and builds the consent address. The verifier is made here and goes only to *redeem*. */
export async function beginAttempt(world: LoginWorld, origin: string, order: BeginOrder): Promise<Result<Begun, LoginTrouble>> {
  const page = consentPageOf(world.endpoints, order.issuer, order.country)
  if (page === null) return err({ kind: 'publisher-problem', evidence: `begin: no consent page for ${order.issuer}` })
  const verifier = world.random.base64url(world.random.bytes(32))
  const challenge = world.random.base64url(world.random.sha256(verifier))
  const answer = await askForTicket(world, origin, order, challenge)
  if (!answer.ok) return answer
  const begun = answer.value
  return ok({
    ticket: new Secret(begun.ticket),
    verifier: new Secret(verifier),
    shortCode: shortCode(challenge, (text) => world.random.sha256(text)),
    consentUrl: order.continueAt === undefined ? consentUrl(page, begun, challenge) : continueUrl(order.continueAt, begun),
    callbackUrl: begun.redirectUri,
    runsOutAt: world.clock.now() + begun.runsOutInSeconds * 1000,
  })
}

async function askForTicket(
  world: LoginWorld,
  origin: string,
  order: BeginOrder,
  challenge: string,
): Promise<Result<BeginAnswer, LoginTrouble>> {
  const { issuer, returnTo, device } = order
  const body = { challenge, deviceKey: readDeviceKey(device), issuer, return: returnTo }
  const reply = await postToBroker({ fetch: world.fetch, origin, path: '/begin', body, signal: undefined })
  if (reply.kind === 'no-answer') return err(reply.trouble)
  if (reply.kind === 'refused') return err(sortBrokerFailure('begin', reply.failure, world.clock.now()))
  const read = beginAnswer.safeParse(reply.body)
  // A redirect address anywhere else would send Amazon's code there, and let the popup follow.
  if (read.success && read.data.issuer === issuer && read.data.redirectUri === origin + callbackPath(issuer)) return ok(read.data)
  return err({ kind: 'amazon-trouble', evidence: 'broker begin: unreadable answer', tryAgainAt: null })
}
