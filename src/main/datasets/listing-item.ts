import { currencyScale } from '../../shared/domain/money.ts'
import type { Cell, RowContext, RowVerdict } from './document.ts'
import { countOf, fieldsOf, listOf, textOf } from './json-fields.ts'
import { listingIssues } from './listing-issues.ts'
import { productCell } from './product-cell.ts'
import { jsonAmount } from './read-amount.ts'
import { readInstant } from './read-instant.ts'
import { need, rowVerdict } from './row-verdict.ts'

const WORD = /^[A-Za-z_]{1,40}$/

/** One offer in the channel's marketplace; an item without a summary for it is not offered there. */
export function readListingItem(json: unknown, { channel }: RowContext): RowVerdict {
  return rowVerdict(() => {
    const item = need(fieldsOf(json), 'items', 'not an object')
    const sku = need(textOf(item['sku']), 'sku', 'blank', (text) => text !== '')
    const summary = inMarketplace(item['summaries'], channel.marketplaceId)
    if (summary === null) return null
    const statuses = listOf(need(summary['status'], 'status', 'not a list', Array.isArray))
    const product = productCell({ sku, asin: textOf(summary['asin']) ?? '', title: textOf(summary['itemName']) ?? '' })
    const condition = textOf(summary['conditionType']) ?? ''
    return [
      product,
      WORD.test(condition) ? condition : '',
      statuses.includes('BUYABLE') ? 1 : 0,
      statuses.includes('DISCOVERABLE') ? 1 : 0,
      priceOf(item['offers'], channel),
      ...availabilityOf(item['fulfillmentAvailability']),
      ...listingIssues(item['issues'], channel.marketplaceId),
      readInstant(textOf(summary['lastUpdatedDate']) ?? ''),
    ]
  })
}

function inMarketplace(list: unknown, marketplaceId: string): Readonly<Record<string, unknown>> | null {
  return (
    listOf(list)
      .map(fieldsOf)
      .find((one) => one?.['marketplaceId'] === marketplaceId) ?? null
  )
}

/** What a consumer pays; unknown without an offer. Offers to businesses and to chosen audiences are other prices. */
function priceOf(list: unknown, channel: RowContext['channel']): Cell {
  const offer = listOf(list)
    .map(fieldsOf)
    .find((one) => one?.['marketplaceId'] === channel.marketplaceId && one['offerType'] === 'B2C' && isForAll(one['audience']))
  if (!offer) return null
  const price = fieldsOf(offer['price'])
  need(price?.['currencyCode'], 'price', `not in ${channel.currency}`, (said) => said === channel.currency)
  return need(jsonAmount(price?.['amount'], currencyScale(channel.currency)), 'price', 'not an amount')
}

function isForAll(audience: unknown): boolean {
  const value = fieldsOf(audience)?.['value']
  return value === undefined || value === 'ALL'
}

/** Quantity and who ships it. Amazon gives no quantity for what lies in its own warehouses. */
function availabilityOf(list: unknown): readonly [Cell, Cell] {
  const all = listOf(list).map(fieldsOf)
  const own = all.find((one) => one?.['fulfillmentChannelCode'] === 'DEFAULT')
  const byAmazon = all.some((one) => textOf(one?.['fulfillmentChannelCode'])?.startsWith('AMAZON') === true)
  if (byAmazon) return [null, 'Amazon']
  return [countOf(own?.['quantity']), own ? 'Merchant' : '']
}
