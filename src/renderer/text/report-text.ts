import type { AdProduct } from '../../shared/domain/ad-product.ts'

/** What a report is compared with: in the bar, and beside the line and the figures. */
export const compareText = {
  none: { choice: 'nothing', label: '' },
  previous: { choice: 'the days before', label: 'Before' },
  year: { choice: 'last year, same weekdays', label: 'Last year' },
} as const

/** What each report is called, and what it says where no channel fits. */
export const reportText = {
  sales: { title: 'Sales', none: 'Sales come from a seller account.', action: 'Connect a seller account' },
  profit: { title: 'Profit & loss', none: 'Profit and loss come from a seller account.', action: 'Connect a seller account' },
  advertising: {
    title: 'Advertising',
    none: 'No channel has advertising connected yet. It is a permission of its own.',
    action: 'Connect advertising',
  },
  products: { title: 'Products', none: 'Products come from a seller account.', action: 'Connect a seller account' },
  vendor: { title: 'Vendor', none: 'This report is about vendor accounts.', action: 'Connect a vendor account' },
} as const

/** Words about the day that is not over. */
export const soFarText = {
  title: 'So far today',
  nothingYet: 'No orders of today have been fetched yet.',
  apart: 'Not in the figures below.',
  orders: (count: number, shown: string) => `${shown} ${count === 1 ? 'order' : 'orders'}`,
  units: (count: number, shown: string) => `${shown} ${count === 1 ? 'unit' : 'units'}`,
  moneyUnknown: 'sales not known yet',
  without: (count: number, shown: string) =>
    `without ${shown} ${count === 1 ? 'order' : 'orders'} that ${count === 1 ? 'has' : 'have'} no price yet`,
} as const

/** Words of the products report. */
export const productsText = {
  notBuyable: 'not buyable',
  noIssues: 'none',
  errors: (count: number, shown: string) => `${shown} ${count === 1 ? 'error' : 'errors'}`,
  warnings: (count: number, shown: string) => `${shown} ${count === 1 ? 'warning' : 'warnings'}`,
  withErrors: (shown: string) => `, ${shown} with errors`,
  stockUnknown: (shown: string) => `, ${shown} without a known stock`,
} as const

/** What the advertising products are called. */
export const adProductText: Readonly<Record<AdProduct, string>> = {
  'sponsored-products': 'Sponsored Products',
  'sponsored-brands': 'Sponsored Brands',
  'sponsored-display': 'Sponsored Display',
}

/** A product whose figures the shown days lack. */
export function adProductMissing(product: AdProduct, days: number): string {
  return `${adProductText[product]} is not in the figures of ${days === 1 ? 'one day' : `${days} days`}.`
}

/** The parts of the vendor report. */
export const vendorPartText = { sales: 'Sales', stock: 'Stock', traffic: 'Glance views', netPpm: 'Net PPM' } as const
export const vendorViewText = { manufacturing: 'Manufacturing', sourcing: 'Sourcing' } as const

/** What the figures of each part mean. */
export const vendorText = {
  manufacturing: 'Manufacturing view: all of your goods, whoever delivered them.',
  sourcing: 'Sourcing view: only what you delivered yourself; part of the manufacturing view. It has no ordered figures.',
  stock: 'What Amazon held at the end of a day; stock is not added up, the tiles show the newest day.',
  traffic: 'How often customers looked at your product pages.',
  netPpm: 'Amazon gives net PPM per product only; ratios are not added up, the tiles show the newest day’s products.',
  published: 'Amazon publishes vendor figures about 72 h after a day ends.',
} as const
