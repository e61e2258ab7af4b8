import { createHash } from 'node:crypto'
import type { Core } from '../core.ts'
import { sameText } from '../lib/sealing.ts'
import type { ConsentCode, Grant } from '../state.ts'
import { isSecretOf } from './client-secrets.ts'
import type { Client } from './clients.ts'
import { grantById } from './grants.ts'
import { tokenError, type TokenAnswer } from './token-answers.ts'
import { ACCESS_LIFE_S, accessTokenFor, readRefreshToken, refreshTokenFor } from './tokens.ts'

/** The parameters of a token request, already read from a form or from JSON. */
export type TokenRequest = Readonly<Record<string, string>>

const GRANTLESS_SCOPES = new Set([
  'sellingpartnerapi::notifications',
  'sellingpartnerapi::client_credential:rotation',
  'sellingpartnerapi::shipments:track',
])

/** Decides one token request. The account is told for the log. */
export function exchange(core: Core, request: TokenRequest): Exchanged {
  const { client_id: clientId, grant_type: grantType, client_secret: secret = '' } = request
  if (clientId === undefined || grantType === undefined) return { answer: tokenError('invalid_request') }
  const client = core.publisher.find(clientId)
  if (client === undefined || !isSecretOf(core, client, secret) || secretRefused(core, client)) {
    return { answer: tokenError('invalid_client') }
  }
  return GRANT_TYPES[grantType]?.(core, client, request) ?? { answer: tokenError('unsupported_grant_type') }
}

export type Exchanged = { readonly answer: TokenAnswer; readonly account?: string }

const GRANT_TYPES: Readonly<Record<string, (core: Core, client: Client, request: TokenRequest) => Exchanged>> = {
  authorization_code: exchangeCode,
  refresh_token: renew,
  client_credentials: (core, client, request) => ({ answer: grantless(core, client, request) }),
}

function secretRefused(core: Core, client: Client): boolean {
  const account = client.ownAccount
  return (
    core.faults.strike('invalid-client', { account }) !== undefined ||
    core.faults.strike('secret-expired', { account, api: 'login' }) !== undefined
  )
}

function exchangeCode(core: Core, client: Client, request: TokenRequest): Exchanged {
  const code = core.state.codes.find((one) => one.code === request['code'])
  const grant = code === undefined ? undefined : grantById(core, code.grantId)
  if (code === undefined || grant === undefined || !isGoodCode(core, client, code, request))
    return { answer: tokenError('invalid_grant_code') }
  code.used = true
  core.changed()
  return { account: grant.accountId, answer: issued(core, grant, { withRefresh: true }) }
}

function isGoodCode(core: Core, client: Client, code: ConsentCode, request: TokenRequest): boolean {
  const sameRedirect =
    request['redirect_uri'] === code.redirectUri || (request['redirect_uri'] === undefined && client.family === 'selling')
  return (
    !code.used &&
    core.now() < code.endsAt &&
    code.clientId === client.clientId &&
    sameRedirect &&
    verifierFits(code, request['code_verifier'])
  )
}

function verifierFits(code: ConsentCode, verifier: string | undefined): boolean {
  if (code.challenge === undefined) return true
  if (verifier === undefined) return false
  const answer = code.challenge.method === 'S256' ? createHash('sha256').update(verifier).digest('base64url') : verifier
  return sameText(answer, code.challenge.value)
}

function renew(core: Core, client: Client, request: TokenRequest): Exchanged {
  if (request['refresh_token'] === undefined) return { answer: tokenError('invalid_request') }
  if (core.faults.strike('client-not-allowed') !== undefined) return { answer: tokenError('unauthorized_client') }
  const grant = readRefreshToken(core, request['refresh_token'])
  if (grant === undefined) return { answer: tokenError('invalid_grant_refresh') }
  const alive = grant.clientId === client.clientId && core.now() < grant.endsAt
  if (!alive) return { account: grant.accountId, answer: tokenError('invalid_grant_refresh') }
  const withRefresh = grant.family === 'advertising' || core.world.spec.sellingRefreshEcho === 'present'
  return { account: grant.accountId, answer: issued(core, grant, { withRefresh }) }
}

function issued(core: Core, grant: Grant, { withRefresh }: { withRefresh: boolean }): TokenAnswer {
  return {
    status: 200,
    body: {
      access_token: accessTokenFor(core, grant),
      ...(withRefresh ? { refresh_token: refreshTokenFor(core, grant) } : {}),
      token_type: 'bearer',
      expires_in: ACCESS_LIFE_S,
    },
  }
}

function grantless(core: Core, client: Client, request: TokenRequest): TokenAnswer {
  if (client.family !== 'selling') return tokenError('unauthorized_client')
  if (!GRANTLESS_SCOPES.has(request['scope'] ?? '')) return tokenError('invalid_scope')
  const token = `Atc|${core.sealer.seal('grantless', { s: request['scope'], n: core.nextSerial() })}`
  return { status: 200, body: { access_token: token, token_type: 'bearer', expires_in: ACCESS_LIFE_S } }
}
