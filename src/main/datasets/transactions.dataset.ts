import { brand } from '../../shared/lib/brand.ts'
import type { DatasetId } from '../../shared/domain/ids.ts'
import type { Dataset } from './dataset.ts'
import { FINANCES_PROBE, TRANSACTIONS_PATH, TRANSACTIONS_QUOTA } from './finances-probe.ts'
import { fieldsOf, listOf } from './json-fields.ts'
import { badRow } from './row-verdict.ts'
import { readTransaction } from './transaction-row.ts'

const MINUTE_MS = 60_000
const DAY_MS = 86_400_000
/** Types met so far; Amazon's model names the first alone. A new one is taken as it is, its money by its breakdown. */
const TYPES = [
  'Shipment',
  'Refund',
  'ServiceFee',
  'Adjustment',
  'Transfer',
  'DebtRecovery',
  'ProductAdsPayment',
  'Retrocharge',
  'Chargeback',
  'GuaranteeClaim',
  'Other',
  'other-transaction',
  '',
]
/** Fields of a transaction. Source: Finances 2024-06-19 model. */
const FIELDS = [
  'sellingPartnerMetadata',
  'relatedIdentifiers',
  'transactionType',
  'transactionId',
  'transactionStatus',
  'description',
  'postedDate',
  'totalAmount',
  'marketplaceDetails',
  'items',
  'contexts',
  'breakdowns',
]
/** Amazon wants dates more than two minutes old; one more against clocks that differ. Source: the same model. */
const EDGE_MS = 3 * MINUTE_MS

/**
 * Posted money, one row per transaction with its breakdown in seven categories. Sources: docs/amazon.md §4.2a: a span beyond
 * 180 days is answered with nothing (30 days keep pages few), up to 48 hours late. A deferred transaction keeps its id and its
 * day and changes only its status when it is released, up to two months later: each day is read again until it is 60 days
 * old, and the status is a figure like any other, so a release is a restatement of its day. No end of the look-back is documented; two years are asked for.
 */
export const dataset: Dataset = {
  id: brand<DatasetId>('transactions'),
  title: 'Transactions',
  group: 'financial',
  family: 'selling',
  kinds: ['seller'],
  permission: 'financial',
  amazonRole: 'Finance and Accounting',
  grain: 'transaction',
  shape: 'event',
  request: {
    kind: 'paged-call',
    quota: TRANSACTIONS_QUOTA,
    path: () => TRANSACTIONS_PATH,
    query: ({ channel, startsAt, endsAt, now }) => ({
      postedAfter: new Date(startsAt).toISOString(),
      postedBefore: new Date(Math.min(endsAt, now - EDGE_MS)).toISOString(),
      marketplaceId: channel.marketplaceId,
    }),
    cursorParameter: 'nextToken',
    repeatQuery: true,
  },
  changes: null,
  probe: FINANCES_PROBE,
  timing: {
    longestSpanDays: 30,
    lookBackDays: 730,
    publishDelayMs: 2 * DAY_MS,
    settlingDays: 60,
    settlingAges: [2, 7, 14, 21, 30, 45, 60],
    everyMs: null,
    staleAfterMs: 4 * DAY_MS,
  },
  values: { status: ['', 'DEFERRED', 'RELEASED', 'DEFERRED_RELEASED'], type: TYPES },
  document: {
    kind: 'pages',
    read: (json, context) => {
      const payload = fieldsOf(fieldsOf(json)?.['payload'])
      if (!payload || !Array.isArray(payload['transactions']))
        return { verdicts: [badRow('payload', 'no list of transactions')], cursor: null }
      const cursor = payload['nextToken']
      return {
        verdicts: listOf(payload['transactions']).map((one) => readTransaction(one, context)),
        cursor: typeof cursor === 'string' && cursor !== '' ? cursor : null,
      }
    },
    records: (json) => listOf(fieldsOf(fieldsOf(json)?.['payload'])?.['transactions']),
    fields: FIELDS,
  },
  table: {
    name: 'transactions',
    columns: [
      { name: 'day', kind: 'day' },
      { name: 'transaction_id', kind: 'text' },
      { name: 'posted_at', kind: 'integer' },
      { name: 'type', kind: 'text' },
      { name: 'status', kind: 'text' },
      { name: 'order_id', kind: 'text' },
      { name: 'total_minor', kind: 'money' },
      { name: 'sales_minor', kind: 'money' },
      { name: 'refunds_minor', kind: 'money' },
      { name: 'fees_minor', kind: 'money' },
      { name: 'tax_minor', kind: 'money' },
      { name: 'shipping_minor', kind: 'money' },
      { name: 'promotions_minor', kind: 'money' },
      { name: 'other_minor', kind: 'money' },
      { name: 'currency', kind: 'text' },
    ],
    key: ['day', 'transaction_id'],
    moneyColumn: 'total_minor',
    moneyScale: 'currency',
    entityColumn: null,
    rollups: [
      {
        name: 'transaction_days',
        select: {
          transactions: 'count(*)',
          sales_minor: 'sum(sales_minor)',
          refunds_minor: 'sum(refunds_minor)',
          fees_minor: 'sum(fees_minor)',
          tax_minor: 'sum(tax_minor)',
          shipping_minor: 'sum(shipping_minor)',
          promotions_minor: 'sum(promotions_minor)',
          other_minor: 'sum(other_minor)',
        },
      },
    ],
  },
}
