import { currencyScale } from '../../shared/domain/money.ts'
import type { RowContext, RowVerdict } from './document.ts'
import { fieldsOf, listOf, textOf } from './json-fields.ts'
import { needMoney } from './json-money.ts'
import { jsonAmount } from './read-amount.ts'
import { readInstant } from './read-instant.ts'
import { need, rowVerdict } from './row-verdict.ts'
import { CATEGORIES, sortBreakdowns, type Breakdown } from './transaction-categories.ts'

const MONEY = { amount: 'currencyAmount', currency: 'currencyCode' }

/** One transaction as a row. The categories always sum to its total: what no breakdown explains is *other*. */
export function readTransaction(json: unknown, { channel, dayAt }: RowContext): RowVerdict {
  return rowVerdict(() => {
    const one = need(fieldsOf(json), 'transactions', 'not an object')
    const marketplaceId = fieldsOf(one['marketplaceDetails'])?.['marketplaceId']
    if (typeof marketplaceId === 'string' && marketplaceId !== channel.marketplaceId) return null
    const postedText = textOf(one['postedDate']) ?? ''
    const postedAt = need(readInstant(postedText), 'postedDate', 'not an ISO instant')
    const total = needMoney(one['totalAmount'], 'totalAmount', { names: MONEY, currency: channel.currency })
    const type = textOf(one['transactionType']) ?? ''
    const parts = need(readParts(one, currencyScale(channel.currency)), 'breakdowns', 'not an amount')
    const { amounts, unknown } = sortBreakdowns(parts, { total, type })
    const orderId = relatedOrder(one)
    const id = textOf(one['transactionId']) ?? `${type} ${postedText} ${orderId} ${total}`
    const sorted = CATEGORIES.map((category) => amounts[category])
    const row = [dayAt(postedAt), id, postedAt, type, textOf(one['transactionStatus']) ?? '', orderId, total, ...sorted, channel.currency]
    return unknown.length === 0 ? row : { row, note: `in other: ${unknown.join(', ')}` }
  })
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
