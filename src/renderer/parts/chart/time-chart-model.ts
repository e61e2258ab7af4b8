import type { DayState } from '../../../shared/domain/coverage.ts'
import type { Day } from '../../../shared/domain/day.ts'

/** One day of a chart. `value` is null where the day is missing or unknown; such a day breaks the line. */
export interface ChartDay {
  readonly day: Day
  readonly state: DayState
  readonly value: number | null
  /** The compared day's value; null where it is missing on that side. */
  readonly compared?: number | null | undefined
}

export interface ChartEvent {
  readonly day: Day
  readonly text: string
}

/** Pixels of the drawing. Sources: the look, section 6, and its tokens. */
export const FRAME = { left: 44, right: 76, top: 24, bottom: 22, height: 206 } as const

export interface Scale {
  readonly top: number
  /** Values of the grid lines, 0 first. */
  readonly ticks: readonly number[]
}

/** 3 or 4 grid lines at round values, zero always among them, so a bar of money never starts elsewhere. */
export function scaleOf(values: readonly (number | null | undefined)[]): Scale {
  const known = values.filter((value): value is number => typeof value === 'number' && Number.isFinite(value))
  const highest = Math.max(0, ...known)
  const lowest = Math.min(0, ...known)
  const step = roundStep(Math.max(highest - lowest, Number.EPSILON) / 3)
  const from = Math.floor(lowest / step)
  const to = Math.max(Math.ceil(highest / step), from + 1)
  return { top: to * step, ticks: Array.from({ length: to - from + 1 }, (_, at) => (from + at) * step) }
}

function roundStep(raw: number): number {
  const power = 10 ** Math.floor(Math.log10(raw))
  const factor = [1, 2, 2.5, 5, 10].find((one) => one * power >= raw * 0.999) ?? 10
  return factor * power
}

/** True where the day's figure is not there: its column is hatched and named. */
export function isMissing(day: ChartDay): boolean {
  return day.state === 'missing-fetchable' || day.state === 'missing-lost' || day.state === 'partial'
}

/** Runs of day indexes `[from, until)` for which the test holds. */
export function runsWhere(
  days: readonly ChartDay[],
  test: (day: ChartDay) => boolean,
): { readonly from: number; readonly until: number }[] {
  const runs: { from: number; until: number }[] = []
  days.forEach((day, at) => {
    if (!test(day)) return
    const last = runs.at(-1)
    if (last?.until === at) last.until = at + 1
    else runs.push({ from: at, until: at + 1 })
  })
  return runs
}

/** Path through the known values of one run; unknown days part it. */
export function linePath(points: readonly (readonly [number, number] | null)[]): string {
  let pen: 'M' | 'L' = 'M'
  return points
    .map((point) => {
      if (point === null) {
        pen = 'M'
        return ''
      }
      const step = `${pen}${point[0].toFixed(1)} ${point[1].toFixed(1)}`
      pen = 'L'
      return step
    })
    .join('')
}

/** Two series labels at the right keep at least 14 px between them. */
export function spreadLabels(first: number, second: number): readonly [number, number] {
  const gap = 14
  if (Math.abs(first - second) >= gap) return [first, second]
  const middle = (first + second) / 2
  return first <= second ? [middle - gap / 2, middle + gap / 2] : [middle + gap / 2, middle - gap / 2]
}
