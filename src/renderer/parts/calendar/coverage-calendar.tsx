import { useMemo, type KeyboardEvent, type ReactElement } from 'react'
import type { DayState } from '../../../shared/domain/coverage.ts'
import { addDays, type Day } from '../../../shared/domain/day.ts'
import { longDayText, monthText } from '../../format/day.ts'
import { dateFormat } from '../../format/intl-cache.ts'
import { dayStateInSentence } from '../line/day-state-text.ts'
import { DayCell } from './day-cell.tsx'
import { dayAfterKey, firstWeekdayOf, monthsOf, type Month } from './month-grid.ts'

export interface CoverageCalendarProps {
  /** First day of `states`. */
  readonly from: Day
  /** One state per day, oldest first. */
  readonly states: readonly DayState[]
  /** The day whose evidence is shown. */
  readonly chosen: Day
  readonly onChoose: (day: Day) => void
  readonly locale: string
  readonly today: Day
}

const MS_PER_DAY = 86_400_000

/** Month grids of seven columns. The focused day is the chosen one. Arrows move by day and week, Page keys by month, Home and End inside the month. */
export function CoverageCalendar({ from, states, chosen, onChoose, locale, today }: CoverageCalendarProps): ReactElement {
  const until = addDays(from, states.length)
  const firstWeekday = firstWeekdayOf(locale)
  const months = useMemo(() => monthsOf(from, until, firstWeekday), [from, until, firstWeekday])
  const current = chosen >= from && chosen < until ? chosen : addDays(until, -1)
  const move = (event: KeyboardEvent<HTMLElement>): void => {
    const next = dayAfterKey(event.key, current, { from, until })
    if (next === null) return
    event.preventDefault()
    event.currentTarget.closest('[data-days]')?.querySelector<HTMLElement>(`[data-day="${next}"]`)?.focus()
  }
  return (
    <div data-days role="group" aria-label="Days" className="flex flex-wrap gap-x-6 gap-y-4">
      {months.map((month) => (
        <MonthGrid
          key={month.key}
          month={month}
          stateOf={(day) => states[day - from]}
          chosen={current}
          onChoose={onChoose}
          onMove={move}
          locale={locale}
          today={today}
        />
      ))}
    </div>
  )
}

interface MonthGridProps extends Pick<CoverageCalendarProps, 'chosen' | 'onChoose' | 'locale' | 'today'> {
  readonly month: Month
  readonly stateOf: (day: Day) => DayState | undefined
  readonly onMove: (event: KeyboardEvent<HTMLElement>) => void
}

function MonthGrid({ month, stateOf, chosen, onChoose, onMove, locale, today }: MonthGridProps): ReactElement {
  const name = monthText(month.first, { locale, today })
  return (
    <div role="grid" aria-label={name} className="flex flex-col gap-0.75">
      <p aria-hidden className="text-small font-semibold text-ink">
        {name}
      </p>
      <div role="row" className="grid grid-cols-[repeat(7,28px)] gap-0.75">
        {(month.weeks[1] ?? []).map((day) => (day === null ? null : <WeekdayName key={day} day={day} locale={locale} />))}
      </div>
      {month.weeks
        .filter((week) => week.some((day) => day !== null && stateOf(day) !== undefined))
        .map((week, at) => (
          <div role="row" key={at} className="grid grid-cols-[repeat(7,28px)] gap-0.75">
            {week.map((day, column) => {
              const state = day === null ? undefined : stateOf(day)
              if (day === null || state === undefined) return <span key={column} />
              return (
                <div
                  key={column}
                  role="gridcell"
                  tabIndex={day === chosen ? 0 : -1}
                  aria-selected={day === chosen}
                  aria-label={`${longDayText(day, { locale, today })}, ${dayStateInSentence(state)}`}
                  data-day={day}
                  onKeyDown={onMove}
                  onFocus={() => {
                    if (day !== chosen) onChoose(day)
                  }}
                  className="h-7.5 cursor-default rounded-cell aria-selected:outline-2 aria-selected:outline-offset-2 aria-selected:outline-focus"
                >
                  <DayCell state={state} number={dayOfMonth(day)} />
                </div>
              )
            })}
          </div>
        ))}
    </div>
  )
}

function WeekdayName({ day, locale }: { readonly day: Day; readonly locale: string }): ReactElement {
  const write = (weekday: 'short' | 'long'): string => dateFormat(locale, { weekday, timeZone: 'UTC' }).format(day * MS_PER_DAY)
  return (
    <span role="columnheader" aria-label={write('long')} className="text-center text-micro font-medium text-ink-3">
      {write('short').slice(0, 2)}
    </span>
  )
}

function dayOfMonth(day: Day): number {
  return new Date(day * MS_PER_DAY).getUTCDate()
}
