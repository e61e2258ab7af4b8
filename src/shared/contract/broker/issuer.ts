import { z } from 'zod'
import { ISSUERS, type Issuer } from '../../domain/region.ts'

/** An issuer's name as it arrives from outside. */
export const issuerName = z.enum(ISSUERS)

export type AdsIssuer = Extract<Issuer, `ads-${string}`>

export function isAdsIssuer(issuer: Issuer): issuer is AdsIssuer {
  return issuer.startsWith('ads-')
}

/**
 * The path below the broker's origin where Amazon sends the person back. One for each issuer, so that an answer meant
 * for one is never taken for another's (RFC 9700 §4.4, mix-up).
 */
export function callbackPath(issuer: Issuer): string {
  return `/callback/${issuer}`
}
