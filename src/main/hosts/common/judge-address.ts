/** Where a consent popup may go at top level. */
export interface ConsentRules {
  /** Exact hosts (with port, if any) of Amazon's consent and sign-in pages. */
  readonly consentHosts: readonly string[]
  /** The broker's callback address of this attempt: same origin and path, any query. */
  readonly callbackUrl: string
  /** A packaged app takes https only; outside, plain http on loopback serves a local Amazon. */
  readonly packaged: boolean
}

export type AddressVerdict =
  | { readonly kind: 'allowed' }
  /** Our own scheme: the redirect came home. */
  | { readonly kind: 'home' }
  | { readonly kind: 'blocked'; readonly host: string }

/** Addresses longer than this are nobody's consent page. */
export const LONGEST_ADDRESS = 8192

const HOME = 'springline://authorize/'
const LOOPBACK: ReadonlySet<string> = new Set(['127.0.0.1', '[::1]', 'localhost'])

/** Judges one top-level address. Hosts are compared whole, never by beginning or end. */
export function judgeAddress(text: string, rules: ConsentRules): AddressVerdict {
  if (text.length > LONGEST_ADDRESS || !URL.canParse(text)) return { kind: 'blocked', host: '' }
  if (text.startsWith(HOME)) return { kind: 'home' }
  const url = new URL(text)
  const plain = url.username === '' && url.password === ''
  if (plain && isSafeWay(url, rules.packaged) && (rules.consentHosts.includes(url.host) || isCallback(url, rules.callbackUrl)))
    return { kind: 'allowed' }
  return { kind: 'blocked', host: url.host === '' ? url.protocol : url.host }
}

/** https anywhere; http only on this computer, and never in a packaged app. */
function isSafeWay(url: URL, packaged: boolean): boolean {
  return url.protocol === 'https:' || (!packaged && url.protocol === 'http:' && LOOPBACK.has(url.hostname))
}

function isCallback(url: URL, callbackUrl: string): boolean {
  if (!URL.canParse(callbackUrl)) return false
  const callback = new URL(callbackUrl)
  return url.origin === callback.origin && url.pathname === callback.pathname
}
