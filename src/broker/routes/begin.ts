import { importJWK } from 'jose'
import { type BeginAnswer, type BeginRequest, beginRequest } from '../../shared/contract/broker/begin.ts'
import { type DeviceKey, deviceKeyText } from '../../shared/contract/broker/device-key.ts'
import { callbackPath, isAdsIssuer } from '../../shared/contract/broker/issuer.ts'
import type { Issuer } from '../../shared/domain/region.ts'
import type { BrokerConfig } from '../config.ts'
import { readJson } from '../http/read-json.ts'
import { refuse } from '../http/refuse.ts'
import { ADS_SCOPE, TICKET_SECONDS } from '../policy.ts'
import { hashText } from '../proof/hash-text.ts'
import { writeTicket } from '../sealed/ticket.ts'
import { type Desk, appFor } from './desk.ts'

/** `POST /begin`: a ticket for one attempt, bound to challenge, device key, issuer and the way back. */
export async function begin(desk: Desk, request: Request): Promise<Response> {
  const body = await readJson(request, beginRequest)
  if (body === undefined || !(await isUsable(body.deviceKey))) return refuse({ failure: 'bad-request' })
  const application = describe(desk.config, body.issuer)
  if (application === undefined) return refuse({ failure: 'publisher-problem' })
  const answer: BeginAnswer = {
    ticket: await ticketFor(desk, body),
    issuer: body.issuer,
    application,
    redirectUri: desk.config.origin + callbackPath(body.issuer),
    runsOutInSeconds: TICKET_SECONDS,
  }
  return Response.json(answer)
}

async function ticketFor(desk: Desk, body: BeginRequest): Promise<string> {
  return writeTicket(desk.rings.ticket, {
    challenge: body.challenge,
    device: hashText(deviceKeyText(body.deviceKey)),
    issuer: body.issuer,
    return: body.return,
    nonce: Buffer.from(desk.ports.randomBytes(16)).toString('base64url'),
    endsAt: Math.floor(desk.ports.now() / 1000) + TICKET_SECONDS,
  })
}

function describe(config: BrokerConfig, issuer: Issuer): BeginAnswer['application'] | undefined {
  if (isAdsIssuer(issuer)) {
    const app = appFor(config, issuer)
    return app && { family: 'advertising', clientId: app.clientId, scope: ADS_SCOPE }
  }
  if (config.selling === undefined) return undefined
  const { applicationId, beta } = config.selling
  return { family: 'selling', applicationId, ...(beta ? { version: 'beta' as const } : {}) }
}

/** A point off the curve would fail only after Amazon's single-use code is spent. */
async function isUsable(key: DeviceKey): Promise<boolean> {
  try {
    await importJWK(key.signing, 'ES256')
    await importJWK(key.sealing, 'ECDH-ES')
    return true
  } catch {
    return false
  }
}
