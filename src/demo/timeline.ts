/** The demo's afternoon: Tuesday 15 September 2026, noon UTC. */
export const TODAY = Date.UTC(2026, 8, 15, 12)
const DAY = 86_400_000

export interface DemoAccount {
  /** Id in the stand-in's world. */
  readonly id: string
  readonly name: string
  readonly kind: 'seller' | 'vendor'
  readonly region: 'na' | 'eu' | 'fe'
  readonly country: string
  /** Vendor Central sites beside the first: Amazon lists no marketplaces for vendors, so each is consented to. */
  readonly moreCountries?: readonly string[]
  /** Days before today on which the person consented: 377 means the grant ended twelve days ago. */
  readonly consentedDaysAgo: number
  /** Days before today on which advertising was consented to; null: never. */
  readonly adsConsentedDaysAgo: number | null
}

/** Six accounts in fourteen channels: one ended twelve days ago, one ends in nine days, one never connected advertising. */
export const ACCOUNTS: readonly DemoAccount[] = [
  { id: 'nordlys', name: 'Nordlys Home', kind: 'seller', region: 'eu', country: 'DE', consentedDaysAgo: 377, adsConsentedDaysAgo: 224 },
  { id: 'acme-na', name: 'Acme Outdoors', kind: 'seller', region: 'na', country: 'US', consentedDaysAgo: 355, adsConsentedDaysAgo: 355 },
  {
    id: 'acme-vendor',
    name: 'Acme Vendor',
    kind: 'vendor',
    region: 'eu',
    country: 'UK',
    moreCountries: ['DE'],
    consentedDaysAgo: 352,
    adsConsentedDaysAgo: 352,
  },
  { id: 'juniper-jp', name: 'Juniper Kids', kind: 'seller', region: 'fe', country: 'JP', consentedDaysAgo: 330, adsConsentedDaysAgo: 330 },
  { id: 'halden', name: 'Halden Home', kind: 'seller', region: 'eu', country: 'UK', consentedDaysAgo: 325, adsConsentedDaysAgo: null },
  { id: 'kestrel', name: 'Kestrel Audio', kind: 'seller', region: 'na', country: 'US', consentedDaysAgo: 320, adsConsentedDaysAgo: 320 },
]

/** Whose grant ended. Its last cycle ran just before; the others went on. */
export const LAPSED = 'nordlys'
/** Whose permission for financial data was taken away six days ago. */
export const REDUCED = { account: 'kestrel', role: 'Finance and Accounting', daysAgo: 6 }

/** Days before today on which everything was synced; close enough together that advertising never left Amazon. */
export const SYNCED_DAYS_AGO = [318, 258, 198, 138, 78, 40, 13, 2, 0]

/** The vendor's computer was on more often of late: a forecast leaves Amazon after five days. */
export const VENDOR = { account: 'acme-vendor', syncedDaysAgo: [33, 28, 23, 18, 8, 3] } as const

export function daysAgo(days: number): number {
  return TODAY - days * DAY
}
