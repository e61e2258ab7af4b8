import { compactVerify, importJWK } from 'jose'
import { z } from 'zod'
import { deviceKeyText, publicKey } from '../../shared/contract/broker/device-key.ts'
import { PROOF_LEEWAY_SECONDS, PROOF_TYPE, type ProofClaims, proofClaims } from '../../shared/contract/broker/proof.ts'
import { type Result, err, ok } from '../../shared/lib/result.ts'
import { readCompact } from '../sealed/read-compact.ts'
import { hashText } from './hash-text.ts'

/** What a proof must have been made for. `content`: the request's content text; `now`: milliseconds. */
export interface ProofExpectation {
  readonly origin: string
  readonly path: string
  readonly content: string
  readonly now: number
}

/** `device` names the key that signed; the caller compares it with the one a ticket or credential is bound to. */
export interface CheckedProof {
  readonly device: string
  readonly claims: ProofClaims
}

export type ProofTrouble = 'proof-refused' | 'clock-wrong'

const header = z.strictObject({ alg: z.literal('ES256'), typ: z.literal(PROOF_TYPE), jwk: publicKey })

/** Checks signature, target, body and time. Whether its nonce is new is asked later, once the proof is known to matter. */
export async function checkProof(proof: string, expected: ProofExpectation): Promise<Result<CheckedProof, ProofTrouble>> {
  const signing = readCompact(proof, 3, header)?.jwk
  if (signing === undefined) return err('proof-refused')
  const claims = await readSigned(proof, signing)
  if (claims === undefined || !isMeantFor(claims, expected)) return err('proof-refused')
  if (Math.abs(claims.at - expected.now / 1000) > PROOF_LEEWAY_SECONDS) return err('clock-wrong')
  return ok({ device: hashText(deviceKeyText({ signing, sealing: claims.sealing })), claims })
}

async function readSigned(proof: string, signing: z.infer<typeof publicKey>): Promise<ProofClaims | undefined> {
  try {
    const { payload } = await compactVerify(proof, await importJWK(signing, 'ES256'), { algorithms: ['ES256'] })
    return proofClaims.parse(JSON.parse(new TextDecoder().decode(payload)))
  } catch {
    return undefined
  }
}

function isMeantFor(claims: ProofClaims, expected: ProofExpectation): boolean {
  return claims.origin === expected.origin && claims.path === expected.path && claims.body === hashText(expected.content)
}
