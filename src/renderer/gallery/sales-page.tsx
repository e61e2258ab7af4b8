import { Download, FileCheck2, History } from 'lucide-react'
import { useState, type ReactElement } from 'react'
import { addDays, interval } from '../../shared/domain/day.ts'
import { deltaOf } from '../format/delta.ts'
import { weekdayText } from '../format/day.ts'
import { axisMoneyText, cellMoneyText, moneyText, type Amount } from '../format/money.ts'
import { TimeChart } from '../parts/chart/time-chart.tsx'
import type { ChartDay } from '../parts/chart/time-chart-model.ts'
import { Button } from '../parts/controls/button.tsx'
import { DateRangePicker } from '../parts/controls/date-range-picker.tsx'
import { SegmentedControl } from '../parts/controls/segmented-control.tsx'
import { Select } from '../parts/controls/select.tsx'
import { RopePanel } from '../parts/line/rope-panel.tsx'
import { DeltaText } from '../parts/report/delta-text.tsx'
import { KpiStrip } from '../parts/report/kpi-strip.tsx'
import { Page } from '../parts/shell/page.tsx'
import { PageHead } from '../parts/shell/page-head.tsx'
import { SmallMark } from '../parts/status/small-mark.tsx'
import type { DataColumn } from '../parts/table/data-columns.ts'
import { DataTable } from '../parts/table/data-table.tsx'
import { sampleDays } from './sample-days.ts'
import { SampleShell } from './sample-shell.tsx'
import { sampleDay, sampleWords } from './sample-words.ts'

const from = sampleDay('2026-08-16')
const states = sampleDays('14s 1f 6s 9t')
const own = [
  1640,
  1710,
  1590,
  1560,
  1590,
  1450,
  1590,
  1730,
  1750,
  1560,
  1450,
  1530,
  1120,
  1140,
  null,
  1750,
  1600,
  1530,
  1660,
  1640,
  1790,
  2300,
  2673,
  1862,
  1632,
  1508,
  1520,
  1761,
  1725,
  1935,
]
const past = [
  1590, 1710, 1420, 1270, 1410, 1300, 1380, 1560, 1680, 1350, 1380, 1430, 1370, 1460, 1770, 2220, 1350, 1330, 1350, 1290, 1390, 1440, 1636,
  1357, 1322, 1284, 1361, 1345, 1491, 1618,
]
const days: readonly ChartDay[] = states.map((state, at) => ({
  day: addDays(from, at),
  state,
  value: own[at] ?? null,
  compared: past[at] ?? null,
}))
const dollars = (value: number | null): Amount | null =>
  value === null ? null : { minor: Math.round(value * 100), scale: 2, currency: 'USD' }
const nothing = (): void => undefined
const delta = (is: number, was: number) => deltaOf(is, was, 'en-US')
const tiles = [
  { key: 'sales', label: 'Ordered sales', value: '$48,285.38', delta: delta(48285, 42051), was: '$42,051.87', firmness: 'settling' },
  { key: 'units', label: 'Units', value: '2,048', delta: delta(2048, 1869), was: '1,869', firmness: 'settling' },
  { key: 'orders', label: 'Orders', value: '1,691', delta: delta(1691, 1564), was: '1,564', firmness: 'settling' },
  { key: 'average', label: 'Average order', value: '$28.55', delta: delta(28.55, 26.88), was: '$26.88', firmness: 'settling' },
  { key: 'conversion', label: 'Conversion', value: '11.7%', delta: delta(11.7, 12), was: '12.0%', firmness: 'settled' },
] as const
const columns: readonly DataColumn<ChartDay>[] = [
  {
    key: 'day',
    head: 'Day',
    align: 'left',
    track: '120px',
    cell: (row) => weekdayText(row.day, sampleWords),
    sortBy: (row) => row.day,
    total: '29 of 30 days',
  },
  {
    key: 'state',
    head: 'State',
    align: 'left',
    track: 'minmax(140px,1fr)',
    total: '35% not settled',
    cell: (row) => (
      <span className="flex items-center gap-2 text-ink-2">
        {row.state === 'complete-settling' ? (
          <>
            <SmallMark kind="settling" size={14} />
            settles 24 Sep
          </>
        ) : (
          'settled'
        )}
      </span>
    ),
  },
  {
    key: 'sales',
    head: 'Ordered sales, $',
    align: 'right',
    track: 'minmax(120px,1fr)',
    cell: (row) => cellMoneyText(dollars(row.value), 'en-US'),
    sortBy: (row) => row.value,
    total: '48,285.38',
  },
  {
    key: 'past',
    head: 'Last year',
    align: 'right',
    track: 'minmax(110px,1fr)',
    cell: (row) => cellMoneyText(dollars(row.compared ?? null), 'en-US'),
    sortBy: (row) => row.compared ?? null,
    total: '42,051.87',
  },
  {
    key: 'change',
    head: 'Change',
    align: 'right',
    track: 'minmax(100px,1fr)',
    cell: (row) => <DeltaText weight="plain" delta={deltaOf(row.value, row.compared ?? null, 'en-US')} />,
  },
]

