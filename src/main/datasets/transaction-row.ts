import { currencyScale } from '../../shared/domain/money.ts'
import type { RowContext, RowVerdict } from './document.ts'
import { fieldsOf, listOf, textOf } from './json-fields.ts'
import { jsonAmount } from './read-amount.ts'
import { readInstant } from './read-instant.ts'
import { sortBreakdowns, type Breakdown } from './transaction-categories.ts'

/** One transaction as a row. The categories always sum to its total: what no breakdown explains is *other*. */
export function readTransaction(json: unknown, { channel, dayAt }: RowContext): RowVerdict {
  const one = fieldsOf(json)
  if (!one) return bad('transactions', 'not an object')
  const marketplaceId = fieldsOf(one['marketplaceDetails'])?.['marketplaceId']
  if (typeof marketplaceId === 'string' && marketplaceId !== channel.marketplaceId) return { kind: 'foreign' }
  const postedText = String(one['postedDate'])
  const postedAt = readInstant(postedText)
  if (postedAt === null) return bad('postedDate', 'not an ISO instant')
  const scale = currencyScale(channel.currency)
  const money = fieldsOf(one['totalAmount'])
  const total = jsonAmount(money?.['currencyAmount'], scale)
  if (total === null) return bad('totalAmount', 'not an amount')
  if (total !== 0 && money?.['currencyCode'] !== channel.currency) return bad('totalAmount', `not the channel's ${channel.currency}`)
  const type = textOf(one['transactionType']) ?? ''
  const parts = readParts(one, scale)
  if (parts === null) return bad('breakdowns', 'not an amount')
  const { amounts, unknown } = sortBreakdowns(parts, { total, type })
  const orderId = relatedOrder(one)
  const id = textOf(one['transactionId']) ?? `${type} ${postedText} ${orderId} ${total}`
  const row = [
    dayAt(postedAt), id, postedAt, type, textOf(one['transactionStatus']) ?? '', orderId, total,
    amounts.sales, amounts.refunds, amounts.fees, amounts.tax, amounts.shipping, amounts.promotions, amounts.other, channel.currency,
  ]
  return unknown.length === 0 ? { kind: 'row', row } : { kind: 'row', row, note: `in other: ${unknown.join(', ')}` }
}

/** The breakdowns of the articles where they explain as much as the transaction's own, because they go deeper. */
function readParts(one: Readonly<Record<string, unknown>>, scale: number): readonly Breakdown[] | null {
  const own = readBreakdowns(one['breakdowns'], scale)
  const articles = listOf(one['items']).map((item) => readBreakdowns(fieldsOf(item)?.['breakdowns'], scale))
  if (own === null || articles.includes(null)) return null
  const deep = articles.flatMap((parts) => parts ?? [])
  return deep.length > 0 && (own.length === 0 || sumOf(deep) === sumOf(own)) ? deep : own
}

function readBreakdowns(json: unknown, scale: number): readonly Breakdown[] | null {
  const found: Breakdown[] = []
  for (const part of listOf(json)) {
    const one = fieldsOf(part)
    const minor = jsonAmount(fieldsOf(one?.['breakdownAmount'])?.['currencyAmount'], scale)
    const parts = readBreakdowns(one?.['breakdowns'], scale)
    if (!one || minor === null || parts === null) return null
    found.push({ name: textOf(one['breakdownType']) ?? '', minor, parts })
  }
  return found
}

function sumOf(parts: readonly Breakdown[]): number {
  return parts.reduce((sum, part) => sum + part.minor, 0)
}

function relatedOrder(one: Readonly<Record<string, unknown>>): string {
  const related = listOf(one['relatedIdentifiers']).map(fieldsOf)
  return textOf(related.find((identifier) => identifier?.['relatedIdentifierName'] === 'ORDER_ID')?.['relatedIdentifierValue']) ?? ''
}

function bad(column: string, why: string): RowVerdict {
  return { kind: 'bad', column, why }
}
