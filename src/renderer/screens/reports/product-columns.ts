import type { ProductsReport } from '../../../shared/contract/views/reports.ts'
import { cellMoneyText, currencySign } from '../../format/money.ts'
import { countText } from '../../format/number.ts'
import type { DataColumn } from '../../parts/table/data-columns.ts'
import { productsText } from '../../text/report-text.ts'
import type { Words } from '../common/words.ts'
import { decimal, type Cell } from './csv.ts'

export type Product = ProductsReport['rows'][number]

/** Names of the columns that copying and export give, in the order of `productCells`. */
export const PRODUCT_HEAD: readonly string[] = [
  'title',
  'sku',
  'asin',
  'status',
  'buyable',
  'price',
  'stock',
  'errors',
  'warnings',
  'issues',
  'inbound',
  'reserved',
  'unfulfillable',
  'expected fees',
  'brand',
  'units',
  'ordered',
]

export function productCells(row: Product, scale: number): Cell[] {
  return [
    row.title,
    row.sku,
    row.asin,
    row.status,
    row.buyable === null ? null : row.buyable ? 'yes' : 'no',
    decimal(priceOf(row), scale),
    readyOf(row),
    row.errors,
    row.warnings,
    issuesCell(row),
    row.stockInbound,
    row.stockReserved,
    row.stockUnfulfillable,
    decimal(row.feeTotalMinor, scale),
    row.brand,
    row.units,
    decimal(row.orderedMinor, scale),
  ]
}

export function productColumns(report: ProductsReport, { locale }: Words): DataColumn<Product>[] {
  const money = (minor: number | null): string =>
    cellMoneyText(minor === null ? null : { minor, scale: report.moneyScale, currency: report.currency }, locale)
  const sign = currencySign(report.currency, locale)
  const count = (key: string, head: string, of: (row: Product) => number | null): DataColumn<Product> => ({
    key,
    head,
    align: 'right',
    track: '76px',
    cell: (row) => countText(of(row), locale),
    sortBy: of,
  })
  const text = (key: string, head: string, track: string, of: (row: Product) => string): DataColumn<Product> => ({
    key,
    head,
    align: 'left',
    track,
    cell: of,
    sortBy: of,
  })
  const amount = (key: string, head: string, track: string, of: (row: Product) => number | null): DataColumn<Product> => ({
    key,
    head,
    align: 'right',
    track,
    cell: (row) => money(of(row)),
    sortBy: of,
  })
  return [
    text('title', 'Product', 'minmax(220px,2fr)', (row) => row.title),
    text('sku', 'SKU', '128px', (row) => row.sku),
    text('asin', 'ASIN', '112px', (row) => row.asin),
    text('status', 'Listing', '88px', statusOf),
    { ...text('issues', 'Issues', '92px', (row) => issuesOf(row, locale)), sortBy: weightOf },
    amount('price', `Price, ${sign}`, '88px', priceOf),
    count('stock', 'Stock', readyOf),
    count('units', 'Units', (row) => row.units),
    amount('ordered', `Sales, ${sign}`, '104px', (row) => row.orderedMinor),
  ]
}

/** What a consumer pays now, else what the list of listings said. */
function priceOf(row: Product): number | null {
  return row.offerMinor ?? row.priceMinor
}

/** Units that can be sold: the seller's own, or those ready in Amazon's warehouses. */
function readyOf(row: Product): number | null {
  return row.quantity ?? row.stockFulfillable
}

function statusOf(row: Product): string {
  const isActive = row.status.toLowerCase() === 'active'
  return isActive && row.buyable === false ? productsText.notBuyable : row.status.toLowerCase()
}

function issuesOf({ errors, warnings }: Product, locale: string): string {
  if (errors === null || warnings === null) return countText(null, locale)
  if (errors > 0) return productsText.errors(errors, countText(errors, locale))
  return warnings > 0 ? productsText.warnings(warnings, countText(warnings, locale)) : productsText.noIssues
}

/** Errors before warnings; unknown sorts as unknown. */
function weightOf({ errors, warnings }: Product): number | null {
  return errors === null || warnings === null ? null : errors * 1_000_000 + warnings
}

function issuesCell({ issues }: Product): string | null {
  return issues?.map((one) => [one.severity, one.code, ...one.attributes].join(' ')).join('; ') ?? null
}
