import { addDays, formatDay, parseDay } from '../../../shared/domain/day.ts'
import type { DayState } from '../../../shared/domain/coverage.ts'
import { sumFigures, type Figures } from './measure.ts'

/** What every daily report answers with. */
export interface DailyReport {
  readonly from: string
  readonly to: string
  readonly days: readonly DayState[]
  readonly rows: readonly (Readonly<Record<string, string | number | null>> & { readonly day: string })[]
}

/** One day of a report beside the compared day. */
export interface ReportDay {
  readonly day: string
  readonly state: DayState
  /** Null where the day is missing. */
  readonly figures: Figures | null
  readonly compared: Figures | null
  /** False where the day is missing on either side: then it counts on neither. */
  readonly counts: boolean
}

export interface RangeSums {
  readonly own: Figures
  readonly compared: Figures | null
}

const MISSING: readonly DayState[] = ['missing-fetchable', 'missing-lost', 'partial', 'not-due', 'before-start']

/** Days of a report, oldest first, each with the day it is compared with. `names` are the figures a complete day without rows holds as 0. */
export function reportDays(report: DailyReport, compared: DailyReport | null, names: readonly string[]): ReportDay[] {
  const own = sideOf(report, names)
  const other = compared === null ? null : sideOf(compared, names)
  return report.days.map((state, at) => {
    const figures = own(at)
    const before = other === null ? null : other(at)
    return {
      day: dayAt(report.from, at),
      state,
      figures,
      compared: before,
      counts: figures !== null && (other === null || before !== null),
    }
  })
}

/** Sums of both sides over the days that count. */
export function sumDays(days: readonly ReportDay[]): RangeSums {
  const counting = days.filter((day) => day.counts)
  const before = counting.flatMap((day) => (day.compared === null ? [] : [day.compared]))
  return {
    own: sumFigures(counting.flatMap((day) => (day.figures === null ? [] : [day.figures]))),
    compared: before.length === 0 ? null : sumFigures(before),
  }
}

/**
 * What a range is headed with: sums, and for figures that stand at the end of a day (stock) or cannot be added up
 * (ratios) those of the newest day that counts. In the sums themselves such a figure is unknown.
 */
export function headline(days: readonly ReportDay[], standing: readonly string[]): { readonly shown: RangeSums; readonly sums: RangeSums } {
  const all = sumDays(days)
  const last = days.findLast((day) => day.counts)
  const put = (figures: Figures, from: Figures | null): Figures => ({
    ...figures,
    ...Object.fromEntries(standing.map((name) => [name, from?.[name] ?? null])),
  })
  const both = (own: Figures | null, compared: Figures | null): RangeSums => ({
    own: put(all.own, own),
    compared: all.compared === null ? null : put(all.compared, compared),
  })
  return { shown: both(last?.figures ?? null, last?.compared ?? null), sums: both(null, null) }
}

function sideOf(report: DailyReport, names: readonly string[]): (at: number) => Figures | null {
  const rows = new Map(report.rows.map((row) => [row.day, row]))
  const nothing: Figures = Object.fromEntries(names.map((name) => [name, 0]))
  return (at) => {
    const state = report.days[at]
    const row = rows.get(dayAt(report.from, at))
    if (row !== undefined) return state === 'partial' ? null : figuresOf(row)
    return state === undefined || MISSING.includes(state) ? null : nothing
  }
}

function figuresOf(row: DailyReport['rows'][number]): Figures {
  return Object.fromEntries(Object.entries(row).flatMap(([name, value]) => (typeof value === 'string' ? [] : [[name, value]])))
}

function dayAt(from: string, at: number): string {
  const first = parseDay(from)
  return first === null ? from : formatDay(addDays(first, at))
}
