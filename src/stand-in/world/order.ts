import type { Product } from './products.ts'

/** One line as Amazon will know it in the end, with the instants at which it became so. */
export type OrderLine = {
  readonly product: Product
  readonly quantity: number
  /** Price of the whole line, known from `confirmedMs` on. */
  readonly priceMinor: number
  readonly taxMinor: number
  readonly shippingMinor: number
  readonly promotionMinor: number
  /** The line was withdrawn at this instant. */
  readonly cancelledMs?: number
  /** From this instant on the line counts with these instead. */
  readonly corrected?: { readonly atMs: number; readonly quantity: number; readonly priceMinor: number }
}

export type Order = {
  readonly id: string
  readonly purchasedMs: number
  /** Payment went through: prices are known from here on. */
  readonly confirmedMs: number
  readonly shippedMs: number
  readonly byAmazon: boolean
  readonly business: boolean
  readonly lines: readonly OrderLine[]
}

/** What one line looks like at an instant. */
export type LineState = {
  readonly status: 'Pending' | 'Unshipped' | 'Shipped' | 'Cancelled'
  readonly quantity: number
  /** Undefined while Amazon leaves it blank. */
  readonly priceMinor: number | undefined
}

/** Undefined before the purchase. */
export function lineStateAt(order: Order, line: OrderLine, asOf: number): LineState | undefined {
  if (asOf < order.purchasedMs) return undefined
  if (line.cancelledMs !== undefined && asOf >= line.cancelledMs) return { status: 'Cancelled', quantity: 0, priceMinor: undefined }
  if (asOf < order.confirmedMs) return { status: 'Pending', quantity: line.quantity, priceMinor: undefined }
  const status = asOf < order.shippedMs ? 'Unshipped' : 'Shipped'
  if (line.corrected !== undefined && asOf >= line.corrected.atMs) {
    return { status, quantity: line.corrected.quantity, priceMinor: line.corrected.priceMinor }
  }
  return { status, quantity: line.quantity, priceMinor: line.priceMinor }
}

/** The last instant at or before `asOf` at which anything about the order changed. */
export function lastChangedAt(order: Order, asOf: number): number {
  const instants = [order.purchasedMs, order.confirmedMs, order.shippedMs]
  for (const line of order.lines) instants.push(line.cancelledMs ?? 0, line.corrected?.atMs ?? 0)
  return Math.max(...instants.filter((ms) => ms <= asOf))
}
