import type { Attempt } from '../../../shared/domain/attempt.ts'
import type { AuthorizationOrder } from './world.ts'

/** Host whose consent pages an attempt opens, by the figures; empty where Amazon has none. */
export function consentHostOf(
  figures: AuthorizationOrder['figures'],
  attempt: Pick<Attempt, 'family' | 'kind' | 'region' | 'country'>,
): string {
  if (attempt.family === 'advertising') return new URL(figures.ads[attempt.region].consent).host
  const found = figures.marketplaces.find((one) => one.country === attempt.country && one.region === attempt.region)
  return (attempt.kind === 'seller' ? found?.sellerCentralHost : found?.vendorCentralHost) ?? ''
}
