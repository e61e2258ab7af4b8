import type { Region } from './marketplaces.ts'

export type Family = 'selling' | 'advertising'
export type AccountKind = 'seller' | 'vendor'
export type Theme = 'home' | 'outdoors' | 'audio' | 'kids' | 'bikes'

/** One account in one marketplace, and how big it is there. */
export type ChannelSpec = {
  readonly country: string
  /** Orders on an ordinary day in the year 2025, before `volume`. Vendors: units in tens. */
  readonly ordersPerDay: number
  /** Absent: the account does not advertise there. `campaigns` is how many Sponsored Products ones it runs; `zone` where the profile's days are not the marketplace's. */
  readonly ads?: { readonly profileId: number; readonly campaigns: number; readonly zone?: string }
}

export type AccountSpec = {
  /** Short name for tests and the control surface; Amazon never shows it. */
  readonly id: string
  readonly name: string
  readonly kind: AccountKind
  readonly region: Region
  readonly sellingPartnerId: string
  readonly theme: Theme
  readonly channels: readonly ChannelSpec[]
  /** First day with orders. */
  readonly openedOn: string
  /** Roles its grants carry; without it, everything the product asks for. */
  readonly roles?: readonly string[]
  /** The consent page ends with this code for everyone who signs in here. */
  readonly consentError?: 'SPDC8143' | 'SPSA0404' | 'SPSA2043'
}

/** Everything that decides what the stand-in's world looks like. Plain JSON. */
export type WorldSpec = {
  readonly accounts: readonly AccountSpec[]
  /** Multiplies every channel's orders. Default 1. */
  readonly volume?: number
  /** A draft application asks for `version=beta` on the consent page. Default false. */
  readonly draftApplication?: boolean
  /** Seller consents the publisher's application may hold. Default unlimited. */
  readonly consentLimit?: number
  /** Whether renewing a selling credential repeats the refresh token. Default 'absent'. */
  readonly sellingRefreshEcho?: 'absent' | 'present'
  /** Transactions on one page. Default 100. */
  readonly transactionPageSize?: number
  /** Stock summaries on one page. Default 50. */
  readonly inventoryPageSize?: number
}

/** Roles a grant carries unless its account says otherwise; vendors have nothing in Amazon's warehouses. */
export const USUAL_ROLES: readonly string[] = [
  'Product Listing',
  'Inventory and Order Tracking',
  'Finance and Accounting',
  'Selling Partner Insights',
  'Brand Analytics',
]
export const USUAL_SELLER_ROLES: readonly string[] = [...USUAL_ROLES, 'Amazon Fulfillment']
