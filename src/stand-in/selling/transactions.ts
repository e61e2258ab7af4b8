import { statusAt, type Transaction } from '../world/transaction.ts'
import { transactionsBetween } from '../world/transactions.ts'
import { denied, ok, type Answer } from './answers.ts'
import type { Call, Operation } from './operation.ts'
import { tokenAfter } from './page-token.ts'
import { describeTransaction } from './transaction-view.ts'
import { LONGEST_MS, readTransactionsQuery, type TransactionsQuery } from './transactions-query.ts'

/** After so many pages comes one without transactions, although more follow. */
const EMPTY_PAGE_AFTER = 2

export const listTransactions: Operation = {
  id: 'listTransactions',
  method: 'get',
  path: '/finances/2024-06-19/transactions',
  roles: ['Finance and Accounting'],
  kind: 'seller',
  answer: (call) => {
    const query = readTransactionsQuery(call)
    return 'status' in query ? query : listPage(call, query)
  },
}

function listPage({ core, caller }: Call, query: TransactionsQuery): Answer {
  const { place } = query
  const own = core.world.channelsOf(caller.account.id)
  const channels = query.marketplaceId === undefined ? own : own.filter((channel) => channel.marketplace.id === query.marketplaceId)
  if (channels.length === 0) return denied('', 'marketplace')
  if (query.endMs - query.startMs > LONGEST_MS) return ok({ payload: { transactions: [] } })
  const found = channels
    .flatMap((channel) => transactionsBetween(channel, query.startMs, query.endMs).map((one) => ({ channel, one })))
    .filter(({ one }) => isAsked(query, one))
  const size = place.page % (EMPTY_PAGE_AFTER + 1) === EMPTY_PAGE_AFTER ? 0 : (core.world.spec.transactionPageSize ?? 100)
  const page = found.slice(place.skip, place.skip + size)
  const nextToken = tokenAfter(core, 'transactions', place, { shown: page.length, all: found.length })
  return ok({ payload: { nextToken, transactions: page.map(({ channel, one }) => describeTransaction(channel, one, place.asOf)) } })
}

function isAsked(query: TransactionsQuery, one: Transaction): boolean {
  const { asOf } = query.place
  if (one.visibleMs > asOf) return false
  if (query.transactionStatus !== undefined && statusAt(one, asOf) !== query.transactionStatus) return false
  return query.orderId === undefined || one.orderId === query.orderId
}
