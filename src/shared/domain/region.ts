/** Amazon's API regions: North America, Europe (with Middle East, India, Africa), Far East. */
export const REGIONS = ['na', 'eu', 'fe'] as const
export type Region = (typeof REGIONS)[number]

export const ACCOUNT_KINDS = ['seller', 'vendor'] as const
export type AccountKind = (typeof ACCOUNT_KINDS)[number]

/** Two doors, each with an authorization of its own. */
export const API_FAMILIES = ['selling', 'advertising'] as const
export type ApiFamily = (typeof API_FAMILIES)[number]

/** Who answers a consent: one callback path each, so answers cannot be mixed up. */
export const ISSUERS = ['seller-na', 'seller-eu', 'seller-fe', 'vendor-na', 'vendor-eu', 'vendor-fe', 'ads-na', 'ads-eu', 'ads-fe'] as const
export type Issuer = (typeof ISSUERS)[number]

export function issuerFor(family: ApiFamily, kind: AccountKind, region: Region): Issuer {
  return family === 'advertising' ? `ads-${region}` : `${kind}-${region}`
}
