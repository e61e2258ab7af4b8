import { brand } from '../../shared/lib/brand.ts'
import { isoInZone } from '../../shared/lib/zone.ts'
import type { DatasetId } from '../../shared/domain/ids.ts'
import type { Dataset } from './dataset.ts'
import type { RowContext, RowVerdict } from './document.ts'
import { countOf, fieldsOf, listOf, textOf } from './json-fields.ts'
import { needMoney } from './json-money.ts'
import { readInstant } from './read-instant.ts'
import { badRow, need, rowVerdict } from './row-verdict.ts'
import { ORDER_METRICS_QUOTA, SALES_PROBE } from './sales-quota.ts'

const HOUR_MS = 3_600_000
const COUNTS = ['orderCount', 'orderItemCount', 'unitCount'] as const
const MONEY = { amount: 'amount', currency: 'currencyCode' }

/**
 * Amazon's own headline figures per day, to reconcile orders with. Sources: docs/amazon.md §4.1c: any span, two years back
 * (days), near real time. A span of 90 days keeps an answer small; one hour of delay and 14 days of settling are ours.
 */
export const dataset: Dataset = {
  id: brand<DatasetId>('sales-daily'),
  title: 'Daily sales',
  group: 'sales',
  family: 'selling',
  kinds: ['seller'],
  permission: 'sales',
  amazonRole: 'Inventory and Order Tracking',
  grain: 'day',
  shape: 'event',
  request: {
    kind: 'paged-call',
    quota: ORDER_METRICS_QUOTA,
    path: () => '/sales/v1/orderMetrics',
    // Each end is written with the offset its own instant has: Amazon refuses offsets that do not match the zone.
    query: ({ channel, startsAt, endsAt }) => ({
      marketplaceIds: channel.marketplaceId,
      interval: `${isoInZone(startsAt, channel.zone)}--${isoInZone(endsAt, channel.zone)}`,
      granularity: 'Day',
      granularityTimeZone: channel.zone,
    }),
    cursorParameter: 'nextToken',
    repeatQuery: true,
  },
  changes: null,
  probe: SALES_PROBE,
  timing: {
    longestSpanDays: 90,
    lookBackDays: 730,
    publishDelayMs: HOUR_MS,
    settlingDays: 14,
    settlingAges: [1, 3, 7, 14],
    everyMs: null,
    staleAfterMs: 48 * HOUR_MS,
  },
  document: {
    kind: 'pages',
    read: (json, context) => {
      const payload = fieldsOf(json)?.['payload']
      return {
        verdicts: Array.isArray(payload) ? listOf(payload).map((one) => readDay(one, context)) : [badRow('payload', 'no list of days')],
        cursor: null,
      }
    },
    records: (json) => listOf(fieldsOf(json)?.['payload']),
    fields: ['interval', ...COUNTS, 'averageUnitPrice', 'totalSales'],
  },
  table: {
    name: 'sales_days',
    columns: [
      { name: 'day', kind: 'day' },
      { name: 'orders', kind: 'integer' },
      { name: 'order_lines', kind: 'integer' },
      { name: 'units', kind: 'integer' },
      { name: 'ordered_minor', kind: 'money' },
    ],
    key: ['day'],
    moneyColumn: 'ordered_minor',
    moneyScale: 'currency',
    entityColumn: null,
    rollups: [],
  },
}

function readDay(json: unknown, { channel, dayAt }: RowContext): RowVerdict {
  return rowVerdict(() => {
    const one = need(fieldsOf(json), 'payload', 'not an object')
    const start = need(readInstant((textOf(one['interval']) ?? '').split('--')[0] ?? ''), 'interval', 'not two instants')
    const counts = COUNTS.map((name) => need(countOf(one[name]), name, 'not a count'))
    return [dayAt(start), ...counts, needMoney(one['totalSales'], 'totalSales', { names: MONEY, currency: channel.currency })]
  })
}
