import { brand } from '../../shared/lib/brand.ts'
import type { DatasetId } from '../../shared/domain/ids.ts'
import type { Dataset } from './dataset.ts'
import { FINANCES_PROBE } from './finances-probe.ts'
import { SETTLEMENT_CATEGORIES } from './settlement-category.ts'
import { SETTLEMENT_HEADERS, SETTLEMENT_HEADERS_PASSED_OVER } from './settlement-headers.ts'
import { openSettlement } from './settlement-statement.ts'

const DAY_MS = 86_400_000

/**
 * What Amazon paid out, line by line, from the files it makes at each close. Sources: docs/amazon.md §4.2c: files cannot be
 * asked for, are listed for 90 days and never change, so nothing settles; a period is about 14 days, and a day more for the
 * file to appear. Ours: the list is read once a day, and three days without that is stale.
 */
export const dataset: Dataset = {
  id: brand<DatasetId>('settlements'),
  title: 'Settlements',
  group: 'financial',
  family: 'selling',
  kinds: ['seller'],
  permission: 'financial',
  amazonRole: 'Finance and Accounting',
  grain: 'settlement × line',
  shape: 'event',
  request: { kind: 'listed-reports', reportType: 'GET_V2_SETTLEMENT_REPORT_DATA_FLAT_FILE_V2' },
  changes: null,
  probe: FINANCES_PROBE,
  timing: {
    longestSpanDays: 14,
    lookBackDays: 90,
    publishDelayMs: 15 * DAY_MS,
    settlingDays: 0,
    settlingAges: [0],
    everyMs: DAY_MS,
    staleAfterMs: 3 * DAY_MS,
  },
  document: {
    kind: 'statement',
    headers: SETTLEMENT_HEADERS,
    passedOver: SETTLEMENT_HEADERS_PASSED_OVER,
    sentences: [],
    open: openSettlement,
  },
  table: {
    name: 'settlement_lines',
    columns: [
      { name: 'day', kind: 'day' },
      { name: 'settlement_id', kind: 'text' },
      { name: 'line', kind: 'integer' },
      { name: 'posted_at', kind: 'integer' },
      { name: 'type', kind: 'text' },
      { name: 'amount_type', kind: 'text' },
      { name: 'description', kind: 'text' },
      { name: 'category', kind: 'text' },
      { name: 'order_id', kind: 'text' },
      { name: 'product_id', kind: 'product' },
      { name: 'quantity', kind: 'integer' },
      { name: 'amount_minor', kind: 'money' },
      { name: 'currency', kind: 'text' },
    ],
    key: ['day', 'settlement_id', 'line'],
    moneyColumn: 'amount_minor',
    moneyScale: 'currency',
    entityColumn: 'settlement_id',
    rollups: [
      {
        name: 'settlement_days',
        select: {
          lines: 'count(*)',
          total_minor: 'sum(amount_minor)',
          ...Object.fromEntries(
            SETTLEMENT_CATEGORIES.map((name) => [
              `${name}_minor`,
              `coalesce(sum(CASE WHEN category = '${name}' THEN amount_minor END), 0)`,
            ]),
          ),
        },
      },
    ],
  },
}
