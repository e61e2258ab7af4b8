import { CalendarDays, Copy, Table2 } from 'lucide-react'
import { useState, type ReactElement } from 'react'
import type { CoverageView } from '../../../shared/contract/views/channel-detail.ts'
import type { AccountView, ChannelView } from '../../../shared/contract/views/channels.ts'
import { addDays, formatDay } from '../../../shared/domain/day.ts'
import { Button } from '../../parts/controls/button.tsx'
import { SegmentedControl } from '../../parts/controls/segmented-control.tsx'
import { Select } from '../../parts/controls/select.tsx'
import { EmptyState } from '../../parts/feedback/empty-state.tsx'
import { useWindowState } from '../../state/use-state.ts'
import { ReadingView } from '../common/reading-view.tsx'
import { dayIn, useWords } from '../common/words.ts'
import { countCoverage, countsText } from './coverage-facts.ts'
import { CoverageDays } from './coverage-days.tsx'
import { CoverageLines } from './coverage-lines.tsx'
import { CoverageTable } from './coverage-table.tsx'
import { coverageStatement } from './coverage-statement.ts'

/** Days shown: what fits as lines of 10 px on the smallest window. */
const DAYS_SHOWN = 77

const views = [
  { key: 'calendar', word: 'Calendar', icon: CalendarDays },
  { key: 'table', word: 'Table', icon: Table2 },
] as const

/** Day by day what is held, per dataset: lines, calendar, evidence, table twin. */
export function CoverageTab({ account }: { readonly account: AccountView }): ReactElement {
  const [country, setCountry] = useState(account.channels[0]?.country ?? '')
  const channel = account.channels.find((one) => one.country === country) ?? account.channels[0]
  if (channel === undefined) return <EmptyState title="No marketplace yet">Coverage begins with the first marketplace.</EmptyState>
  return <ChannelCoverage key={channel.id} account={account} channel={channel} onCountry={setCountry} />
}

interface ChannelCoverageProps {
  readonly account: AccountView
  readonly channel: ChannelView
  readonly onCountry: (country: string) => void
}

function ChannelCoverage({ account, channel, onCountry }: ChannelCoverageProps): ReactElement {
  const { details } = useWindowState()
  const words = useWords()
  const today = dayIn(words.now, channel.zone)
  const range = { channelId: channel.id, from: formatDay(addDays(today, 1 - DAYS_SHOWN)), to: formatDay(today) }
  return (
    <ReadingView resource={details.coverage(range)} loading="Coverage is loading">
      {(view) => <Shown account={account} channel={channel} view={view} onCountry={onCountry} />}
    </ReadingView>
  )
}

function Shown({ account, channel, view, onCountry }: ChannelCoverageProps & { readonly view: CoverageView }): ReactElement {
  const words = useWords()
  const { view: window } = useWindowState()
  const [kind, setKind] = useState<'calendar' | 'table'>('calendar')
  const counts = countCoverage(view)
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(coverageStatement({ account, channel, view, words }))
    window.tell('The statement was copied.')
  }
  return (
    <div className="figures pb-6">
      <div className="flex flex-wrap items-center gap-2 pb-2">
        <div className="min-w-0 flex-1">
          <h2 className="text-section text-ink">{words.range(view.from, view.to)}</h2>
          <p className="text-small text-ink-2">{countsText(counts, words.locale)}</p>
        </div>
        {account.channels.length < 2 ? null : (
          <Select
            label="Marketplace"
            lead="Marketplace"
            chosen={channel.country}
            onChoose={onCountry}
            choices={account.channels.map((one) => ({ key: one.country, word: `${one.country} ${one.marketplace}` }))}
          />
        )}
        <SegmentedControl label="View" segments={views} chosen={kind} onChoose={setKind} />
        <Button
          icon={Copy}
          onPress={() => {
            void copy()
          }}
        >
          Copy statement
        </Button>
      </div>
      {kind === 'table' ? (
        <CoverageTable view={view} words={words} />
      ) : (
        <>
          <CoverageLines view={view} words={words} />
          <CoverageDays account={account} channel={channel} view={view} words={words} />
        </>
      )}
    </div>
  )
}
