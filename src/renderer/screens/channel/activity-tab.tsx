import { useState, type ReactElement } from 'react'
import type { ActivityView } from '../../../shared/contract/views/channel-detail.ts'
import type { AccountView } from '../../../shared/contract/views/channels.ts'
import { SegmentedControl } from '../../parts/controls/segmented-control.tsx'
import { EmptyState } from '../../parts/feedback/empty-state.tsx'
import { DataTable } from '../../parts/table/data-table.tsx'
import { useWindowState } from '../../state/use-state.ts'
import { ReadingView } from '../common/reading-view.tsx'
import { useWords } from '../common/words.ts'
import { entryColumns, runColumns } from './activity-columns.ts'
import { FindingsList } from './findings-list.tsx'

const sides = [
  { key: 'entries', word: 'What happened' },
  { key: 'runs', word: 'Requests' },
  { key: 'findings', word: 'Not understood' },
] as const
type Side = (typeof sides)[number]['key']

/** Contacts with Amazon, newest first: what happened, every request with its answer, and what was not understood. */
export function ActivityTab({ account }: { readonly account: AccountView }): ReactElement {
  const { details } = useWindowState()
  const [side, setSide] = useState<Side>('entries')
  return (
    <div className="flex min-h-0 flex-1 flex-col pb-4">
      <div className="pb-3">
        <SegmentedControl label="Show" segments={sides} chosen={side} onChoose={setSide} />
      </div>
      {side === 'findings' ? (
        <FindingsList account={account} />
      ) : (
        <ReadingView resource={details.activity(account.id)} loading="Activity is loading">
          {(view) => <Lines view={view} side={side} account={account} />}
        </ReadingView>
      )}
    </div>
  )
}

function Lines({
  view,
  side,
  account,
}: {
  readonly view: ActivityView
  readonly side: Exclude<Side, 'findings'>
  readonly account: AccountView
}): ReactElement {
  const words = useWords()
  const isEmpty = side === 'entries' ? view.entries.length === 0 : view.runs.length === 0
  if (isEmpty) return <EmptyState title="Nothing yet">Contacts with Amazon for {account.name} appear here.</EmptyState>
  if (side === 'runs')
    return <DataTable label="Requests" rows={view.runs} columns={runColumns(words)} keyOf={(run) => run.id} totals="none" />
  const numbered = view.entries.map((entry, at) => ({ ...entry, at: entry.at, place: at }))
  return (
    <DataTable
      label="What happened"
      rows={numbered}
      columns={entryColumns(words, account)}
      keyOf={(entry) => String(entry.place)}
      totals="none"
    />
  )
}
