/**
 * True when a document may be fetched from this address. An entry is a whole origin, `https://*.example.com` for any host
 * below a name (never the name itself), or `http://127.0.0.1:*` for any port of this very machine.
 */
export function isAllowedOrigin(address: string, allowed: readonly string[]): boolean {
  if (!URL.canParse(address)) return false
  const url = new URL(address)
  if (url.username !== '' || url.password !== '') return false
  return allowed.some((entry) => isAllowedBy(url, entry))
}

function isAllowedBy(url: URL, entry: string): boolean {
  if (entry === LOOPBACK) return url.protocol === 'http:' && url.hostname === '127.0.0.1'
  if (!entry.startsWith(BELOW)) return url.origin === entry
  const suffix = entry.slice(BELOW.length)
  return url.protocol === 'https:' && url.port === '' && url.hostname.endsWith(suffix) && url.hostname.length > suffix.length
}

const LOOPBACK = 'http://127.0.0.1:*'
/** The part before the dot that begins the suffix. */
const BELOW = 'https://*'