/** A report as in the sixth picture. */
export function SalesPage(): ReactElement {
  const [tile, setTile] = useState('sales')
  const [view, setView] = useState<'day' | 'marketplace' | 'product'>('day')
  const [range, setRange] = useState(interval(from, sampleDay('2026-09-15')))
  return (
    <SampleShell
      chosen="sales"
      controls={
        <>
          <DateRangePicker
            days={range}
            onChoose={setRange}
            lastComplete={sampleDay('2026-09-14')}
            earliest={sampleDay('2024-09-14')}
            words={sampleWords}
            zoneText="Days of Amazon.com, Pacific time"
          />
          <Select
            label="Compare"
            lead="against"
            chosen="weekdays"
            onChoose={nothing}
            choices={[
              { key: 'weekdays', word: 'last year, same weekdays' },
              { key: 'off', word: 'nothing' },
            ]}
          />
          <Select label="Currency" chosen="USD" onChoose={nothing} choices={[{ key: 'USD', word: 'USD' }]} />
        </>
      }
    >
      <Page scroll="own">
        <PageHead
          title="Sales"
          aside="Acme North America, US"
          actions={
            <>
              <Button icon={History}>As I saw it on…</Button>
              <Button icon={FileCheck2}>Reconcile</Button>
              <Button icon={Download}>Export</Button>
            </>
          }
        />
        <div className="flex items-center gap-2.5 py-2">
          <RopePanel name="Sales" states={states} width={180} />
          <span className="figures text-body text-ink-2">
            <b className="text-ink">20 days settled</b>, 9 still settling, <b className="text-watch-ink">30 Aug missing</b> and left out on
            both sides
          </span>
          <span className="ml-auto text-small text-ink-3">As of 15 Sep 13:48</span>
        </div>
        <KpiStrip label="Figures" tiles={tiles} chosen={tile} onChoose={setTile} />
        <div className="pt-4">
          <TimeChart
            name="Ordered sales"
            days={days}
            own="This year"
            compared="Last year"
            words={sampleWords}
            events={[
              { day: addDays(from, 5), text: 'Price −5% on 3 products' },
              { day: addDays(from, 22), text: 'Labor Day' },
            ]}
            valueText={(value) => moneyText(dollars(value), { locale: 'en-US' })}
            axisText={(value) => axisMoneyText({ minor: value * 100, scale: 2, currency: 'USD' }, 'en-US')}
          />
        </div>
        <div className="flex items-center pt-2 pb-1">
          <SegmentedControl
            label="View"
            chosen={view}
            onChoose={setView}
            segments={[
              { key: 'day', word: 'By day' },
              { key: 'marketplace', word: 'By marketplace' },
              { key: 'product', word: 'By product' },
            ]}
          />
        </div>
        <DataTable label="Sales by day" rows={days.toReversed()} columns={columns} keyOf={(row) => String(row.day)} totals="shown" />
      </Page>
    </SampleShell>
  )
}
