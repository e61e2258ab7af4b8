import { brand } from '../../shared/lib/brand.ts'
import { isoInZone } from '../../shared/lib/zone.ts'
import type { DatasetId } from '../../shared/domain/ids.ts'
import { currencyScale } from '../../shared/domain/money.ts'
import type { Dataset } from './dataset.ts'
import type { RowContext, RowVerdict } from './document.ts'
import { countOf, fieldsOf, listOf } from './json-fields.ts'
import { jsonAmount } from './read-amount.ts'
import { readInstant } from './read-instant.ts'
import { ORDER_METRICS_QUOTA, SALES_PROBE } from './sales-quota.ts'

const HOUR_MS = 3_600_000

/**
 * Amazon's own headline figures per day, to reconcile orders with. Sources: amazon.md §4.1c: any span, two years back
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
    longestSpanDays: 90, lookBackDays: 730, publishDelayMs: HOUR_MS, settlingDays: 14, settlingAges: [1, 3, 7, 14], everyMs: null, staleAfterMs: 48 * HOUR_MS,
  },
  document: {
    kind: 'pages',
    read: (json, context) => ({ verdicts: listOf(fieldsOf(json)?.['payload']).map((one) => readDay(one, context)), cursor: null }),
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
  const one = fieldsOf(json)
  const start = readInstant(String(one?.['interval']).split('--')[0] ?? '')
  if (!one || start === null) return bad('interval', 'not two instants')
  const counts = [countOf(one['orderCount']), countOf(one['orderItemCount']), countOf(one['unitCount'])]
  const [orders, lines, units] = counts
  if (orders === null || orders === undefined || lines === null || lines === undefined || units === null || units === undefined) return bad('orderCount', 'not a count')
  const total = fieldsOf(one['totalSales'])
  const minor = jsonAmount(total?.['amount'], currencyScale(channel.currency))
  if (minor === null) return bad('totalSales', 'not an amount')
  if (minor !== 0 && total?.['currencyCode'] !== channel.currency) return bad('totalSales', `not the channel's ${channel.currency}`)
  return { kind: 'row', row: [dayAt(start), orders, lines, units, minor] }
}

function bad(column: string, why: string): RowVerdict {
  return { kind: 'bad', column, why }
}
