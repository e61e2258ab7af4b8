/**
 * True when a document may be fetched from this address: https (or a listed http origin of this very machine) and an
 * origin on the list. `https://*.example.com` allows any host below the name, never the name itself;
 * `http://127.0.0.1:*` allows every port of this machine (only given when Amazon's own addresses lead there).
 */
export function isAllowedOrigin(address: string, allowed: readonly string[]): boolean {
  if (!URL.canParse(address)) return false
  const url = new URL(address)
  if (url.username !== '' || url.password !== '') return false
  if (allowed.includes('http://127.0.0.1:*') && url.protocol === 'http:' && url.hostname === '127.0.0.1') return true
  return allowed.some((entry) => (entry.startsWith('https://*.') ? isBelow(url, entry.slice('https://*'.length)) : url.origin === entry))
}

function isBelow(url: URL, suffix: string): boolean {
  return url.protocol === 'https:' && url.port === '' && url.hostname.endsWith(suffix) && url.hostname.length > suffix.length
}
