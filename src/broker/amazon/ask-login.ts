import * as oauth from 'oauth4webapi'
import { type Result, err, ok } from '../../shared/lib/result.ts'
import { type LoginQuestion, type LoginRefusal, sortLoginRefusal } from '../../shared/domain/refusals/sort-login-refusal.ts'
import { type LoginError, loginError } from '../../shared/contract/broker/answer.ts'
import type { LoginApp } from '../config.ts'
import { ACCESS_SECONDS, LOGIN_TIMEOUT_MS } from '../policy.ts'
import { type SeenAnswer, cappedFetch } from './capped-fetch.ts'

/** Amazon's answer to a code or a renewal. `refresh` is absent when Amazon did not repeat it. */
export interface LoginAnswer {
  readonly access: string
  readonly accessEndsInSeconds: number
  readonly refresh: string | undefined
  readonly scope: string | undefined
}

export interface LoginFailure {
  readonly code: LoginRefusal
  /** Which of Amazon's closed words it was, where the application is refused. */
  readonly amazon: LoginError | undefined
  readonly retryAfterSeconds: number | undefined
}

/** Whom to ask, and through what. `allowLoopback` lets a local Amazon be asked without TLS. */
export interface LoginLine {
  readonly app: LoginApp
  readonly fetch: typeof fetch
  readonly allowLoopback: boolean
}

type Ask = (
  server: oauth.AuthorizationServer,
  client: oauth.Client,
  options: oauth.TokenEndpointRequestOptions,
) => Promise<oauth.TokenEndpointResponse>

/** Exchanges a code. `verifier` only where the consent address carried its challenge: selling knows no PKCE. */
export async function exchangeCode(
  line: LoginLine,
  grant: { code: string; redirectUri: string; verifier: string | undefined },
): Promise<Result<LoginAnswer, LoginFailure>> {
  return ask(line, 'code', async (server, client, options) => {
    const parameters = oauth.validateAuthResponse(server, client, new URLSearchParams({ code: grant.code }), oauth.skipStateCheck)
    const secret = oauth.ClientSecretPost(line.app.clientSecret)
    const verifier = grant.verifier ?? oauth.nopkce
    return oauth.processAuthorizationCodeResponse(
      server,
      client,
      await oauth.authorizationCodeGrantRequest(server, client, secret, parameters, grant.redirectUri, verifier, options),
    )
  })
}

/** Asks for a new access credential. */
export async function renewAccess(line: LoginLine, refresh: string): Promise<Result<LoginAnswer, LoginFailure>> {
  return ask(line, 'renewal', async (server, client, options) =>
    oauth.processRefreshTokenResponse(
      server,
      client,
      await oauth.refreshTokenGrantRequest(server, client, oauth.ClientSecretPost(line.app.clientSecret), refresh, options),
    ),
  )
}

/** Whatever goes wrong here is Amazon's or the network's; the cause is dropped, because it can quote what was sent: only a closed word stays. */
async function ask(line: LoginLine, question: LoginQuestion, perform: Ask): Promise<Result<LoginAnswer, LoginFailure>> {
  const seen: SeenAnswer = { status: 0, retryAfterSeconds: undefined }
  const url = new URL(line.app.tokenUrl)
  try {
    const answer = await perform(
      { issuer: url.origin, token_endpoint: url.href },
      { client_id: line.app.clientId },
      {
        signal: AbortSignal.timeout(LOGIN_TIMEOUT_MS),
        [oauth.customFetch]: cappedFetch(line.fetch, seen),
        [oauth.allowInsecureRequests]: line.allowLoopback && url.hostname === '127.0.0.1',
      },
    )
    return ok(readAnswer(answer))
  } catch (cause) {
    const error = cause instanceof oauth.ResponseBodyError ? cause.error : undefined
    const code = sortLoginRefusal(question, seen.status, error)
    const amazon = code === 'publisher-problem' ? loginError.safeParse(error).data : undefined
    return err({ code, amazon, retryAfterSeconds: seen.retryAfterSeconds })
  }
}

function readAnswer(answer: oauth.TokenEndpointResponse): LoginAnswer {
  return {
    access: answer.access_token,
    accessEndsInSeconds: Math.max(1, Math.floor(answer.expires_in ?? ACCESS_SECONDS)),
    refresh: answer.refresh_token,
    scope: answer.scope,
  }
}
