/** What kept a request from getting any answer; closed, and safe to log. */
export type NetworkTrouble = 'dns' | 'refused' | 'unreachable' | 'cut' | 'connect-timeout' | 'tls' | 'not-reached'

const CODES: readonly (readonly [RegExp, NetworkTrouble])[] = [
  [/^(ENOTFOUND|EAI_AGAIN|EAI_FAIL|ENODATA)$|NAME_NOT_RESOLVED/, 'dns'],
  [/^ECONNREFUSED$|CONNECTION_REFUSED/, 'refused'],
  [
    /^(ENETUNREACH|EHOSTUNREACH|ENETDOWN|EHOSTDOWN|EADDRNOTAVAIL)$|ADDRESS_UNREACHABLE|INTERNET_DISCONNECTED|NETWORK_CHANGED/,
    'unreachable',
  ],
  [/^(ECONNRESET|EPIPE|ECONNABORTED|UND_ERR_SOCKET)$|CONNECTION_RESET|CONNECTION_CLOSED|EMPTY_RESPONSE/, 'cut'],
  [/^(ETIMEDOUT|UND_ERR_CONNECT_TIMEOUT)$|CONNECTION_TIMED_OUT|^ERR_TIMED_OUT$/, 'connect-timeout'],
  [/CERT|^EPROTO$|^DEPTH_ZERO|^UNABLE_TO_|^SELF_SIGNED|^ERR_(SSL|TLS)/, 'tls'],
]

/** Deep enough for a fetch error that wraps a socket error that wraps one of several addresses. */
const LONGEST_CHAIN = 5

/** Sorts what a fetch threw, by the system's code or Chromium's `net::ERR_…`; never by words meant for people. */
export function sortNetworkError(error: unknown): NetworkTrouble {
  for (const code of codesOf(error, LONGEST_CHAIN)) {
    const found = CODES.find(([shape]) => shape.test(code))
    if (found) return found[1]
  }
  return 'not-reached'
}

function codesOf(error: unknown, depth: number): string[] {
  if (!(error instanceof Error) || depth === 0) return []
  const own = 'code' in error && typeof error.code === 'string' ? [error.code] : []
  const chromium = /^net::(ERR_[A-Z_]+)/.exec(error.message)?.[1]
  const several = error instanceof AggregateError ? error.errors : []
  return [...own, ...(chromium === undefined ? [] : [chromium]), ...[error.cause, ...several].flatMap((inner) => codesOf(inner, depth - 1))]
}
