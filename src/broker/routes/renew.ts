import type { BrokerFailureCode } from '../../shared/contract/broker/answer.ts'
import { RENEW_PATH, type Renewed, renewContent, renewRequest } from '../../shared/contract/broker/renew.ts'
import { renewAccess } from '../amazon/ask-login.ts'
import { readJson } from '../http/read-json.ts'
import { refuse, refuseFor } from '../http/refuse.ts'
import { type CheckedProof, checkProof } from '../proof/check-proof.ts'
import { sealAnswer } from '../sealed/seal-answer.ts'
import type { OpenTrouble } from '../sealed/seal-text.ts'
import { type OpenedCredential, openCredential, sealCredential } from '../sealed/sealed-credential.ts'
import { type Desk, lineFor } from './desk.ts'
import { refuseProof, takeNonce } from './take-nonce.ts'

/** `POST /renew`: adds the client secret to a sealed credential, for the device it is bound to. */
export async function renew(desk: Desk, request: Request): Promise<Response> {
  const body = await readJson(request, renewRequest)
  if (body === undefined) return refuse({ failure: 'bad-request' })
  const now = desk.ports.now()
  const content = renewContent(body)
  const proof = await checkProof(body.proof, { origin: desk.config.origin, path: RENEW_PATH, content, now })
  if (!proof.ok) return refuseProof(proof.error, now)
  const opened = await openCredential(desk.rings.credential, body.sealed)
  if (!opened.ok) return refuse({ failure: OPEN_FAILURE[opened.error] })
  if (opened.value.credential.device !== proof.value.device) return refuse({ failure: 'sealed-refused' })
  const refused = takeNonce(desk, proof.value, now)
  return refused ?? renewOnce(desk, { ...opened.value, sealed: body.sealed }, proof.value)
}

/** A lost broker key is the publisher's to mend: the grant behind it may be perfectly alive. */
const OPEN_FAILURE: Readonly<Record<OpenTrouble, BrokerFailureCode>> = {
  'unknown-key': 'publisher-problem',
  damaged: 'sealed-refused',
}

type Stored = OpenedCredential & { readonly sealed: string }

async function renewOnce(desk: Desk, stored: Stored, proof: CheckedProof): Promise<Response> {
  const { credential } = stored
  const line = lineFor(desk, credential.issuer)
  if (line === undefined) return refuse({ failure: 'publisher-problem' })
  const answer = await renewAccess(line, credential.refresh)
  if (!answer.ok) return refuseFor(answer.error)
  const renewed: Renewed = {
    nonce: proof.claims.nonce,
    clientId: line.app.clientId,
    access: answer.value.access,
    accessEndsInSeconds: answer.value.accessEndsInSeconds,
    sealed: await sealAgain(desk, stored, answer.value.refresh),
  }
  return Response.json({ answer: await sealAnswer(proof.claims.sealing, renewed) })
}

/** The same text comes back while nothing changed, so that a device need not write its vault every hour. */
async function sealAgain(desk: Desk, stored: Stored, refresh: string | undefined): Promise<string> {
  const { credential } = stored
  const isSame = refresh === undefined || refresh === credential.refresh
  if (isSame && stored.isNewest) return stored.sealed
  return sealCredential(desk.rings.credential, { ...credential, refresh: refresh ?? credential.refresh })
}
