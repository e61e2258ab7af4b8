import { z } from 'zod'
import { deviceKey } from './device-key.ts'
import { issuerName } from './issuer.ts'

/** base64url of a SHA-256: the S256 challenge of RFC 7636. */
export const challenge = z.string().regex(/^[\w-]{43}$/u)

/** Where the hand-off goes. A port below 1024 is never a person's own listener. */
export const returnWay = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('popup') }),
  z.strictObject({ kind: z.literal('app-link') }),
  z.strictObject({ kind: z.literal('loopback'), port: z.int().min(1024).max(65_535) }),
])
export type ReturnWay = z.infer<typeof returnWay>

/** `POST /begin` asks for a ticket. */
export const beginRequest = z.strictObject({
  challenge,
  deviceKey,
  issuer: issuerName,
  return: returnWay,
})
export type BeginRequest = z.infer<typeof beginRequest>

/**
 * The ticket is Amazon's `state`. `application` names the app in the consent address: `application_id` for selling
 * (with `version=beta` while it is a draft), `client_id` and `scope` for advertising.
 */
export const beginAnswer = z.object({
  ticket: z.string().min(1).max(1024),
  issuer: issuerName,
  application: z.discriminatedUnion('family', [
    z.object({
      family: z.literal('selling'),
      applicationId: z.string().min(1).max(256),
      version: z.literal('beta').optional(),
    }),
    z.object({
      family: z.literal('advertising'),
      clientId: z.string().min(1).max(256),
      scope: z.string().min(1).max(256),
    }),
  ]),
  redirectUri: z.url().max(512),
  runsOutInSeconds: z.int().positive(),
})
export type BeginAnswer = z.infer<typeof beginAnswer>
