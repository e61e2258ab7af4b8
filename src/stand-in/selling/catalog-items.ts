import { catalogueOf } from '../world/catalogue.ts'
import type { Product } from '../world/products.ts'
import type { Channel } from '../world/world.ts'
import { badRequest, ok, type Answer } from './answers.ts'
import type { Call, Operation } from './operation.ts'
import { channelAsked, listOf, paramOf, sizeOf } from './query.ts'

const MOST_IDS = 20

export const searchCatalogItems: Operation = {
  id: 'searchCatalogItems',
  method: 'get',
  path: '/catalog/2022-04-01/items',
  roles: ['Product Listing'],
  kind: 'seller',
  answer: (call) => {
    const channel = channelAsked(call)
    return 'status' in channel ? channel : search(call, channel)
  },
}

function search({ query }: Call, channel: Channel): Answer {
  const identifiers = listOf(query, 'identifiers')
  const keywords = listOf(query, 'keywords')
  if ((identifiers.length === 0) === (keywords.length === 0)) return badRequest('Either identifiers or keywords are required.')
  if (sizeOf(query, 'pageSize', 10, MOST_IDS) === undefined) return badRequest('pageSize must be 1 to 20.')
  if (identifiers.length > MOST_IDS || keywords.length > MOST_IDS) return badRequest('At most 20 identifiers or keywords are allowed.')
  if (identifiers.length > 0 && paramOf(query, 'identifiersType') !== 'ASIN')
    return badRequest('Only identifiersType ASIN is offered here.')
  const parts = listOf(query, 'includedData')
  const found = catalogueOf(channel).filter((product) => identifiers.includes(product.asin))
  return ok({
    numberOfResults: found.length,
    items: found.map((product) => describe(channel, product, parts.length === 0 ? ['summaries'] : parts)),
  })
}

function describe(channel: Channel, product: Product, parts: readonly string[]): Record<string, unknown> {
  const marketplaceId = channel.marketplace.id
  const picture = (variant: string, width: number) => ({
    variant,
    link: `https://m.media-amazon.com/images/I/${product.asin.slice(2)}${variant === 'MAIN' ? 'L' : 'P'}._SL${width}_.jpg`,
    height: width,
    width,
  })
  const all: Record<string, unknown> = {
    summaries: [
      {
        marketplaceId,
        brand: channel.account.name.split(' ')[0],
        itemName: product.title,
        itemClassification: 'BASE_PRODUCT',
        packageQuantity: 1,
      },
    ],
    images: [{ marketplaceId, images: [picture('MAIN', 500), picture('MAIN', 1500), picture('PT01', 1500)] }],
  }
  return { asin: product.asin, ...Object.fromEntries(parts.filter((part) => part in all).map((part) => [part, all[part]])) }
}
