import { DASH } from '../format/dash.ts'
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

/** Figures of other days than those chosen, which stay until these are there. */
export function carriedText(shown: string, chosen: string, isReloading: boolean): string {
  return isReloading ? `Still showing ${shown}. ${chosen} is loading.` : `Still showing ${shown}. ${chosen} could not be read.`
}

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
export const vendorPartText = {
  sales: 'Sales',
  stock: 'Stock',
  traffic: 'Glance views',
  netPpm: 'Net PPM',
  forecast: 'Forecast',
  orders: 'Purchase orders',
} as const
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

/** Words of Amazon's forecast. */
export const forecastText = {
  notSales: 'Amazon’s own forecast of customer demand: nothing of it is sold or ordered yet.',
  quantiles:
    'Only means are added up. With P70, P80 or P90 units of a product at the start of a week, Amazon expects it to last that week in 70, 80 or 90 of 100 cases.',
  newer: 'a newer forecast may have been made and is not here.',
  lost: (lost: number, missing: number) =>
    `${lost === missing ? 'What was made then' : `What was made on ${lost} of them`} cannot be had any more.`,
  lacking: (count: number) => `without ${count} that ${count === 1 ? 'has' : 'have'} no forecast for one of these weeks`,
  over: 'every week of it is over',
  none: 'No forecast is stored',
  neverFetched: 'Forecasts are fetched with the next run.',
  noneMade: 'Amazon gave none on the days that were asked for; a new one is made each week.',
} as const

const orderTypes: Readonly<Record<string, string>> = {
  RegularOrder: 'Regular',
  ConsignedOrder: 'Consigned',
  NewProductIntroduction: 'New product',
  RushOrder: 'Rush',
}

/** Words of purchase orders. A word of Amazon's that is not known is shown as it came. */
export const purchaseOrderText = {
  state: (word: string) => (word === '' ? DASH : word),
  type: (word: string) => orderTypes[word] ?? (word === '' ? DASH : word),
  meaning: (currency: string) =>
    `What Amazon ordered, by the day of the order, at cost in ${currency}; orders in another currency are never mixed in. Amazon’s list does not say what was received.`,
  lost: (days: string) => `${days} cannot be had any more: Amazon no longer gives them out.`,
  withoutCost: (count: number) => `${count} ${count === 1 ? 'article has' : 'articles have'} no known cost`,
  none: 'No purchase order in these days',
  noneProven: 'Amazon was asked for the settled days above and had none.',
  notHeld: 'No day of this range is stored yet. Missing days are fetched by themselves; the line above says which.',
} as const
