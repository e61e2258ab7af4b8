import { isoSeconds } from '../lib/instants.ts'
import { listingsAt, type Listing } from '../world/listings.ts'
import { stockAt, type Stock } from '../world/stock.ts'
import type { Channel } from '../world/world.ts'
import { badRequest, ok, type Answer } from './answers.ts'
import type { Call, Operation } from './operation.ts'
import { placeOf, tokenAfter } from './page-token.ts'
import { channelAsked, paramOf } from './query.ts'

/** Source: inventory model; a next token is good for half a minute. */
const TOKEN_LIFE_MS = 30_000

export const getInventorySummaries: Operation = {
  id: 'getInventorySummaries',
  method: 'get',
  path: '/fba/inventory/v1/summaries',
  roles: ['Amazon Fulfillment', 'Product Listing'],
  kind: 'seller',
  answer: (call) => {
    const channel = channelAsked(call)
    return 'status' in channel ? channel : listPage(call, channel)
  },
}

function listPage({ core, query }: Call, channel: Channel): Answer {
  const { id } = channel.marketplace
  if (query.get('granularityType') !== 'Marketplace' || query.get('granularityId') !== id) {
    return badRequest('granularityType Marketplace with the id of the marketplace is required.')
  }
  const place = placeOf(core, 'inventory', paramOf(query, 'nextToken'), id)
  if (place === undefined || core.now() - place.givenAt > TOKEN_LIFE_MS * (core.state.pace.patience ?? 1))
    return badRequest('The nextToken is invalid or has expired.')
  const all = listingsAt(channel, place.asOf).filter((listing) => listing.product.fulfilledByAmazon)
  const page = all.slice(place.skip, place.skip + (core.world.spec.inventoryPageSize ?? 50))
  const nextToken = tokenAfter(core, 'inventory', place, { shown: page.length, all: all.length })
  const details = query.get('details') === 'true'
  return ok({
    payload: {
      granularity: { granularityType: 'Marketplace', granularityId: id },
      inventorySummaries: page.map((listing) => describe(listing, stockAt(channel, listing, place.asOf), details)),
    },
    ...(nextToken === undefined ? {} : { pagination: { nextToken } }),
  })
}

function describe(listing: Listing, stock: Stock, details: boolean): Record<string, unknown> {
  return {
    asin: listing.product.asin,
    fnSku: listing.fnSku,
    sellerSku: listing.product.sku,
    condition: 'NewItem',
    lastUpdatedTime: isoSeconds(listing.changedMs),
    productName: listing.product.title,
    totalQuantity: stock.total,
    ...(details ? { inventoryDetails: detailsOf(stock) } : {}),
  }
}

function detailsOf(stock: Stock): Record<string, unknown> {
  return {
    fulfillableQuantity: stock.fulfillable,
    inboundWorkingQuantity: stock.inboundWorking,
    inboundShippedQuantity: stock.inboundShipped,
    inboundReceivingQuantity: stock.inboundReceiving,
    reservedQuantity: {
      totalReservedQuantity: stock.reserved,
      pendingCustomerOrderQuantity: stock.reserved,
      pendingTransshipmentQuantity: 0,
      fcProcessingQuantity: 0,
    },
    researchingQuantity: {
      totalResearchingQuantity: stock.researching,
      researchingQuantityBreakdown: [{ name: 'researchingQuantityInShortTerm', quantity: stock.researching }],
    },
    unfulfillableQuantity: { totalUnfulfillableQuantity: stock.unfulfillable, defectiveQuantity: stock.unfulfillable },
  }
}
