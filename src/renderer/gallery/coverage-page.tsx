import { CalendarDays, Copy, Ellipsis, Stethoscope, Table2 } from 'lucide-react'
import { useState, type ReactElement } from 'react'
import { Button } from '../parts/controls/button.tsx'
import { IconButton } from '../parts/controls/icon-button.tsx'
import { SegmentedControl } from '../parts/controls/segmented-control.tsx'
import { Tabs } from '../parts/controls/tabs.tsx'
import { CoverageCalendar } from '../parts/calendar/coverage-calendar.tsx'
import { CoverageLegend } from '../parts/calendar/coverage-legend.tsx'
import { DayCell } from '../parts/calendar/day-cell.tsx'
import { Tag } from '../parts/feedback/tag.tsx'
import { RopePage, type RopePageLine } from '../parts/line/rope-page.tsx'
import { DetailHead } from '../parts/shell/detail-head.tsx'
import { Page } from '../parts/shell/page.tsx'
import { longDayText } from '../format/day.ts'
import { sampleDays } from './sample-days.ts'
import { SampleShell } from './sample-shell.tsx'
import { sampleDay, sampleWords } from './sample-words.ts'

const line = (name: string, written: string, reach: string, tone: 'fine' | 'late'): RopePageLine => ({
  key: name,
  name,
  states: sampleDays(written),
  reach,
  tone,
})
const lines = [
  line('Orders', '50s 14t 12f 1n', 'to 2 Sep', 'late'),
  line('Sales & traffic', '46s 1e 3s 13t 1p 12f 1n', 'to 1 Sep', 'late'),
  line('Settlements', '61s 15f 1n', 'to 30 Aug', 'late'),
  line('Sponsored Products', '62s 14t 1n', 'to 14 Sep', 'fine'),
  line('Sponsored Brands', '7s 2x 53s 14t 1n', 'to 14 Sep', 'fine'),
  line('Sponsored Display', '24s 2e 36s 14t 1n', 'to 14 Sep', 'fine'),
]
const nothing = (): void => undefined

/** Coverage as in the third picture. */
export function CoveragePage(): ReactElement {
  const [chosen, setChosen] = useState(sampleDay('2026-09-08'))
  const [view, setView] = useState<'calendar' | 'table'>('calendar')
  const tabs = [
    { key: 'overview', word: 'Overview' },
    { key: 'access', word: 'Access' },
    { key: 'coverage', word: 'Coverage', tag: <Tag tone="watch">12 days open</Tag> },
    { key: 'backfill', word: 'Backfill' },
  ] as const
  return (
    <SampleShell chosen="channels">
      <Page scroll="own">
        <DetailHead
          name="Nordlys EU"
          status="reconnect-required"
          facts={['Seller, Europe', 'A1X…9Q', 'permission given 3 Sep 2025, ended 3 Sep 2026']}
          actions={
            <>
              <Button icon={Stethoscope}>Diagnose</Button>
              <Button tone="primary">Reconnect</Button>
              <IconButton icon={Ellipsis} label="More" tone="outlined" />
            </>
          }
        />
        <Tabs label="Nordlys EU" tabs={tabs} chosen="coverage" onChoose={nothing}>
          <div className="flex items-center gap-2 pb-2">
            <span className="figures">
              <b>1 Jul to 14 Sep</b> <span className="text-ink-2">89.8% complete: 478 of 532 dataset days</span>
            </span>
            <div className="ml-auto flex gap-2">
              <SegmentedControl
                label="View"
                chosen={view}
                onChoose={setView}
                segments={[
                  { key: 'calendar', word: 'Calendar', icon: CalendarDays },
                  { key: 'table', word: 'Table', icon: Table2 },
                ]}
              />
              <Button icon={Copy}>Copy statement</Button>
            </div>
          </div>
          <RopePage
            lines={lines}
            days={77}
            months={[
              { at: 0, name: 'Jul' },
              { at: 31, name: 'Aug' },
              { at: 62, name: 'Sep' },
            ]}
          />
          <div className="grid min-h-0 flex-1 grid-cols-[minmax(0,1fr)_330px] pt-4">
            <div className="overflow-y-auto p-1">
              <CoverageCalendar
                from={sampleDay('2026-07-01')}
                states={sampleDays('4s 2e 1s 2x 41s 11t 1p 14f 1n')}
                chosen={chosen}
                onChoose={setChosen}
                locale="en-GB"
                today={sampleWords.today}
              />
              <div className="pt-4">
                <CoverageLegend />
              </div>
            </div>
            <aside className="border-l border-line pl-6">
              <h2 className="text-section">{longDayText(chosen, sampleWords)}</h2>
              <p className="text-small text-ink-3">4 datasets missing, 3 complete and settling</p>
              {lines.map((one) => (
                <p key={one.key} className="flex items-center gap-2.5 border-b border-line py-1.5">
                  <DayCell state={one.states[69] ?? 'not-due'} width={15} height={14} />
                  {one.name}
                  <span className="ml-auto text-small text-ink-2">until Sep 2028</span>
                </p>
              ))}
            </aside>
          </div>
        </Tabs>
      </Page>
    </SampleShell>
  )
}
