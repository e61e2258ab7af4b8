import { DAY_MS, HOUR_MS } from '../lib/days.ts'
import type { Settlement } from './settlements.ts'
import { totalOf, type AmountPart, type Transaction } from './transaction.ts'
import { transactionsBetween } from './transactions.ts'
import type { Channel } from './world.ts'

/** One line of a settlement; without a channel it names no marketplace. */
export type SettlementLine = {
  readonly channel: Channel | undefined
  readonly type: string
  readonly amountType: string
  readonly description: string
  readonly minor: number
  readonly postedMs: number
  readonly orderId: string
  readonly sku: string
  readonly quantity: number | undefined
}

/** No transaction is held back longer than this. */
const LONGEST_HELD_MS = 7 * DAY_MS
/** What a label costs, in minor units. */
const LABEL_MINOR = 420

const WORDS: Readonly<Record<string, readonly [amountType: string, description: string]>> = {
  ProductCharges: ['ItemPrice', 'Principal'],
  Shipping: ['ItemPrice', 'Shipping'],
  Tax: ['ItemPrice', 'Tax'],
  PromotionRebates: ['Promotion', 'Principal'],
  Commission: ['ItemFees', 'Commission'],
  RefundCommission: ['ItemFees', 'RefundCommission'],
  FBAPerUnitFulfillmentFee: ['ItemFees', 'FBAPerUnitFulfillmentFee'],
  MarketplaceWithheldTax: ['ItemWithheldTax', 'MarketplaceFacilitatorTax-Principal'],
}

/** Every line of a settlement, in the order of its file. Money that is held back is settled when it is released. */
export function settlementLines(settlement: Settlement): SettlementLine[] {
  const moved = settlement.channels.flatMap((channel) => settledIn(channel, settlement).flatMap((one) => linesOf(channel, one)))
  return [...moved, ...ownLines(settlement)].toSorted((a, b) => a.postedMs - b.postedMs)
}

/** What the file must say in its first record, from the transactions' own totals. */
export function settlementTotal(settlement: Settlement): number {
  const moved = settlement.channels.flatMap((channel) => settledIn(channel, settlement).map((one) => totalOf(one.parts)))
  const own = settlement.reserveBeforeMinor - settlement.reserveMinor - 2 * LABEL_MINOR
  return moved.reduce((sum, minor) => sum + minor, own)
}

function settledIn(channel: Channel, { startMs, endMs }: Settlement): readonly Transaction[] {
  return transactionsBetween(channel, startMs - LONGEST_HELD_MS, endMs).filter((one) => settledMs(one) >= startMs && settledMs(one) < endMs)
}

function settledMs(one: Transaction): number {
  return one.releasedMs ?? one.postedMs
}

function linesOf(channel: Channel, one: Transaction): SettlementLine[] {
  const head = { channel, postedMs: settledMs(one), orderId: one.orderId ?? '', sku: '', quantity: undefined }
  if (one.items.length === 0) {
    const { description } = one
    const isOfAccount = description === 'Subscription'
    const words =
      one.type === 'Adjustment'
        ? { type: 'other-transaction', amountType: 'FBA Inventory Reimbursement', description: 'WAREHOUSE_DAMAGE' }
        : { type: 'other-transaction', amountType: 'other-transaction', description: isOfAccount ? 'Subscription Fee' : 'Storage Fee' }
    return [{ ...head, ...words, channel: isOfAccount ? undefined : channel, minor: totalOf(one.parts) }]
  }
  const type = one.type === 'Refund' ? 'Refund' : 'Order'
  return one.items.flatMap(({ sku, quantity, parts }) =>
    leavesOf(parts).map(({ name, minor }) => {
      const [amountType, description] = WORDS[name] ?? ['other-transaction', name]
      return { ...head, type, amountType, description, minor, sku, quantity: description === 'Principal' ? quantity : undefined }
    }),
  )
}

function leavesOf(parts: readonly AmountPart[]): { readonly name: string; readonly minor: number }[] {
  return parts.flatMap((part) => ('parts' in part ? leavesOf(part.parts) : part.minor === 0 ? [] : [part]))
}

/** What concerns the payout itself: reserves, and two labels bought in the same second, word for word alike. */
function ownLines({ startMs, endMs, reserveMinor, reserveBeforeMinor }: Settlement): SettlementLine[] {
  const line = (description: string, minor: number, postedMs: number): SettlementLine => ({
    channel: undefined,
    type: 'other-transaction',
    amountType: 'other-transaction',
    description,
    minor,
    postedMs,
    orderId: '',
    sku: '',
    quantity: undefined,
  })
  const label = line('Shipping label purchase', -LABEL_MINOR, startMs + 3 * HOUR_MS)
  return [
    ...(reserveBeforeMinor === 0 ? [] : [line('Previous Reserve Amount Balance', reserveBeforeMinor, startMs)]),
    label,
    label,
    line('Current Reserve Amount', -reserveMinor, endMs - 1000),
  ]
}
