import { parseDay } from '../../shared/domain/day.ts'
import type { DatasetId } from '../../shared/domain/ids.ts'
import { brand } from '../../shared/lib/brand.ts'
import type { Dataset } from './dataset.ts'
import type { RowContext, RowVerdict } from './document.ts'
import { fieldsOf, listOf, textOf } from './json-fields.ts'
import { productCell } from './product-cell.ts'
import { need, rowVerdict } from './row-verdict.ts'
import { figureColumn, readFigure, type VendorFigure } from './vendor-figure.ts'
import { vendorMismatch } from './vendor-report.ts'

const HOUR_MS = 3_600_000
const OPTIONS = { sellingProgram: 'RETAIL' } as const
const LIST = 'forecastByAsin'
const FIGURES: readonly VendorFigure[] = [
  { field: 'meanForecastUnits', column: 'mean_thousandths', kind: 'thousandths', required: true },
  { field: 'p70ForecastUnits', column: 'p70_thousandths', kind: 'thousandths', required: true },
  { field: 'p80ForecastUnits', column: 'p80_thousandths', kind: 'thousandths', required: true },
  { field: 'p90ForecastUnits', column: 'p90_thousandths', kind: 'thousandths', required: true },
]

/**
 * Forecast demand per product and week, on the day it was generated (docs/decisions/009). The report has no dates and
 * gives the newest generation alone, so a day can be had until the next one comes: five days, one spare before the
 * weekly change. Fetched again after one and three days, because a generation is published after its date.
 */
export const dataset: Dataset = {
  id: brand<DatasetId>('vendor-forecasting'),
  title: 'Vendor forecasts',
  group: 'vendor',
  family: 'selling',
  kinds: ['vendor'],
  permission: 'vendor',
  amazonRole: 'Brand Analytics',
  grain: 'generation × product × week',
  shape: 'event',
  request: { kind: 'amazon-report', reportType: 'GET_VENDOR_FORECASTING_REPORT', options: () => OPTIONS, dates: () => null },
  changes: null,
  probe: { kind: 'first-report' },
  timing: {
    longestSpanDays: 6,
    lookBackDays: 5,
    publishDelayMs: 0,
    settlingDays: 3,
    settlingAges: [1, 3],
    everyMs: null,
    staleAfterMs: 9 * 24 * HOUR_MS,
  },
  document: {
    kind: 'json',
    read: (json, context) => {
      const foreign = vendorMismatch(json, context, { list: LIST, options: OPTIONS })
      return foreign === null ? listOf(fieldsOf(json)?.[LIST]).map((one) => readForecast(one, context)) : [foreign]
    },
    records: (json) => listOf(fieldsOf(json)?.[LIST]),
    fields: ['forecastGenerationDate', 'asin', 'startDate', 'endDate', ...FIGURES.map(({ field }) => field)],
  },
  table: {
    name: 'vendor_forecasts',
    columns: [
      { name: 'day', kind: 'day' },
      { name: 'product_id', kind: 'product' },
      { name: 'starts_on', kind: 'integer' },
      { name: 'ends_on', kind: 'integer' },
      ...FIGURES.map(figureColumn),
    ],
    key: ['day', 'product_id', 'starts_on'],
    moneyColumn: null,
    moneyScale: 'currency',
    entityColumn: null,
    rollups: [],
  },
}

function readForecast(json: unknown, { channel }: RowContext): RowVerdict {
  return rowVerdict(() => {
    const one = need(fieldsOf(json), LIST, 'not an object')
    const dayOf = (name: string) => need(parseDay(textOf(one[name]) ?? ''), name, 'not a day')
    const asin = need(textOf(one['asin']), 'asin', 'blank', (text) => text !== '')
    const [startsOn, endsOn] = [dayOf('startDate'), dayOf('endDate')]
    need(endsOn, 'endDate', 'before its start', (end) => end >= startsOn)
    const figures = FIGURES.map((figure) => readFigure(one, figure, channel.currency))
    return [dayOf('forecastGenerationDate'), productCell({ sku: '', asin, title: '' }), startsOn, endsOn, ...figures]
  })
}
