import type { Cell, FlatRecord, RowContext, RowVerdict } from './document.ts'
import { productCell } from './product-cell.ts'
import { need, rowVerdict } from './row-verdict.ts'
import { isKnownSite, isOwnSalesChannel } from './sales-channels.ts'
import { settlementCategory } from './settlement-category.ts'

const COUNT = /^-?\d{1,9}$/
const ORDER_ID = /^[A-Za-z0-9-]{3,64}$/

/** What the statement has read of the line already. */
export interface SettlementLine {
  readonly settlementId: string
  readonly line: number
  readonly postedAt: number
  readonly amountMinor: number
}

/** One line of a settlement, when it is this channel's. */
export function settlementRow(
  record: FlatRecord,
  { settlementId, line, postedAt, amountMinor }: SettlementLine,
  context: RowContext,
): RowVerdict {
  return rowVerdict(() => {
    if (!isOf(record('marketplace'), context)) return null
    const { channel, dayAt } = context
    const words = { type: record('type'), amountType: record('amountType'), description: record('description') }
    const orderId = need(record('orderId'), 'order-id', 'not an order id', (id) => id === '' || ORDER_ID.test(id))
    const count = need(record('quantity'), 'quantity-purchased', 'not a count', (text) => text === '' || COUNT.test(text))
    const head: Cell[] = [dayAt(postedAt), settlementId, line, postedAt, words.type, words.amountType, words.description]
    const product = productCell({ sku: record('sku'), asin: '', title: '' })
    return [...head, settlementCategory(words), orderId, product, count === '' ? null : Number(count), amountMinor, channel.currency]
  })
}

/**
 * A line belongs to the marketplace it names. One that names none of Amazon's sites (a subscription, a reserve, a sale
 * outside Amazon) concerns the account: it goes to the account's first channel of that currency, so that it counts once.
 */
function isOf(marketplace: string, { channel, siblings }: RowContext): boolean {
  if (isKnownSite(marketplace)) return isOwnSalesChannel(marketplace, channel.country)
  return (siblings ?? []).every((one) => one.currency !== channel.currency || one.id >= channel.id)
}
