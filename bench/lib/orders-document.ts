import { gzipSync } from 'node:zlib'

const COLUMNS = [
  'amazon-order-id',
  'merchant-order-id',
  'purchase-date',
  'last-updated-date',
  'order-status',
  'fulfillment-channel',
  'sales-channel',
  'order-channel',
  'ship-service-level',
  'product-name',
  'sku',
  'asin',
  'item-status',
  'quantity',
  'currency',
  'item-price',
  'item-tax',
  'shipping-price',
  'shipping-tax',
  'gift-wrap-price',
  'gift-wrap-tax',
  'item-promotion-discount',
  'ship-promotion-discount',
  'ship-city',
  'ship-state',
  'ship-postal-code',
  'ship-country',
  'promotion-ids',
  'is-business-order',
  'purchase-order-number',
  'price-designation',
]

export interface OrdersSpec {
  readonly lines: number
  /** ms since 1970 of the first purchase; they are spread evenly over `days` days. */
  readonly startMs: number
  readonly days: number
  readonly seed: number
}

export interface OrdersDocument {
  readonly packed: Uint8Array<ArrayBuffer>
  readonly lines: number
  readonly moneyMinor: number
}

/** A German orders file as Amazon would write it, packed; one title in two hundred begins with a quote. */
export function ordersDocument(spec: OrdersSpec): OrdersDocument {
  const draw = randomFrom(spec.seed)
  const lines = [COLUMNS.join('\t')]
  let moneyMinor = 0
  for (let index = 0; index < spec.lines; index += 1) {
    const price = 499 + Math.floor(draw() * 9000)
    const isPending = draw() < 0.02
    moneyMinor += isPending ? 0 : price
    lines.push(lineOf(spec, index, { draw, price, isPending }))
  }
  return { packed: Uint8Array.from(gzipSync(`${lines.join('\n')}\n`)), lines: spec.lines, moneyMinor }
}

function lineOf(
  spec: OrdersSpec,
  index: number,
  { draw, price, isPending }: { draw: () => number; price: number; isPending: boolean },
): string {
  const at = new Date(spec.startMs + Math.floor((index / spec.lines) * spec.days * 86_400_000)).toISOString().replace(/\.\d+Z$/, '+00:00')
  const product = Math.floor(draw() ** 2 * 2000)
  const id = `302-${String(Math.floor(draw() * 1e7)).padStart(7, '0')}-${String(index).padStart(7, '0')}`
  const title = `${draw() < 0.005 ? '"' : ''}Useful article number ${product} with a rather long name, pack of ${1 + (product % 6)}`
  const status = isPending ? 'Pending' : 'Shipped'
  const money = isPending ? ['', ''] : ['EUR', (price / 100).toFixed(2)]
  return [
    id,
    id,
    at,
    at,
    status,
    'Amazon',
    'Amazon.de',
    '',
    'Expedited',
    title,
    `SKU-${product}`,
    `B0${String(product).padStart(8, '0')}`,
    isPending ? 'Unshipped' : 'Shipped',
    '1',
    ...money,
    '',
    '',
    '',
    '',
    '',
    '',
    '',
    'Town',
    'State',
    '12345',
    'DE',
    '',
    'false',
    '',
    '',
  ].join('\t')
}

/** Mulberry32: the same seed, the same file. */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
