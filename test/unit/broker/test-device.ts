import { createHash, randomBytes } from 'node:crypto'
import { CompactSign, type CryptoKey, type JWK, compactDecrypt, exportJWK, generateKeyPair } from 'jose'

const hash = (text: string): string => createHash('sha256').update(text).digest('base64url')

/** What a proof can be made to say wrongly. */
export interface ProofChange {
  origin?: string
  path?: string
  method?: string
  body?: string
  at?: number
  nonce?: string
}

/** A device of its own making: it follows the wire's description, not the app's code. */
export interface TestDevice {
  verifier: string
  challenge: string
  publicKeys: { signing: JWK; sealing: JWK }
  prove(path: string, fields: readonly string[], change?: ProofChange): Promise<string>
  redeemBody(handoff: string, change?: ProofChange): Promise<{ handoff: string; verifier: string; proof: string }>
  renewBody(sealed: string, change?: ProofChange): Promise<{ sealed: string; proof: string }>
  open(response: Response): Promise<Record<string, unknown>>
}

export async function makeDevice(now: () => number, origin = 'https://login.example.test'): Promise<TestDevice> {
  const signing = await generateKeyPair('ES256', { extractable: true })
  const sealing = await generateKeyPair('ECDH-ES', { crv: 'P-256', extractable: true })
  const publicKeys = { signing: await publicJwk(signing.publicKey), sealing: await publicJwk(sealing.publicKey) }
  const verifier = randomBytes(32).toString('base64url')

  const prove: TestDevice['prove'] = async (path, fields, change = {}) => {
    const claims = {
      method: 'POST',
      origin,
      path,
      body: hash(JSON.stringify(fields)),
      at: Math.floor(now() / 1000),
      nonce: randomBytes(16).toString('base64url'),
      sealing: publicKeys.sealing,
      ...change,
    }
    return new CompactSign(new TextEncoder().encode(JSON.stringify(claims)))
      .setProtectedHeader({ alg: 'ES256', typ: 'springline-proof', jwk: publicKeys.signing })
      .sign(signing.privateKey)
  }

  return {
    verifier,
    challenge: hash(verifier),
    publicKeys,
    prove,
    redeemBody: async (handoff, change) => ({
      handoff,
      verifier,
      proof: await prove('/redeem', [handoff, verifier], change),
    }),
    renewBody: async (sealed, change) => ({ sealed, proof: await prove('/renew', [sealed], change) }),
    open: async (response) => {
      const { answer } = (await response.json()) as { answer: string }
      const { plaintext } = await compactDecrypt(answer, sealing.privateKey)
      return JSON.parse(new TextDecoder().decode(plaintext)) as Record<string, unknown>
    },
  }
}

async function publicJwk(key: CryptoKey): Promise<JWK> {
  const { kty, crv, x, y } = await exportJWK(key)
  return { kty, crv, x, y } as JWK
}
