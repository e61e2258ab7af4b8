import { currencyScale } from '../../shared/domain/money.ts'
import { fieldsOf } from './json-fields.ts'
import { jsonAmount } from './read-amount.ts'
import { need } from './row-verdict.ts'
import type { TableColumn } from './table.ts'

const SCALES = { millionths: 1_000_000, thousandths: 1_000 } as const

/** One figure of a vendor report: Amazon's field, the column it goes to, and how it is written. */
export interface VendorFigure {
  readonly field: string
  readonly column: string
  /** Fractions (rates, forecast units) are kept as whole millionths or thousandths. */
  readonly kind: 'count' | 'money' | keyof typeof SCALES
  /** True where Amazon's schema demands the field: without it the document is not the one we know. */
  readonly required: boolean
}

/** The column that holds a figure. */
export function figureColumn({ column, kind }: VendorFigure): TableColumn {
  return { name: column, kind: kind === 'money' ? 'money' : 'integer' }
}

/** The figure as it is stored. What Amazon left out is unknown, never 0; a demanded figure that is not there ends the row. */
export function readFigure(
  record: Readonly<Record<string, unknown>>,
  { field, kind, required }: VendorFigure,
  currency: string,
): number | null {
  const json = record[field]
  if (json === undefined || json === null) return required ? need<number>(null, field, 'left out') : null
  if (kind === 'money') return readMoney(json, field, currency)
  const value = need(typeof json === 'number' && Number.isFinite(json) ? json : null, field, 'not a number')
  if (kind === 'count') return need(value, field, 'not a count', Number.isSafeInteger)
  return need(Math.round(value * SCALES[kind]), field, 'too large', Number.isSafeInteger)
}

/** An amount of nothing may come in any currency. */
function readMoney(json: unknown, field: string, currency: string): number {
  const money = fieldsOf(json)
  const minor = need(jsonAmount(money?.['amount'], currencyScale(currency)), field, 'not an amount')
  if (minor !== 0) need(money?.['currencyCode'], field, `not in ${currency}`, (said) => said === currency)
  return minor
}
