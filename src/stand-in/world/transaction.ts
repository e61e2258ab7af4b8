/** One money movement as Amazon's books know it. Amounts in the marketplace's minor units, seen from the seller. */
export type Transaction = {
  readonly id: string
  readonly type: 'Shipment' | 'Refund' | 'ServiceFee' | 'Adjustment'
  readonly description: string
  readonly postedMs: number
  /** It cannot be read before this instant. */
  readonly visibleMs: number
  /** Held back until then; absent: released from the start. */
  readonly releasedMs?: number
  readonly orderId?: string
  readonly parts: readonly AmountPart[]
  readonly items: readonly TransactionItem[]
}

/** A named amount made of further named amounts; its own amount is their sum. */
export type AmountPart =
  | { readonly name: string; readonly minor: number }
  | { readonly name: string; readonly parts: readonly AmountPart[] }

export type TransactionItem = {
  readonly sku: string
  readonly asin: string
  readonly title: string
  readonly quantity: number
  readonly byAmazon: boolean
  readonly parts: readonly AmountPart[]
}

export function amountOf(part: AmountPart): number {
  return 'minor' in part ? part.minor : totalOf(part.parts)
}

export function totalOf(parts: readonly AmountPart[]): number {
  return parts.reduce((sum, part) => sum + amountOf(part), 0)
}

export function statusAt(transaction: Transaction, asOf: number): 'RELEASED' | 'DEFERRED' | 'DEFERRED_RELEASED' {
  if (transaction.releasedMs === undefined) return 'RELEASED'
  return asOf < transaction.releasedMs ? 'DEFERRED' : 'DEFERRED_RELEASED'
}
