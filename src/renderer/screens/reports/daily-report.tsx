import { useState, type ReactElement, type ReactNode } from 'react'
import type { ReportName, ReportValues } from '../../state/reports.ts'
import { useReading, useWindowState } from '../../state/use-state.ts'
import { valueOf } from '../../state/reading.ts'
import { EmptyState } from '../../parts/feedback/empty-state.tsx'
import { Page } from '../../parts/shell/page.tsx'
import { PageHead } from '../../parts/shell/page-head.tsx'
import { compareText, reportText } from '../../text/report-text.ts'
import { ReadingView } from '../common/reading-view.tsx'
import { wholeRange } from '../common/words.ts'
import type { ReportPlace } from '../places.ts'
import { CoverageLine, type CoverageLineProps } from './coverage-line.tsx'
import { DayChart } from './day-chart.tsx'
import { dayCells } from './day-cells.ts'
import { DayTable, type DayTableProps } from './day-table.tsx'
import { FigureTiles } from './figure-tiles.tsx'
import type { Measure, MoneyFrame } from './measure.ts'
import { headline, reportDays, type DailyReport } from './report-days.ts'
import { asRange, comparedDays, type ReportScope } from './report-scope.ts'
import { Standing } from './standing.tsx'
import { TableSwitch, type TableSide } from './table-switch.tsx'

export type DailyName = Exclude<ReportName, 'products' | 'vendorForecast' | 'vendorOrders' | 'settlements'>
/** What the page draws: the days of a whole report, or of a part of it that has days of its own. */
export type DailyValue = DailyReport & MoneyFrame & CoverageLineProps['report']

export interface DailyReportProps<Name extends DailyName> {
  readonly place: ReportPlace
  readonly name: Name
  readonly scope: ReportScope
  readonly measures: readonly Measure[]
  /** Names of the figures in a row. */
  readonly figures: readonly string[]
  /** Those of them that stand at the end of a day or are ratios: never added up over days. */
  readonly standing?: readonly string[] | undefined
  /** The part of the report to draw; null where it is not used. Without it, the report itself. */
  readonly part?: ((report: ReportValues[Name]) => DailyValue | null) | undefined
  /** Stands at the right of the page's title. */
  readonly actions?: ReactNode
  /** Further tables beside the days. */
  readonly sides: (report: ReportValues[Name]) => readonly TableSide[]
  /** A fact the figures need, said under the coverage line. */
  readonly remark?: ((report: ReportValues[Name]) => ReactNode) | undefined
  /** Which of the tables stands first. */
  readonly first?: string | undefined
  /** Stands below the tables, whether or not the report has figures. */
  readonly below?: ReactNode
}

/** A report of days: coverage above the figures, tiles, chart, tables. */
export function DailyReportPage<Name extends DailyName>(props: DailyReportProps<Name>): ReactElement {
  const { reports } = useWindowState()
  const { scope, name, place } = props
  const own = reports.onScreen(name, { channelId: scope.channel.id, ...asRange(scope.days) })
  return (
    <Page scroll="own">
      <PageHead title={reportText[place].title} aside={`${scope.account.name}, ${scope.channel.country}`} actions={props.actions} />
      <ReadingView resource={own} loading={`${reportText[place].title} is loading`} rows={8}>
        {(report, isReloading) => (
          <Standing report={report} scope={scope} isReloading={isReloading}>
            {drawn(props, report)}
          </Standing>
        )}
      </ReadingView>
    </Page>
  )
}

function drawn<Name extends DailyName>(props: DailyReportProps<Name>, report: ReportValues[Name]): ReactElement {
  const daily = dailyOf(props, report)
  if (daily === null) return <NotUsed />
  return endsBeforeStart(daily) ? <BeforeStart scope={props.scope} /> : <Shown {...props} report={report} daily={daily} />
}

function dailyOf<Name extends DailyName>({ part }: DailyReportProps<Name>, report: ReportValues[Name]): DailyValue | null {
  return part === undefined ? report : part(report)
}

interface ShownProps<Name extends DailyName> extends DailyReportProps<Name> {
  readonly report: ReportValues[Name]
  readonly daily: DailyValue
}

function Shown<Name extends DailyName>(props: ShownProps<Name>): ReactElement {
  const { scope, place, measures, figures, standing = [], sides, remark, report, daily, first = 'days', below } = props
  const compared = useCompared(props)
  const compare = compared === null ? 'none' : scope.compare
  const days = reportDays(daily, compared, figures)
  const { shown, sums } = headline(days, standing)
  const [chosen, setChosen] = useState(measures[0]?.key ?? '')
  const measure = measures.find((one) => one.key === chosen) ?? measures[0]
  if (measure === undefined) return <></>
  const isEmpty = days.every((day) => day.figures === null)
  return (
    <>
      <CoverageLine report={daily} days={days} scope={scope} />
      {remark?.(report)}
      {isEmpty ? (
        <div className="min-h-0 flex-1 overflow-y-auto">
          <EmptyState title="Nothing here for these days">
            No day of this range is stored yet. Missing days are fetched by themselves; the line above says which.
          </EmptyState>
          {below}
        </div>
      ) : (
        <div className="flex min-h-0 flex-1 flex-col overflow-y-auto">
          <div className="pt-3">
            <FigureTiles
              measures={measures}
              sums={shown}
              frame={daily}
              isSettling={daily.days.includes('complete-settling')}
              chosen={measure.key}
              onChoose={setChosen}
            />
          </div>
          <div className="pt-4">
            <DayChart measure={measure} days={days} frame={daily} compare={compare} />
          </div>
          <TableSwitch
            name={place}
            scope={scope}
            frame={daily}
            first={first}
            sides={[
              daySide({
                measures,
                chosen: measure,
                days,
                sums,
                frame: daily,
                comparedLabel: compareText[compare].label,
              }),
              ...sides(report),
            ]}
          />
          {below}
        </div>
      )}
    </>
  )
}

function daySide(props: DayTableProps): TableSide {
  const isCompared = props.comparedLabel !== ''
  return { key: 'days', word: 'By day', table: <DayTable {...props} />, ...dayCells({ ...props, isCompared }) }
}

export function endsBeforeStart({ days }: Pick<DailyReport, 'days'>): boolean {
  return days.length > 0 && days.every((state) => state === 'before-start')
}

function NotUsed(): ReactElement {
  return <EmptyState title="Not collected for this account">Springline does not fetch these figures here.</EmptyState>
}

/** A range that ends before the channel's history begins: nothing is missing there. */
export function BeforeStart({ scope }: { readonly scope: ReportScope }): ReactElement {
  return (
    <EmptyState title="Before this channel’s history begins">
      Nothing was ever wanted for these days, so nothing is missing. Choose later days above to see {scope.account.name}.
    </EmptyState>
  )
}

/** What the shown days are compared with, once it is there; the own figures never wait for it. */
function useCompared<Name extends DailyName>(props: ShownProps<Name>): DailyValue | null {
  const { name, scope, daily } = props
  const { reports } = useWindowState()
  const days = comparedDays({ days: wholeRange(daily.from, daily.to), compare: scope.compare })
  const resource = reports.of(name, { channelId: scope.channel.id, ...asRange(days ?? wholeRange(daily.from, daily.to)) })
  const value = valueOf(useReading(resource))
  return days === null || value === null ? null : dailyOf(props, value)
}
