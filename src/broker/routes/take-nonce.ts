import { refuse, refuseForNow } from '../http/refuse.ts'
import type { CheckedProof, ProofTrouble } from '../proof/check-proof.ts'
import type { Desk } from './desk.ts'

/**
 * Uses a proof up. Answers the refusal when its device asks too often, when it was used before, or when nothing more can
 * be remembered. Called only once a ticket or credential is known to be this device's, so that nobody can fill the
 * counts with keys made up for it.
 */
export function takeNonce(desk: Desk, proof: CheckedProof, now: number): Response | undefined {
  const turn = desk.devices.take(proof.device, now)
  if (!turn.ok) return refuseForNow(turn.retryAfterSeconds)
  const taken = desk.nonces.take(`${proof.device} ${proof.claims.nonce}`, now)
  if (taken === 'taken') return undefined
  return refuse({ failure: taken === 'full' ? 'busy' : 'proof-refused' })
}

/** A device whose clock is wrong learns the broker's time and can sign once more. `now`: milliseconds. */
export function refuseProof(trouble: ProofTrouble, now: number): Response {
  if (trouble === 'proof-refused') return refuse({ failure: trouble })
  return refuse({ failure: trouble, brokerTime: Math.floor(now / 1000) })
}
