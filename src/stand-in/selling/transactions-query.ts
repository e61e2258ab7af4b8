import { DAY_MS, MINUTE_MS } from '../lib/days.ts'
import { instantOf } from '../lib/instants.ts'
import { badRequest, type Answer } from './answers.ts'
import type { Call } from './operation.ts'
import { placeOf, type PagePlace } from './page-token.ts'
import { paramOf } from './query.ts'

export type TransactionsQuery = {
  readonly startMs: number
  readonly endMs: number
  readonly marketplaceId: string | undefined
  readonly transactionStatus: string | undefined
  readonly orderId: string | undefined
  readonly place: PagePlace
}

/** Nothing younger than this can be asked for. Source: finances model. */
const EDGE_MS = 2 * MINUTE_MS
/** A longer run is answered with nothing. Source: finances model. */
export const LONGEST_MS = 180 * DAY_MS

export function readTransactionsQuery({ core, query }: Call): TransactionsQuery | Answer {
  const place = placeOf(core, 'transactions', paramOf(query, 'nextToken'), argumentsOf(query))
  if (place === undefined) return badRequest('The nextToken is invalid or the arguments differ from those it belongs to.')
  const orderId = query.get('relatedIdentifierName') === 'ORDER_ID' ? paramOf(query, 'relatedIdentifierValue') : undefined
  const span = readSpan(query, place.asOf, orderId !== undefined)
  if ('status' in span) return span
  return { ...span, orderId, place, marketplaceId: paramOf(query, 'marketplaceId'), transactionStatus: paramOf(query, 'transactionStatus') }
}

function readSpan(query: URLSearchParams, asOf: number, byOrder: boolean): { startMs: number; endMs: number } | Answer {
  const after = query.get('postedAfter')
  const before = query.get('postedBefore')
  if (after === null && !byOrder) return badRequest('postedAfter is required unless a related identifier is given.')
  const startMs = after === null ? asOf - LONGEST_MS : instantOf(after)
  const endMs = before === null ? asOf - EDGE_MS : instantOf(before)
  if (startMs === undefined || endMs === undefined) return badRequest('A date is not in ISO 8601 format.')
  if (startMs > asOf - EDGE_MS || endMs > asOf - EDGE_MS) return badRequest('A date must be more than two minutes before the request.')
  if (endMs <= startMs) return badRequest('postedBefore must be later than postedAfter.')
  return { startMs, endMs }
}

function argumentsOf(query: URLSearchParams): string {
  return [...query]
    .filter(([name]) => name !== 'nextToken')
    .map(([name, value]) => `${name}=${value}`)
    .toSorted()
    .join('&')
}
