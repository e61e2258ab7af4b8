import type { Core } from '../core.ts'
import { decimalText } from '../lib/money.ts'
import type { ReportRow } from '../state.ts'
import { feesOf } from '../world/fees.ts'
import { listingsAt, type Listing } from '../world/listings.ts'
import type { Channel } from '../world/world.ts'
import { writeTable } from './table.ts'

const COLUMNS: readonly string[] = [
  'sku',
  'fnsku',
  'asin',
  'product-name',
  'product-group',
  'brand',
  'fulfilled-by',
  'your-price',
  'sales-price',
  'longest-side',
  'median-side',
  'shortest-side',
  'length-and-girth',
  'unit-of-dimension',
  'item-package-weight',
  'unit-of-weight',
  'product-size-tier',
  'currency',
  'estimated-fee-total',
  'estimated-referral-fee-per-unit',
  'estimated-variable-closing-fee',
  'estimated-order-handling-fee-per-order',
  'estimated-pick-pack-fee-per-unit',
  'estimated-weight-handling-fee-per-unit',
  'expected-fulfillment-fee-per-unit',
]

/** Expected fees of what lies at Amazon. In Europe the file holds all the seller's countries, whichever was asked for. */
export function feesFile(core: Core, row: ReportRow): string {
  const asked = core.world.channel(row.accountId, row.marketplaceIds[0] ?? '')
  if (asked === undefined) throw new Error(`report ${row.id} was finished without a channel`)
  const channels = asked.marketplace.region === 'eu' ? core.world.channelsOf(row.accountId) : [asked]
  const lines = channels.flatMap((channel) => feeLines(channel, row.endsAt))
  return writeTable(core, row, COLUMNS, lines)
}

function feeLines(channel: Channel, asOf: number): Record<string, string>[] {
  return listingsAt(channel, asOf)
    .filter((listing) => listing.product.fulfilledByAmazon)
    .map((listing) => cellsOf(channel, listing))
}

/** Two dashes stand for what Amazon does not know. */
function cellsOf(channel: Channel, { product, priceMinor, fnSku }: Listing): Record<string, string> {
  const { currency } = channel.marketplace
  const fees = feesOf(channel, product)
  const text = (minor: number | null): string => (minor === null ? '--' : decimalText(minor, currency))
  const { referralMinor, closingMinor, fulfilmentMinor } = fees
  return {
    sku: product.sku,
    fnsku: fnSku,
    asin: product.asin,
    'product-name': product.title,
    'product-group': 'Home',
    brand: channel.account.name.split(' ')[0] ?? '',
    'fulfilled-by': 'Amazon',
    'your-price': text(priceMinor),
    'sales-price': text(priceMinor),
    'unit-of-dimension': 'centimeters',
    'unit-of-weight': 'grams',
    'product-size-tier': fees.sizeTier,
    currency,
    'estimated-fee-total': text(fulfilmentMinor === null ? null : referralMinor + closingMinor + fulfilmentMinor),
    'estimated-referral-fee-per-unit': text(referralMinor),
    'estimated-variable-closing-fee': text(closingMinor),
    'estimated-order-handling-fee-per-order': '--',
    'estimated-pick-pack-fee-per-unit': '--',
    'estimated-weight-handling-fee-per-unit': '--',
    'expected-fulfillment-fee-per-unit': text(fulfilmentMinor),
  }
}
