import * as oauth from 'oauth4webapi'
import type { ApiFamily, Region } from '../../../shared/domain/region.ts'
import type { LoginTrouble } from '../../../shared/domain/trouble.ts'
import { type Result, err, ok } from '../../../shared/lib/result.ts'
import { Secret } from '../../../shared/lib/secret.ts'
import type { Renewed } from '../../core/ports/login.ts'
import type { StoredCredential } from '../../core/ports/vault.ts'
import { accessEndsAt } from './access-ends-at.ts'
import { type SeenAnswer, cappedFetch } from './capped-fetch.ts'
import { ACCESS_SECONDS, LOGIN_TIMEOUT_MS } from './policy.ts'
import { sortLoginTrouble } from './sort-login-trouble.ts'
import { tokenUrlFor } from './token-url.ts'
import type { LoginWorld } from './world.ts'

type PrivateCredential = Extract<StoredCredential, { way: 'private-app' }>

export interface PrivateAppOrder {
  readonly family: ApiFamily
  readonly region: Region
  readonly credential: PrivateCredential
  readonly signal?: AbortSignal
}

/** The person's own app: asks Amazon's login endpoint directly, with the client secret from the vault. */
export async function renewPrivateApp(world: LoginWorld, order: PrivateAppOrder): Promise<Result<Renewed, LoginTrouble>> {
  const timeout = AbortSignal.timeout(LOGIN_TIMEOUT_MS)
  const signal = order.signal === undefined ? timeout : AbortSignal.any([timeout, order.signal])
  const seen: SeenAnswer = { status: null, retryAfter: null, contentType: '' }
  try {
    return ok(readAnswer(world, order.credential, await ask(world, order, signal, seen)))
  } catch (cause) {
    const error = cause instanceof oauth.ResponseBodyError ? cause.error : undefined
    return err(sortLoginTrouble({ seen, error, cause, signal, now: world.clock.now() }))
  }
}

async function ask(world: LoginWorld, order: PrivateAppOrder, signal: AbortSignal, seen: SeenAnswer): Promise<oauth.TokenEndpointResponse> {
  const url = new URL(tokenUrlFor(world.endpoints, order.family, order.region))
  const server: oauth.AuthorizationServer = { issuer: url.origin, token_endpoint: url.href }
  const client: oauth.Client = { client_id: order.credential.clientId }
  const secret = oauth.ClientSecretPost(order.credential.clientSecret.reveal())
  const answer = await oauth.refreshTokenGrantRequest(server, client, secret, order.credential.refresh.reveal(), {
    signal,
    [oauth.customFetch]: cappedFetch(world.fetch, seen),
    // Plain http only to this very machine: a local Amazon.
    [oauth.allowInsecureRequests]: isLoopback(url),
  })
  return oauth.processRefreshTokenResponse(server, client, answer)
}

/** Amazon repeats the refresh credential, sends another, or sends none: only another one is stored. */
function readAnswer(world: LoginWorld, stored: PrivateCredential, answer: oauth.TokenEndpointResponse): Renewed {
  const refresh = answer.refresh_token
  const isNew = refresh !== undefined && refresh !== '' && refresh !== stored.refresh.reveal()
  return {
    access: {
      access: new Secret(answer.access_token),
      clientId: stored.clientId,
      endsAt: accessEndsAt(world.clock.now(), answer.expires_in ?? ACCESS_SECONDS),
    },
    credential: isNew ? { ...stored, refresh: new Secret(refresh) } : null,
  }
}

function isLoopback(url: URL): boolean {
  return ['127.0.0.1', '[::1]', 'localhost'].includes(url.hostname) || url.hostname.endsWith('.localhost')
}
