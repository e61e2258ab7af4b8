/** What the token endpoint says: a status and a JSON body. */
export type TokenAnswer = { readonly status: 200 | 400 | 401 | 429; readonly body: Readonly<Record<string, unknown>> }

export type TokenError =
  | 'invalid_request'
  | 'invalid_client'
  | 'invalid_grant_code'
  | 'invalid_grant_refresh'
  | 'unauthorized_client'
  | 'unsupported_grant_type'
  | 'invalid_scope'

const ERRORS: Readonly<Record<TokenError, readonly [400 | 401, string, string]>> = {
  invalid_request: [400, 'invalid_request', 'The request is missing a required parameter'],
  invalid_client: [401, 'invalid_client', 'Client authentication failed'],
  invalid_grant_code: [400, 'invalid_grant', 'The request has an invalid grant parameter : code'],
  invalid_grant_refresh: [
    400,
    'invalid_grant',
    "The request has an invalid grant parameter : refresh_token. User may have revoked or didn't grant the permission.",
  ],
  unauthorized_client: [400, 'unauthorized_client', 'The client is not authorized to use this grant type'],
  unsupported_grant_type: [400, 'unsupported_grant_type', 'The grant type is not supported'],
  invalid_scope: [400, 'invalid_scope', 'The scope is not valid for this client'],
}

export function tokenError(error: TokenError): TokenAnswer {
  const [status, code, text] = ERRORS[error]
  return { status, body: { error: code, error_description: text } }
}
