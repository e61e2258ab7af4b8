import { useMemo, type ReactElement } from 'react'
import { deltaOf } from '../../format/delta.ts'
import { currencySign } from '../../format/money.ts'
import { DataTable } from '../../parts/table/data-table.tsx'
import type { DataColumn } from '../../parts/table/data-columns.ts'
import { DeltaText } from '../../parts/report/delta-text.tsx'
import { SmallMark } from '../../parts/status/small-mark.tsx'
import { useWords, type Words } from '../common/words.ts'
import { cellText, trackOf, type Figures, type Measure, type MoneyFrame } from './measure.ts'
import type { ReportDay } from './report-days.ts'

export interface DayTableProps {
  readonly measures: readonly Measure[]
  /** The measure that is compared. */
  readonly chosen: Measure
  readonly days: readonly ReportDay[]
  readonly sums: { readonly own: Figures; readonly compared: Figures | null }
  readonly frame: MoneyFrame
  /** "Last year"; empty without a comparison. */
  readonly comparedLabel: string
}

/** One row per day, newest first, with the sum of the days that count on top. */
export function DayTable(props: DayTableProps): ReactElement {
  const words = useWords()
  const rows = useMemo(() => [...props.days].reverse(), [props.days])
  const columns = columnsOf(props, words)
  return <DataTable label="By day" rows={rows} columns={columns} keyOf={(row) => row.day} totals="shown" />
}

function columnsOf(props: DayTableProps, words: Words): DataColumn<ReportDay>[] {
  const { measures, days } = props
  const counting = days.filter((day) => day.counts).length
  const settling = days.filter((day) => day.counts && day.state === 'complete-settling').length
  return [
    {
      key: 'day',
      head: 'Day',
      align: 'left',
      track: '116px',
      cell: (row) => words.weekday(row.day),
      sortBy: (row) => row.day,
      total: `${counting} of ${days.length} days`,
    },
    {
      key: 'state',
      head: 'State',
      align: 'left',
      track: 'minmax(118px,5fr)',
      cell: (row) => <State day={row} />,
      total: settling === 0 ? 'all settled' : `${settling} settling`,
    },
    ...measures.flatMap((measure) => measureColumns(measure, props, words)),
  ]
}

function measureColumns(measure: Measure, props: DayTableProps, words: Words): DataColumn<ReportDay>[] {
  const { frame, sums, chosen, comparedLabel } = props
  const { locale } = words
  const text = (figures: Figures | null): string => cellText(measure, figures === null ? null : measure.of(figures), frame, locale)
  const value = (figures: Figures | null): number | null => (figures === null ? null : measure.of(figures))
  const head = measure.unit === 'money' ? `${measure.label}, ${currencySign(frame.currency, locale)}` : measure.label
  const own: DataColumn<ReportDay> = {
    key: measure.key,
    head,
    align: 'right',
    track: trackOf(measure),
    cell: (row) => text(row.figures),
    sortBy: (row) => value(row.figures),
    total: text(sums.own),
  }
  if (measure !== chosen || comparedLabel === '') return [own]
  return [
    own,
    {
      key: 'compared',
      head: comparedLabel,
      align: 'right',
      track: trackOf(measure),
      cell: (row) => <span className="text-ink-2">{text(row.compared)}</span>,
      sortBy: (row) => value(row.compared),
      total: text(sums.compared),
    },
    {
      key: 'change',
      head: 'Change',
      align: 'right',
      track: '92px',
      cell: (row) => <DeltaText weight="plain" delta={deltaOf(value(row.figures), value(row.compared), locale)} />,
      total: <DeltaText delta={deltaOf(value(sums.own), value(sums.compared), locale)} />,
    },
  ]
}

function State({ day }: { readonly day: ReportDay }): ReactElement {
  if (day.state === 'complete-settling')
    return (
      <span className="flex items-center gap-2 text-ink-2">
        <SmallMark kind="settling" size={14} />
        still settling
      </span>
    )
  if (day.state === 'missing-lost')
    return (
      <span className="flex items-center gap-2 text-act-ink">
        <SmallMark kind="refused" size={14} />
        gone at Amazon
      </span>
    )
  if (day.state === 'missing-fetchable') return <span className="text-watch-ink">missing</span>
  if (day.state === 'partial') return <span className="text-watch-ink">partly here</span>
  if (day.state === 'not-due') return <span className="text-ink-3">not due yet</span>
  if (!day.counts && day.figures !== null) return <span className="text-ink-3">compared day missing</span>
  return <span className="text-ink-3">settled</span>
}
