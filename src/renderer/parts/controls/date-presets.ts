import { addDays, formatDay, interval, type Day, type DayInterval } from '../../../shared/domain/day.ts'
import { brand } from '../../../shared/lib/brand.ts'

const MS_PER_DAY = 86_400_000

export const DATE_PRESETS = [
  'last-7',
  'last-14',
  'last-30',
  'last-90',
  'month-to-date',
  'last-month',
  'quarter-to-date',
  'year-to-date',
  'last-12-months',
] as const
export type DatePreset = (typeof DATE_PRESETS)[number]

export const presetText: Readonly<Record<DatePreset, string>> = {
  'last-7': 'Last 7 days',
  'last-14': 'Last 14 days',
  'last-30': 'Last 30 days',
  'last-90': 'Last 90 days',
  'month-to-date': 'This month so far',
  'last-month': 'Last month',
  'quarter-to-date': 'This quarter so far',
  'year-to-date': 'This year so far',
  'last-12-months': 'Last 12 months',
}

/** The days of a preset. Every preset ends on the last complete day, never today. */
export function presetDays(preset: DatePreset, lastComplete: Day): DayInterval {
  return reaches[preset]({ until: addDays(lastComplete, 1), ...partsOf(lastComplete) })
}

interface Edge {
  /** Day after the last complete one. */
  readonly until: Day
  /** Year and month of the last complete day. */
  readonly year: number
  readonly month: number
}

const reaches: Readonly<Record<DatePreset, (edge: Edge) => DayInterval>> = {
  'last-7': ({ until }) => interval(addDays(until, -7), until),
  'last-14': ({ until }) => interval(addDays(until, -14), until),
  'last-30': ({ until }) => interval(addDays(until, -30), until),
  'last-90': ({ until }) => interval(addDays(until, -90), until),
  'month-to-date': ({ year, month, until }) => interval(firstOf(year, month), until),
  'last-month': ({ year, month }) => interval(firstOf(year, month - 1), firstOf(year, month)),
  'quarter-to-date': ({ year, month, until }) => interval(firstOf(year, month - ((month - 1) % 3)), until),
  'year-to-date': ({ year, until }) => interval(firstOf(year, 1), until),
  'last-12-months': ({ year, month, until }) => interval(firstOf(year - 1, month + 1), until),
}

/** The preset that means exactly these days, if one does. */
export function presetOf(days: DayInterval, lastComplete: Day): DatePreset | undefined {
  return DATE_PRESETS.find((preset) => {
    const its = presetDays(preset, lastComplete)
    return its.from === days.from && its.until === days.until
  })
}

function partsOf(day: Day): { readonly year: number; readonly month: number } {
  const text = formatDay(day)
  return { year: Number(text.slice(0, 4)), month: Number(text.slice(5, 7)) }
}

/** `month` counts from 1 and may run over either end of the year. */
function firstOf(year: number, month: number): Day {
  return brand<Day>(Date.UTC(year, month - 1, 1) / MS_PER_DAY)
}
