import { parseDate, type CalendarDate } from '@internationalized/date'
import { CalendarRange, ChevronDown, ChevronLeft, ChevronRight } from 'lucide-react'
import { useState, type ReactElement } from 'react'
import {
  Button,
  CalendarCell,
  CalendarGrid,
  CalendarGridBody,
  CalendarGridHeader,
  CalendarHeaderCell,
  Dialog,
  DialogTrigger,
  Heading,
  I18nProvider,
  Popover,
  RangeCalendar,
} from 'react-aria-components'
import { addDays, formatDay, interval, parseDay, type Day, type DayInterval } from '../../../shared/domain/day.ts'
import { rangeText } from '../../format/range.ts'
import type { DayWords } from '../../format/day.ts'
import { cx } from '../cx.ts'
import { DATE_PRESETS, presetDays, presetOf, presetText } from './date-presets.ts'

export interface DateRangePickerProps {
  readonly days: DayInterval
  readonly onChoose: (days: DayInterval) => void
  /** Presets end here; later days cannot be chosen. */
  readonly lastComplete: Day
  /** Earliest day there is anything for. */
  readonly earliest: Day
  readonly words: DayWords
  /** "Days of Amazon.com, Pacific time", written under the calendar. */
  readonly zoneText: string
}

/** The range of a report as a phrase; opens presets and a calendar. */
export function DateRangePicker(props: DateRangePickerProps): ReactElement {
  const [isOpen, setOpen] = useState(false)
  const choose = (days: DayInterval): void => {
    props.onChoose(days)
    setOpen(false)
  }
  return (
    <DialogTrigger isOpen={isOpen} onOpenChange={setOpen}>
      <Button className="press figures flex h-7 shrink-0 items-center gap-1.5 rounded-control border border-line-strong bg-surface px-2.5 text-body font-medium whitespace-nowrap text-ink shadow-button data-hovered:bg-hover data-pressed:bg-sunken">
        <CalendarRange aria-hidden size={14} strokeWidth={2.1} className="text-ink-2" />
        {rangeText(props.days, props.words)}
        <ChevronDown aria-hidden size={14} strokeWidth={2.1} className="text-ink-3" />
      </Button>
      <Popover offset={4} className="float rounded-panel bg-raised shadow-popover">
        <Dialog aria-label="Choose days" className="flex outline-none">
          <Presets days={props.days} lastComplete={props.lastComplete} onChoose={choose} />
          <div className="flex flex-col gap-2 border-l border-line p-3">
            <RangeMonth {...props} onChoose={choose} />
            <p className="text-small text-ink-3">{props.zoneText}</p>
          </div>
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}

function Presets({ days, lastComplete, onChoose }: Pick<DateRangePickerProps, 'days' | 'lastComplete' | 'onChoose'>): ReactElement {
  const chosen = presetOf(days, lastComplete)
  return (
    <div className="flex w-44 flex-col p-1.5">
      {DATE_PRESETS.map((preset) => (
        <Button
          key={preset}
          onPress={() => {
            onChoose(presetDays(preset, lastComplete))
          }}
          className={cx(
            'ring-inside flex h-7 items-center rounded-control px-2.5 text-body data-hovered:bg-hover',
            preset === chosen ? 'chosen bg-selected font-semibold text-ink' : 'text-ink-2',
          )}
        >
          {presetText[preset]}
        </Button>
      ))}
    </div>
  )
}

const CELL =
  'figures flex h-7.5 w-8 items-center justify-center text-body text-ink data-disabled:text-ink-disabled data-hovered:bg-hover data-outside-month:invisible data-selected:bg-selected data-selection-end:rounded-r-control data-selection-end:bg-accent data-selection-end:font-semibold data-selection-end:text-on-accent data-selection-start:rounded-l-control data-selection-start:bg-accent data-selection-start:font-semibold data-selection-start:text-on-accent data-unavailable:text-ink-disabled ring-inside'

function RangeMonth({ days, onChoose, lastComplete, earliest, words }: DateRangePickerProps): ReactElement {
  const value = { start: toCalendar(days.from), end: toCalendar(addDays(days.until, -1)) }
  return (
    <I18nProvider locale={words.locale}>
      <RangeCalendar
        aria-label="Days"
        defaultValue={value}
        defaultFocusedValue={value.end}
        minValue={toCalendar(earliest)}
        maxValue={toCalendar(lastComplete)}
        onChange={(range) => {
          const first = parseDay(range.start.toString())
          const last = parseDay(range.end.toString())
          if (first !== null && last !== null) onChoose(interval(first, addDays(last, 1)))
        }}
      >
        <header className="flex items-center justify-between pb-1">
          <Step slot="previous" icon="previous" />
          <Heading className="text-body font-semibold text-ink" />
          <Step slot="next" icon="next" />
        </header>
        <CalendarGrid weekdayStyle="short" className="border-separate border-spacing-y-0.5">
          <CalendarGridHeader>
            {(name) => <CalendarHeaderCell className="h-6 text-micro font-medium text-ink-3">{name.slice(0, 2)}</CalendarHeaderCell>}
          </CalendarGridHeader>
          <CalendarGridBody>{(date) => <CalendarCell date={date} className={CELL} />}</CalendarGridBody>
        </CalendarGrid>
      </RangeCalendar>
    </I18nProvider>
  )
}

function Step({ slot, icon }: { readonly slot: 'previous' | 'next'; readonly icon: 'previous' | 'next' }): ReactElement {
  const Icon = icon === 'previous' ? ChevronLeft : ChevronRight
  return (
    <Button
      slot={slot}
      className="flex size-7 items-center justify-center rounded-control text-ink-2 data-disabled:text-ink-disabled data-hovered:bg-hover"
    >
      <Icon aria-hidden size={16} strokeWidth={1.9} />
    </Button>
  )
}

function toCalendar(day: Day): CalendarDate {
  return parseDate(formatDay(day))
}
