import { daysIn, formatDay, type Day, type DayInterval } from '../../../shared/domain/day.ts'
import type { CoverageDay } from '../../../shared/domain/coverage.ts'
import { shownDays, sumOf } from './frame.ts'

interface ProductDay {
  readonly day: Day
  readonly asin: string
}

/** Rows of the days that may be shown, by day and by product; a shown day without rows is there, and empty. */
export interface ShownRows<Row> {
  readonly all: readonly Row[]
  readonly byDay: readonly { readonly day: string; readonly rows: readonly Row[] }[]
  readonly byProduct: readonly { readonly asin: string; readonly rows: readonly Row[] }[]
  /** The newest shown day; null where none is. */
  readonly newest: { readonly day: string; readonly rows: readonly Row[] } | null
}

/** What may be shown of the rows found: days that are not complete are left out, never guessed. */
export function shownRows<Row extends ProductDay>(
  found: readonly Row[],
  range: DayInterval,
  coverage: readonly CoverageDay[],
): ShownRows<Row> {
  const shown = shownDays(coverage)
  const all = found.filter((row) => shown.has(row.day))
  const days = Map.groupBy(all, (row) => row.day)
  const byDay = daysIn(range)
    .filter((day) => shown.has(day))
    .map((day) => ({ day: formatDay(day), rows: days.get(day) ?? [] }))
  return { all, byDay, byProduct: productsOf(all), newest: byDay.at(-1) ?? null }
}

export function productsOf<Row extends Pick<ProductDay, 'asin'>>(
  rows: readonly Row[],
): { readonly asin: string; readonly rows: readonly Row[] }[] {
  return [...Map.groupBy(rows, (row) => row.asin)].map(([asin, own]) => ({ asin, rows: own }))
}

/** A sum is unknown as a whole as soon as one row's figure is: unknown is never 0. */
export function knownSum<Row>(rows: readonly Row[], pick: (row: Row) => number | null): number | null {
  return rows.some((row) => pick(row) === null) ? null : sumOf(rows, (row) => pick(row) ?? 0)
}

/** The largest first; what is unknown comes last. */
export function largestFirst<Row>(rows: readonly Row[], pick: (row: Row) => number | null): Row[] {
  return rows.toSorted((a, b) => (pick(b) ?? -Infinity) - (pick(a) ?? -Infinity))
}
