import { useState, type ReactElement } from 'react'
import type { AccountView } from '../../../shared/contract/views/channels.ts'
import type { FindingsView } from '../../../shared/contract/views/findings.ts'
import { EmptyState } from '../../parts/feedback/empty-state.tsx'
import { Note } from '../../parts/flow/note.tsx'
import { useWindowState } from '../../state/use-state.ts'
import { findingsText } from '../../text/finding-words.ts'
import { ReadingView } from '../common/reading-view.tsx'
import { SimpleTable } from '../common/simple-table.tsx'
import { useIsOffline } from '../common/use-offline.ts'
import { useWords } from '../common/words.ts'
import { findingColumns, findingsOf } from './finding-columns.tsx'

/** What of Amazon's answers was not understood: of this account's channels, and refusals that belong to no channel. */
export function FindingsList({ account }: { readonly account: AccountView }): ReactElement {
  const { details } = useWindowState()
  return (
    <ReadingView resource={details.findings} loading="What was not understood is loading">
      {(view) => <Findings view={view} account={account} />}
    </ReadingView>
  )
}

function Findings({ view, account }: { readonly view: FindingsView; readonly account: AccountView }): ReactElement {
  const words = useWords()
  const isOffline = useIsOffline()
  const { act, details } = useWindowState()
  const [said, setSaid] = useState<string | null>(null)
  const found = findingsOf(view, account)
  const readAgain = async (source: string): Promise<void> => {
    const done = await act.readAgain(source)
    if (done === null) return
    setSaid(sentenceOf(done.map((one) => one.sentence)))
    details.findings.reload()
  }
  if (found.length === 0) return <EmptyState title={findingsText.empty.title}>{findingsText.empty.next}</EmptyState>
  return (
    <div className="min-h-0 flex-1 overflow-y-auto" data-testid="findings">
      <p className="max-w-220 pb-3 text-ink-2">{findingsText.lead}</p>
      {isOffline ? (
        <div className="pb-3">
          <Note tone="calm">{findingsText.offline}</Note>
        </div>
      ) : null}
      <div role="status" className={said === null ? '' : 'pb-3'}>
        {said === null ? null : <Note tone="calm">{said}</Note>}
      </div>
      <SimpleTable
        label="Not understood"
        rows={found}
        columns={findingColumns({ words, account, view, onRead: (source) => void readAgain(source) })}
        keyOf={(one) => `${one.source} ${one.kind} ${one.column}`}
      />
    </div>
  )
}

/** Several documents often come to the same end; each end is said once. */
function sentenceOf(sentences: readonly string[]): string {
  if (sentences.length === 0) return findingsText.nothingKept
  const counts = new Map<string, number>()
  for (const one of sentences) counts.set(one, (counts.get(one) ?? 0) + 1)
  const text = [...counts].map(([one, count]) => (count === 1 ? one : `${one} (${count} documents)`)).join('; ')
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`
}
