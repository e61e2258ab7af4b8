import { brand } from '../../shared/lib/brand.ts'
import { parseDay } from '../../shared/domain/day.ts'
import type { DatasetId } from '../../shared/domain/ids.ts'
import { currencyScale } from '../../shared/domain/money.ts'
import type { Dataset } from './dataset.ts'
import type { RowContext, RowVerdict } from './document.ts'
import { countOf, fieldsOf, textOf } from './json-fields.ts'
import { jsonAmount } from './read-amount.ts'
import { badRow, need, rowVerdict } from './row-verdict.ts'

const DAY_MS = 86_400_000

const COUNTS = ['impressions', 'clicks', 'purchases7d', 'purchases14d', 'unitsSoldClicks7d', 'unitsSoldClicks14d'] as const
const AMOUNTS = ['cost', 'sales7d', 'sales14d'] as const

/**
 * Sponsored products per campaign and day. Sources: docs/amazon.md §4.3: 31 days a report, 95 days kept, figures within 24
 * hours, and a day moves for up to 42 days (14 days of attribution and a restatement 28 days after a conversion).
 */
export const dataset: Dataset = {
  id: brand<DatasetId>('ads-campaign-daily'),
  title: 'Sponsored products campaigns',
  group: 'advertising',
  family: 'advertising',
  kinds: ['seller', 'vendor'],
  permission: 'advertising',
  amazonRole: 'advertising::campaign_management',
  grain: 'day × campaign',
  shape: 'event',
  request: {
    kind: 'ads-report',
    reportTypeId: 'spCampaigns',
    adProduct: 'SPONSORED_PRODUCTS',
    groupBy: ['campaign'],
    columns: ['date', 'campaignId', 'campaignName', 'campaignStatus', ...COUNTS, ...AMOUNTS],
  },
  changes: null,
  probe: { kind: 'ads-profiles' },
  timing: {
    longestSpanDays: 31,
    lookBackDays: 95,
    publishDelayMs: DAY_MS,
    settlingDays: 42,
    settlingAges: [1, 2, 3, 5, 7, 14, 28, 42],
    everyMs: null,
    staleAfterMs: 3 * DAY_MS,
  },
  document: { kind: 'json', read: readReport },
  table: {
    name: 'ads_campaign_days',
    columns: [
      { name: 'day', kind: 'day' },
      { name: 'campaign_id', kind: 'text' },
      { name: 'campaign', kind: 'text' },
      { name: 'status', kind: 'text' },
      { name: 'impressions', kind: 'integer' },
      { name: 'clicks', kind: 'integer' },
      { name: 'purchases_7d', kind: 'integer' },
      { name: 'purchases_14d', kind: 'integer' },
      { name: 'units_7d', kind: 'integer' },
      { name: 'units_14d', kind: 'integer' },
      { name: 'cost_minor', kind: 'money' },
      { name: 'sales_7d_minor', kind: 'money' },
      { name: 'sales_14d_minor', kind: 'money' },
    ],
    key: ['day', 'campaign_id'],
    moneyColumn: 'cost_minor',
    moneyScale: 'currency',
    entityColumn: null,
    rollups: [],
  },
}

function readReport(json: unknown, context: RowContext): Iterable<RowVerdict> {
  if (!Array.isArray(json)) return [badRow('report', 'not a list of rows')]
  return json.map((one: unknown) => readCampaignDay(one, context))
}

/** A figure Amazon leaves out is one that did not happen: its reports have no other way of saying nil. */
function readCampaignDay(json: unknown, { channel }: RowContext): RowVerdict {
  return rowVerdict(() => {
    const one = need(fieldsOf(json), 'report', 'not an object')
    const day = need(parseDay(textOf(one['date']) ?? ''), 'date', 'not a day')
    const id = need(textOf(one['campaignId']), 'campaignId', 'not an id', (text) => /^[\w.-]{1,64}$/.test(text))
    const counts = COUNTS.map((name) => need(countOf(one[name] ?? 0), name, 'not a count'))
    const amounts = AMOUNTS.map((name) => need(jsonAmount(one[name] ?? 0, currencyScale(channel.currency)), name, 'not an amount'))
    return [day, id, textOf(one['campaignName']) ?? '', textOf(one['campaignStatus']) ?? '', ...counts, ...amounts]
  })
}
