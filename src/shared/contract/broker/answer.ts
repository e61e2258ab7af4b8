import { z } from 'zod'

/** A redeemed or renewed credential on the wire: JWE, ECDH-ES and A256GCM, to the device's sealing key. */
export const sealedAnswer = z.object({ answer: z.string().min(1).max(32_768) })

/**
 * Every way the broker says no.
 * - `bad-request`: the request has not the agreed form.
 * - `handoff-refused`: forged, late, used, or somebody else's; nothing was exchanged.
 * - `proof-refused`: signature, origin, path, body or nonce; `clock-wrong`: only the time, and the broker's own is named.
 * - `code-refused`: Amazon no longer takes the code. The person tries again.
 * - `grant-refused`: Amazon refused the refresh credential. The only code that can end in *Reconnect required*.
 * - `sealed-refused`: the sealed credential is damaged or bound to another device.
 * - `publisher-problem`: app key, configuration or an unknown broker key. Never the person's fault.
 * - `amazon-trouble`, `busy`, `internal`: try again later.
 */
export const BROKER_FAILURE_CODES = [
  'bad-request',
  'handoff-refused',
  'proof-refused',
  'clock-wrong',
  'code-refused',
  'grant-refused',
  'sealed-refused',
  'publisher-problem',
  'amazon-trouble',
  'busy',
  'internal',
] as const

export const brokerFailureCode = z.enum(BROKER_FAILURE_CODES)
export type BrokerFailureCode = z.infer<typeof brokerFailureCode>

/** Amazon's closed words for an application that it does not serve (RFC 6749 §5.2). */
export const LOGIN_ERRORS = ['invalid_client', 'unauthorized_client', 'invalid_request', 'invalid_scope', 'unsupported_grant_type'] as const

export const loginError = z.enum(LOGIN_ERRORS)
export type LoginError = z.infer<typeof loginError>

/**
 * `amazon`: with `publisher-problem` only, and only where Amazon itself refused; a word that this app does not know is left out.
 * `brokerTime`: seconds since the epoch, with `clock-wrong` only. `retryAfterSeconds`: as Amazon or the broker asked.
 */
export const brokerFailure = z.object({
  failure: brokerFailureCode,
  amazon: loginError.optional().catch(undefined),
  retryAfterSeconds: z.int().nonnegative().max(86_400).optional(),
  brokerTime: z.int().positive().optional(),
})
export type BrokerFailure = z.infer<typeof brokerFailure>
