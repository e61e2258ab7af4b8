import type { Core } from '../core.ts'
import { decimalText } from '../lib/money.ts'
import type { ReportRow } from '../state.ts'
import { listingsAt, type Listing } from '../world/listings.ts'
import type { Channel } from '../world/world.ts'
import { JAPANESE_HEADERS, LISTING_COLUMNS } from './listings-columns.ts'
import { writeTable } from './table.ts'

/** The flat file of everything a seller offers in one marketplace, as of the report's end. */
export function listingsFile(core: Core, row: ReportRow): string {
  const channel = core.world.channel(row.accountId, row.marketplaceIds[0] ?? '')
  if (channel === undefined) throw new Error(`report ${row.id} was finished without a channel`)
  const japanese = channel.marketplace.country === 'JP'
  const shown = (name: string): string => (japanese ? (JAPANESE_HEADERS[name] ?? name) : name)
  const unknownStatus = core.faults.look('new-enum', { account: row.accountId, reportType: row.type }) !== undefined
  const lines = listingsAt(channel, row.endsAt).map((listing) => {
    const cells = { ...cellsOf(channel, listing), ...(unknownStatus ? { status: 'Dormant' } : {}) }
    return Object.fromEntries(Object.entries(cells).map(([name, value]) => [shown(name), value]))
  })
  return writeTable(core, row, LISTING_COLUMNS.map(shown), lines)
}

function cellsOf(channel: Channel, { product, priceMinor, quantity, status, openedMs }: Listing): Record<string, string> {
  return {
    'item-name': product.title,
    'item-description': `${product.title} by ${channel.account.name}`,
    'listing-id': product.listingId,
    'seller-sku': product.sku,
    price: decimalText(priceMinor, channel.marketplace.currency),
    quantity: product.fulfilledByAmazon ? '' : String(quantity),
    'open-date': openDate(channel, openedMs),
    'item-is-marketplace': 'y',
    'product-id-type': '1',
    'item-condition': '11',
    asin1: product.asin,
    'will-ship-internationally': '1',
    'product-id': product.asin,
    'pending-quantity': '0',
    'fulfillment-channel': product.fulfilledByAmazon ? `AMAZON_${channel.marketplace.region.toUpperCase()}` : 'DEFAULT',
    'merchant-shipping-group': 'Standard',
    status,
  }
}

/** Written the way the marketplace writes dates, with a zone's short name. */
function openDate(channel: Channel, ms: number): string {
  const text = new Date(ms).toISOString()
  const time = text.slice(11, 19)
  const [year, month, day] = text.slice(0, 10).split('-')
  if (channel.marketplace.region === 'eu') return `${day}/${month}/${year} ${time} UTC`
  return channel.marketplace.country === 'JP' ? `${year}/${month}/${day} ${time} UTC` : `${year}-${month}-${day} ${time} UTC`
}
