import { ACCOUNT_KINDS, type ApiFamily, type Issuer, REGIONS, issuerFor } from '../../../shared/domain/region.ts'
import type { LoginEndpoints } from './world.ts'

const FAMILIES: readonly ApiFamily[] = ['selling', 'advertising']

/** Address of an issuer's consent page for a country, without query; null where Amazon has none. */
export function consentPageOf(endpoints: LoginEndpoints, issuer: Issuer, country: string): string | null {
  for (const family of FAMILIES) {
    for (const kind of ACCOUNT_KINDS) {
      const region = REGIONS.find((one) => issuerFor(family, kind, one) === issuer)
      if (region !== undefined) return endpoints.consent(family, kind, region, country)
    }
  }
  return null
}
