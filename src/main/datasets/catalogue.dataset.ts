import { brand } from '../../shared/lib/brand.ts'
import type { DatasetId } from '../../shared/domain/ids.ts'
import type { Dataset } from './dataset.ts'
import type { Cell, Row, RowContext, RowVerdict } from './document.ts'
import { countOf, fieldsOf, listOf, textOf } from './json-fields.ts'
import type { Quota } from './request.ts'
import { badRow, need, rowVerdict } from './row-verdict.ts'

const DAY_MS = 86_400_000
/** Rate of `searchCatalogItems`. Source: Catalog Items 2022-04-01 model. */
const QUOTA: Quota = { operation: 'searchCatalogItems', perSecond: 2, burst: 2 }
const PATH = '/catalog/2022-04-01/items'
/** Identifiers of one call. Source: the same model. */
const IDS_PER_CALL = 20
const ASIN = /^[A-Z0-9]{10}$/
/** Hosts of Amazon's pictures; an address elsewhere is not kept. */
const PICTURE = /^https:\/\/[a-z0-9.-]+\.(media-amazon|ssl-images-amazon|images-amazon)\.com\/[^\s"<>]{1,400}$/

/**
 * What Amazon's catalogue calls the products a channel sells: title, brand, and the address of the main picture, which is
 * never fetched. Sources: docs/amazon.md §4.4: 20 products a call; weekly is our choice, new products within a day.
 */
export const dataset: Dataset = {
  id: brand<DatasetId>('catalogue'),
  title: 'Catalogue',
  group: 'product',
  family: 'selling',
  kinds: ['seller'],
  permission: 'product',
  amazonRole: 'Product Listing',
  grain: 'product',
  shape: 'snapshot',
  request: {
    kind: 'calls-by-id',
    quota: QUOTA,
    path: () => PATH,
    ids: 'asin',
    idsPerCall: IDS_PER_CALL,
    newIdsAfterMs: DAY_MS,
    query: ({ channel }, ids) => ({
      identifiers: ids.join(','),
      identifiersType: 'ASIN',
      marketplaceIds: channel.marketplaceId,
      includedData: 'summaries,images',
      pageSize: String(IDS_PER_CALL),
    }),
  },
  changes: null,
  probe: {
    kind: 'call',
    quota: QUOTA,
    path: () => PATH,
    query: ({ channel }) => ({ keywords: 'book', marketplaceIds: channel.marketplaceId, pageSize: '1' }),
  },
  timing: {
    longestSpanDays: 1,
    lookBackDays: 0,
    publishDelayMs: 0,
    settlingDays: 0,
    settlingAges: [],
    everyMs: 7 * DAY_MS,
    staleAfterMs: 14 * DAY_MS,
  },
  document: { kind: 'pages', read: readPage },
  table: {
    name: 'catalogue',
    columns: [
      { name: 'asin', kind: 'text' },
      { name: 'is_known', kind: 'integer' },
      { name: 'title', kind: 'text' },
      { name: 'brand', kind: 'text' },
      { name: 'picture', kind: 'text' },
    ],
    key: ['asin'],
    moneyColumn: null,
    moneyScale: 'currency',
    entityColumn: null,
    rollups: [],
  },
}

/** Every product asked for gets a row, also those the catalogue does not know, so that they are not asked for again and again. */
function readPage(json: unknown, context: RowContext): { readonly verdicts: Iterable<RowVerdict>; readonly cursor: string | null } {
  const items = fieldsOf(json)?.['items']
  if (!Array.isArray(items)) return { verdicts: [badRow('items', 'no list of products')], cursor: null }
  const asked = new Set(context.asked ?? [])
  const found = new Set(items.map((one) => textOf(fieldsOf(one)?.['asin'])))
  const absent = [...asked].filter((asin) => !found.has(asin)).map((asin) => ({ kind: 'row' as const, row: unknownProduct(asin) }))
  return { verdicts: [...items.map((one: unknown) => readProduct(one, context)), ...absent], cursor: null }
}

function unknownProduct(asin: string): Row {
  return [asin, 0, null, null, null]
}

function readProduct(json: unknown, { channel }: RowContext): RowVerdict {
  return rowVerdict(() => {
    const item = need(fieldsOf(json), 'items', 'not an object')
    const asin = need(textOf(item['asin']), 'asin', 'not an ASIN', (text) => ASIN.test(text))
    const here = (list: unknown) =>
      listOf(list)
        .map(fieldsOf)
        .find((one) => one?.['marketplaceId'] === channel.marketplaceId)
    const summary = here(item['summaries'])
    return [asin, 1, textOf(summary?.['itemName']), textOf(summary?.['brand']), pictureOf(here(item['images'])?.['images'])]
  })
}

/** The main picture of the largest size whose address is Amazon's. */
function pictureOf(list: unknown): Cell {
  const main = listOf(list)
    .map(fieldsOf)
    .filter((one) => one?.['variant'] === 'MAIN' && PICTURE.test(textOf(one['link']) ?? ''))
    .sort((a, b) => (countOf(b?.['width']) ?? 0) - (countOf(a?.['width']) ?? 0))
  return textOf(main[0]?.['link'])
}
