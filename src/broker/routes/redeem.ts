import { REDEEM_PATH, type Redeemed, type RedeemRequest, redeemContent, redeemRequest } from '../../shared/contract/broker/redeem.ts'
import { isAdsIssuer } from '../../shared/contract/broker/issuer.ts'
import { type LoginAnswer, exchangeCode } from '../amazon/ask-login.ts'
import { readJson } from '../http/read-json.ts'
import { refuse, refuseFor } from '../http/refuse.ts'
import { type CheckedProof, checkProof } from '../proof/check-proof.ts'
import { hashText } from '../proof/hash-text.ts'
import { type HandOff, openHandOff } from '../sealed/hand-off.ts'
import { sealAnswer } from '../sealed/seal-answer.ts'
import { sealCredential } from '../sealed/sealed-credential.ts'
import { type Desk, lineFor } from './desk.ts'
import { refuseProof, takeNonce } from './take-nonce.ts'

/** `POST /redeem`: exchanges a hand-off's code, for the device that began the attempt and knows its verifier. */
export async function redeem(desk: Desk, request: Request): Promise<Response> {
  const body = await readJson(request, redeemRequest)
  if (body === undefined) return refuse({ failure: 'bad-request' })
  const now = desk.ports.now()
  const content = redeemContent(body)
  const proof = await checkProof(body.proof, { origin: desk.config.origin, path: REDEEM_PATH, content, now })
  if (!proof.ok) return refuseProof(proof.error, now)
  const handOff = await openHandOff(desk.rings.handoff, body.handoff)
  if (handOff === undefined || !isTheirs(handOff, body, proof.value, now)) return refuse({ failure: 'handoff-refused' })
  const refused = takeNonce(desk, proof.value, now)
  return refused ?? exchangeOnce(desk, handOff, body.verifier, proof.value)
}

function isTheirs(handOff: HandOff, body: RedeemRequest, proof: CheckedProof, now: number): boolean {
  return handOff.endsAt * 1000 > now && handOff.ticket.device === proof.device && handOff.ticket.challenge === hashText(body.verifier)
}

/** A ticket is redeemed once, whatever number of hand-offs were made from it; again only where Amazon was at fault. */
async function exchangeOnce(desk: Desk, handOff: HandOff, verifier: string, proof: CheckedProof): Promise<Response> {
  const ticket = `ticket ${handOff.ticket.nonce}`
  const taken = desk.nonces.take(ticket, desk.ports.now())
  if (taken !== 'taken') return refuse({ failure: taken === 'full' ? 'busy' : 'handoff-refused' })
  const line = lineFor(desk, handOff.ticket.issuer)
  if (line === undefined) return refuse({ failure: 'publisher-problem' })
  const pkce = isAdsIssuer(handOff.ticket.issuer) ? verifier : undefined
  const grant = { code: handOff.code, redirectUri: handOff.redirectUri, verifier: pkce }
  const answer = await exchangeCode(line, grant)
  if (!answer.ok) {
    if (answer.error.code === 'amazon-trouble') desk.nonces.release(ticket)
    return refuseFor(answer.error)
  }
  const { refresh } = answer.value
  if (refresh === undefined) return refuse({ failure: 'amazon-trouble' })
  const clientId = line.app.clientId
  return sealedRedeemed(desk, { handOff, proof, clientId, answer: { ...answer.value, refresh } })
}

async function sealedRedeemed(
  desk: Desk,
  done: { handOff: HandOff; proof: CheckedProof; clientId: string; answer: LoginAnswer & { refresh: string } },
): Promise<Response> {
  const { handOff, proof, answer } = done
  const { issuer } = handOff.ticket
  const redeemed: Redeemed = {
    nonce: proof.claims.nonce,
    clientId: done.clientId,
    access: answer.access,
    accessEndsInSeconds: answer.accessEndsInSeconds,
    sealed: await sealCredential(desk.rings.credential, { refresh: answer.refresh, device: proof.device, issuer }),
    sellingPartnerId: handOff.sellingPartnerId,
    scope: answer.scope,
  }
  return Response.json({ answer: await sealAnswer(proof.claims.sealing, redeemed) })
}
