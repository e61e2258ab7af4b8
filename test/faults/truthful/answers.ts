/** Raw answers that Amazon or the network gives in trouble; the product's own adapters have to make sense of them. */
export type Spoiler = () => Response

const json = (status: number, body: unknown, headers: Readonly<Record<string, string>> = {}) =>
  Response.json(body, { status, headers: { 'x-amzn-requestid': 'soak', ...headers } })
const denied = (details?: string) =>
  json(403, {
    errors: [{ code: 'Unauthorized', message: 'Access to requested resource is denied.', ...(details === undefined ? {} : { details }) }],
  })
const page = (status: number) => new Response('<html>sign in</html>', { status, headers: { 'content-type': 'text/html' } })
const fails = (code: string) => () => {
  throw new TypeError('fetch failed', { cause: Object.assign(new Error(code), { code }) })
}

/** This computer's network: strikes every request, whoever was to answer it. */
export const NETWORK: Readonly<Record<string, Spoiler>> = {
  'no network': fails('ENETUNREACH'),
  'no names': fails('ENOTFOUND'),
  'connections cut': fails('ECONNRESET'),
  'connections time out': fails('UND_ERR_CONNECT_TIMEOUT'),
  'untrusted certificate': fails('SELF_SIGNED_CERT_IN_CHAIN'),
  'portal page': () => page(200),
  'portal redirect': () => new Response(null, { status: 302, headers: { location: 'http://portal.test' } }),
  'portal 511': () => page(511),
  'proxy 407': () => page(407),
}

/** Amazon's login. */
export const LOGIN: Readonly<Record<string, Spoiler>> = {
  'login 500': () => json(500, { error: 'ServerError', error_description: 'soak' }),
  'login 503 page': () => page(503),
  'login 429': () => json(429, { error: 'slow_down' }, { 'retry-after': '120' }),
  'login page of a firewall': () => page(403),
  'login garbage': () => new Response('<<<', { status: 400, headers: { 'content-type': 'application/json' } }),
  'login invalid_client': () => json(401, { error: 'invalid_client', error_description: 'Client authentication failed' }),
  'login unauthorized_client': () => json(400, { error: 'unauthorized_client', error_description: 'soak' }),
  'login invalid_request': () => json(400, { error: 'invalid_request', error_description: 'soak' }),
}

/** A data API. */
export const DATA: Readonly<Record<string, Spoiler>> = {
  'data 500': () => json(500, { errors: [{ code: 'InternalFailure', message: 'soak', details: '' }] }),
  'data 503': () => json(503, { errors: [{ code: 'ServiceUnavailable', message: 'soak', details: '' }] }),
  'data 429': () => json(429, { errors: [{ code: 'QuotaExceeded', message: 'soak', details: '' }] }),
  'data 403 security token': () =>
    json(403, { errors: [{ code: 'Unauthorized', message: 'The security token included in the request is expired' }] }),
  'data 403 expired': () => denied('The access token you provided has expired.'),
  'data 403 revoked': () => denied('The access token you provided is revoked, malformed or invalid.'),
  'data 403 empty': () => denied(),
  'data 403 secret': () => denied('The LWA secret token you provided has expired.'),
  'data 403 page': () => page(403),
  'data cut': fails('ECONNRESET'),
  'ads 401 token': () =>
    json(401, { code: 'UNAUTHORIZED', details: 'Unauthorized exception while authenticating LwA token: Invalid token' }),
  'ads 401 profile': () => json(401, { code: 'UNAUTHORIZED', details: 'Not authorized to manage this profile' }),
}

/** What one account alone can meet. */
export const ACCOUNT: Readonly<Record<string, Spoiler>> = {
  'account suspended': () => denied('The account is suspended.'),
  'every role gone': () => denied(''),
}

export const grantRefused: Spoiler = () =>
  json(400, { error: 'invalid_grant', error_description: 'The request has an invalid grant parameter : refresh_token.' })
export const malformed: Spoiler = () => denied('The access token you provided is revoked, malformed or invalid.')
export const ended: Spoiler = () => denied('The access token you provided has expired.')
export const missingRole: Spoiler = () => denied('')
export const unknownAdsToken: Spoiler = () =>
  json(401, { code: 'UNAUTHORIZED', details: 'Unauthorized exception while authenticating LwA token: Invalid token' })

const saysLogin =
  (status: number, error: string): Spoiler =>
  () =>
    json(status, { error, error_description: 'as documented' })
const saysSelling =
  (status: number, code: string, details?: string): Spoiler =>
  () =>
    json(status, { errors: [{ code, message: 'as documented', ...(details === undefined ? {} : { details }) }] })
const saysAds =
  (status: number, code: string, details: string, headers: Readonly<Record<string, string>> = {}): Spoiler =>
  () =>
    json(status, { code, details }, headers)

/** Further answers of the error tables that no random history draws. */
export const TABLE: Readonly<Record<string, Spoiler>> = {
  'login invalid_scope': saysLogin(400, 'invalid_scope'),
  'login unsupported_grant_type': saysLogin(400, 'unsupported_grant_type'),
  'login unknown word': saysLogin(400, 'something_new'),
  'login invalid_grant as 500': saysLogin(500, 'invalid_grant'),
  'data 403 header missing': saysSelling(403, 'Unauthorized', 'Access token is missing in the request header.'),
  'data 403 suspended': saysSelling(403, 'Unauthorized', 'The account is suspended.'),
  'data 403 unknown details': saysSelling(403, 'Unauthorized', 'Something new.'),
  'data 401 empty': saysSelling(401, 'Unauthorized'),
  'data 400': saysSelling(400, 'InvalidInput', 'bad dates'),
  'data 404': saysSelling(404, 'NotFound'),
  'data 413': saysSelling(413, 'RequestEntityTooLarge'),
  'data 414': saysSelling(414, 'UriTooLong'),
  'data 415': saysSelling(415, 'UnsupportedMediaType'),
  'data 502 page': () => page(502),
  'ads 401 no scope header': saysAds(401, 'UNAUTHORIZED', 'Scope header is missing'),
  'ads 401 no advertiser': saysAds(401, 'UNAUTHORIZED', 'No matching advertiser found for scope'),
  'ads 401 scope': saysAds(401, 'UNAUTHORIZED', 'Not authorized to access scope'),
  'ads 403': saysAds(403, 'FORBIDDEN', 'as documented'),
  'ads 400 column': saysAds(400, 'BAD_REQUEST', 'configuration columns includes invalid values: (nonsense)'),
  'ads 429 with a time': saysAds(429, 'THROTTLED', 'Too many requests', { 'retry-after': '900' }),
  'ads 429 without': saysAds(429, 'THROTTLED', 'Too many requests'),
  'ads 500': saysAds(500, 'INTERNAL_ERROR', 'as documented'),
}
