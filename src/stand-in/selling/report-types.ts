import type { AccountKind } from '../world/spec.ts'

export type ReportType = {
  readonly name: string
  readonly kind: AccountKind
  /** Any one of these lets somebody ask for it; only asking is checked. */
  readonly roles: readonly string[]
  /** Days Amazon keeps a finished one. */
  readonly keptDays: number
  /** Whether several marketplaces fit in one. */
  readonly oneMarketplace: boolean
}

export const ORDERS_BY_DATE = 'GET_FLAT_FILE_ALL_ORDERS_DATA_BY_ORDER_DATE_GENERAL'
export const ORDERS_BY_UPDATE = 'GET_FLAT_FILE_ALL_ORDERS_DATA_BY_LAST_UPDATE_GENERAL'
export const LISTINGS = 'GET_MERCHANT_LISTINGS_ALL_DATA'
export const FBA_FEES = 'GET_FBA_ESTIMATED_FBA_FEES_TXT_DATA'
export const VENDOR_SALES = 'GET_VENDOR_SALES_REPORT'

export const SALES_TRAFFIC = 'GET_SALES_AND_TRAFFIC_REPORT'

const ORDER_ROLES = ['Amazon Fulfillment', 'Inventory and Order Tracking', 'Pricing']

export const REPORT_TYPES: readonly ReportType[] = [
  { name: ORDERS_BY_DATE, kind: 'seller', roles: ORDER_ROLES, keptDays: 30, oneMarketplace: false },
  { name: ORDERS_BY_UPDATE, kind: 'seller', roles: [...ORDER_ROLES, 'Product Listing'], keptDays: 30, oneMarketplace: false },
  {
    name: LISTINGS,
    kind: 'seller',
    roles: ['Product Listing', 'Pricing', 'Inventory and Order Tracking'],
    keptDays: 90,
    oneMarketplace: true,
  },
  { name: FBA_FEES, kind: 'seller', roles: ['Amazon Fulfillment', 'Pricing'], keptDays: 90, oneMarketplace: true },
  { name: SALES_TRAFFIC, kind: 'seller', roles: ['Brand Analytics'], keptDays: 90, oneMarketplace: true },
  { name: VENDOR_SALES, kind: 'vendor', roles: ['Brand Analytics'], keptDays: 90, oneMarketplace: true },
]

export function reportType(name: string): ReportType | undefined {
  return REPORT_TYPES.find((type) => type.name === name)
}

/** Look-back of the order files. Source: Amazon's page of order report types. */
export const ORDERS_LOOK_BACK_DAYS = 731
/** Longest run of one order file. Source: same page. */
export const ORDERS_SPAN_DAYS = 30
