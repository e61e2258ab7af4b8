import { instantOf, isoSeconds } from '../lib/instants.ts'
import { decimalText } from '../lib/money.ts'
import { listingsAt, type Listing } from '../world/listings.ts'
import type { Channel } from '../world/world.ts'
import { badRequest, denied, ok, type Answer } from './answers.ts'
import type { Call, Operation } from './operation.ts'
import { placeOf, tokenAfter } from './page-token.ts'
import { channelAsked, listOf, paramOf, sizeOf } from './query.ts'

/** A search is paged no further than this. Source: listings items model. */
const MOST_PAGED = 1000
/** Parameters a page token belongs to. */
const SEARCH = ['createdAfter', 'sortBy', 'sortOrder']
const PARTS = ['summaries', 'attributes', 'issues', 'offers', 'fulfillmentAvailability', 'procurement', 'relationships', 'productTypes']

export const searchListingsItems: Operation = {
  id: 'searchListingsItems',
  method: 'get',
  path: '/listings/2021-08-01/items/:sellerId',
  roles: ['Product Listing'],
  kind: 'seller',
  answer: (call) => {
    if (call.path['sellerId'] !== call.caller.account.sellingPartnerId) return denied('', 'another seller')
    const channel = channelAsked(call)
    return 'status' in channel ? channel : listPage(call, channel)
  },
}

function listPage({ core, query }: Call, channel: Channel): Answer {
  const size = sizeOf(query, 'pageSize', 10, 20)
  const parts = listOf(query, 'includedData')
  const args = [channel.marketplace.id, ...SEARCH.map((name) => paramOf(query, name) ?? '')].join(' ')
  const place = placeOf(core, 'listings', paramOf(query, 'pageToken'), args)
  if (size === undefined) return badRequest('pageSize must be 1 to 20.')
  if (!parts.every((part) => PARTS.includes(part))) return badRequest('includedData names something unknown.')
  if (place === undefined) return badRequest('The pageToken is invalid.')
  const all = searched(query, listingsAt(channel, place.asOf))
  const page = all.slice(place.skip, place.skip + size)
  const nextToken = tokenAfter(core, 'listings', place, { shown: page.length, all: Math.min(all.length, MOST_PAGED) })
  return ok({
    numberOfResults: all.length,
    pagination: { nextToken },
    items: page.map((listing) => describe(channel, listing, parts.length === 0 ? ['summaries'] : parts)),
  })
}

/** Filtered by creation, at or after; sorted by creation or, as Amazon does without asking, by the last change first. */
function searched(query: URLSearchParams, listings: readonly Listing[]): readonly Listing[] {
  const after = instantOf(paramOf(query, 'createdAfter')) ?? -Infinity
  const found = listings.filter((listing) => listing.openedMs >= after)
  return paramOf(query, 'sortBy') === 'createdDate' ? found.toSorted((a, b) => a.openedMs - b.openedMs) : found
}

function describe(channel: Channel, listing: Listing, parts: readonly string[]): Record<string, unknown> {
  const { marketplace } = channel
  const { product } = listing
  const all: Record<string, unknown> = {
    summaries: [
      {
        marketplaceId: marketplace.id,
        asin: product.asin,
        productType: 'HOME',
        conditionType: 'new_new',
        fnSku: listing.fnSku,
        itemName: product.title,
        status: listing.status === 'Active' ? ['BUYABLE', 'DISCOVERABLE'] : ['DISCOVERABLE'],
        createdDate: isoSeconds(listing.openedMs),
        lastUpdatedDate: isoSeconds(listing.changedMs),
      },
    ],
    attributes: {},
    issues: listing.issues.map((issue) => ({
      code: issue.code,
      message: issue.message,
      severity: issue.severity,
      ...(issue.attributeNames.length === 0 ? {} : { attributeNames: issue.attributeNames }),
      categories: [issue.category],
      marketplaceIds: [marketplace.id],
    })),
    offers: [
      {
        marketplaceId: marketplace.id,
        offerType: 'B2C',
        price: { currencyCode: marketplace.currency, amount: decimalText(listing.priceMinor, marketplace.currency) },
      },
    ],
    fulfillmentAvailability: [
      product.fulfilledByAmazon
        ? { fulfillmentChannelCode: `AMAZON_${marketplace.region.toUpperCase()}` }
        : { fulfillmentChannelCode: 'DEFAULT', quantity: listing.quantity },
    ],
    procurement: [],
    relationships: [],
    productTypes: [{ marketplaceId: marketplace.id, productType: 'HOME' }],
  }
  return { sku: product.sku, ...Object.fromEntries(parts.map((part) => [part, all[part]])) }
}
