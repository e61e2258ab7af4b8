/**
 * A renewal begun inside Seller Central: Amazon opened the broker's log-in address with these, and the broker's page
 * hands them to the app. The app asks the person, begins an attempt of its own, and goes on to `callbackUri` only when
 * its host is one of Amazon's that it lists.
 */
export interface BeginLink {
  readonly callbackUri: string
  readonly amazonState: string
  readonly sellingPartnerId: string
}

/** A link longer than this is not ours. Operating systems cut or refuse longer ones. */
export const BEGIN_LINK_MAX_LENGTH = 2048

const PREFIX = 'springline:begin/selling?'
const PARTNER_ID = /^[\w.-]{1,64}$/u
const STATE = /^[!-~]{1,1536}$/u
// https without user name, port or fragment: what Amazon's own hosts look like. The host itself is the app's to check.
const CALLBACK = /^https:\/\/[a-z0-9.-]{1,128}\/[!-~]{0,512}$/u
// A local Amazon's.
const LOOPBACK_CALLBACK = /^http:\/\/127\.0\.0\.1:\d{1,5}\/[!-~]{0,512}$/u

/** Answers nothing unless every part is of the agreed form. */
export function checkBeginLink(parts: {
  callbackUri: string | undefined
  amazonState: string | undefined
  sellingPartnerId: string | undefined
}): BeginLink | undefined {
  const { callbackUri = '', amazonState = '', sellingPartnerId = '' } = parts
  const isAddress = (CALLBACK.test(callbackUri) || LOOPBACK_CALLBACK.test(callbackUri)) && !callbackUri.includes('#')
  if (!isAddress || !STATE.test(amazonState) || !PARTNER_ID.test(sellingPartnerId)) return undefined
  return { callbackUri, amazonState, sellingPartnerId }
}

export function writeBeginLink(link: BeginLink): string {
  const parts = [link.callbackUri, link.amazonState, link.sellingPartnerId].map((part) => encodeURIComponent(part))
  return `${PREFIX}callback=${parts[0]}&state=${parts[1]}&partner=${parts[2]}`
}

/** Reads a link that came from outside; exactly as written, in this order, and nothing else. */
export function readBeginLink(text: string): BeginLink | undefined {
  if (text.length > BEGIN_LINK_MAX_LENGTH || !text.startsWith(PREFIX)) return undefined
  const found = /^callback=([^&]+)&state=([^&]+)&partner=([^&]+)$/u.exec(text.slice(PREFIX.length))
  const link = checkBeginLink({
    callbackUri: decode(found?.[1]),
    amazonState: decode(found?.[2]),
    sellingPartnerId: decode(found?.[3]),
  })
  return link !== undefined && writeBeginLink(link) === text ? link : undefined
}

function decode(part: string | undefined): string | undefined {
  try {
    return part === undefined ? undefined : decodeURIComponent(part)
  } catch {
    return undefined
  }
}
