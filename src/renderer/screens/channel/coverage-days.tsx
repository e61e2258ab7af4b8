import { useState, type ReactElement } from 'react'
import type { CoverageView } from '../../../shared/contract/views/channel-detail.ts'
import type { AccountView, ChannelView } from '../../../shared/contract/views/channels.ts'
import { addDays, formatDay, parseDay, type Day } from '../../../shared/domain/day.ts'
import { Select } from '../../parts/controls/select.tsx'
import { CoverageCalendar } from '../../parts/calendar/coverage-calendar.tsx'
import { CoverageLegend } from '../../parts/calendar/coverage-legend.tsx'
import { zonePhrase } from '../common/zone-phrase.ts'
import type { Words } from '../common/words.ts'
import { worstDays } from './coverage-facts.ts'
import { DayEvidence } from './day-evidence.tsx'

export interface CoverageDaysProps {
  readonly account: AccountView
  readonly channel: ChannelView
  readonly view: CoverageView
  readonly words: Words
}

/** Month grids with the evidence of the chosen day beside them. */
export function CoverageDays({ account, channel, view, words }: CoverageDaysProps): ReactElement | null {
  const [dataset, setDataset] = useState('all')
  const from = parseDay(view.from)
  const shown = dataset === 'all' ? view.datasets : view.datasets.filter((one) => one.dataset === dataset)
  const states = worstDays(shown)
  const [chosen, setChosen] = useState<Day | null>(null)
  if (from === null || states.length === 0) return null
  const day = chosen ?? firstToSee(from, states)
  return (
    <div className="grid grid-cols-[minmax(0,1fr)_312px] gap-4 border-t border-line pt-4">
      <section aria-label="Day by day">
        <div className="flex items-center gap-2 pb-3">
          <h2 className="text-body text-ink">Day by day</h2>
          <Select
            label="Dataset"
            lead="Dataset"
            chosen={dataset}
            onChoose={setDataset}
            choices={[{ key: 'all', word: 'All, worst shown' }, ...view.datasets.map((one) => ({ key: one.dataset, word: one.title }))]}
          />
          <span className="text-small text-ink-3">{zonePhrase(channel, words.locale, words.now)}</span>
        </div>
        <CoverageCalendar from={from} states={states} chosen={day} onChoose={setChosen} locale={words.locale} today={words.today} />
        <div className="pt-4">
          <CoverageLegend />
        </div>
      </section>
      <DayEvidence account={account} channelId={channel.id} day={formatDay(day)} words={words} />
    </div>
  )
}

/** The newest day that is not as it should be, else the last one due. */
function firstToSee(from: Day, states: ReturnType<typeof worstDays>): Day {
  const missing = states.findLastIndex((state) => state === 'missing-fetchable' || state === 'missing-lost' || state === 'partial')
  const due = states.findLastIndex((state) => state !== 'not-due')
  return addDays(from, missing >= 0 ? missing : Math.max(due, 0))
}
