import type { ReactElement } from 'react'
import type { AccountView } from '../../../shared/contract/views/channels.ts'
import type { FindingsView } from '../../../shared/contract/views/findings.ts'
import { Button } from '../../parts/controls/button.tsx'
import { findingWords, findingsText } from '../../text/finding-words.ts'
import { counted } from '../common/counted.ts'
import type { SimpleColumn } from '../common/simple-table.tsx'
import type { Words } from '../common/words.ts'

type Found = FindingsView['findings'][number]

export interface FindingColumnsOrder {
  readonly words: Words
  readonly account: AccountView
  readonly view: FindingsView
  readonly onRead: (source: string) => void
}

/** Findings of an account's channels, and those that belong to no channel. */
export function findingsOf({ findings }: FindingsView, { channels }: AccountView): readonly Found[] {
  return findings.filter(({ channelId }) => channelId === null || channels.some((one) => one.id === channelId))
}

export function findingColumns({ words, account, view, onRead }: FindingColumnsOrder): SimpleColumn<Found>[] {
  const countries = new Map(account.channels.map((channel) => [channel.id, channel.country]))
  const where = ({ channelId }: Found): string => (channelId === null ? 'no channel in particular' : (countries.get(channelId) ?? ''))
  return [
    {
      key: 'what',
      head: 'What',
      wrap: 'words',
      cell: (one) => <What found={one} />,
    },
    { key: 'where', head: 'Where', cell: (one) => <Two first={one.title} second={where(one)} /> },
    {
      key: 'seen',
      head: 'Last seen',
      cell: (one) => (
        <Two first={words.dated(one.at)} second={`first ${words.dated(one.firstAt)}, ${counted(one.times, 'time', 'times')}`} />
      ),
    },
    {
      key: 'id',
      head: 'Amazon’s id',
      wrap: 'words',
      cell: (one) => <span className="text-small break-all text-ink-2">{one.documentId ?? 'none'}</span>,
    },
    {
      key: 'read',
      head: '',
      align: 'right',
      cell: (one) =>
        isKept(view, one) ? (
          <Button size="row" aria-label={`${findingsText.readAgain}: ${one.title}`} onPress={() => onRead(one.source)}>
            {findingsText.readAgain}
          </Button>
        ) : null,
    },
  ]
}

/** A refused document of this dataset and channel lies here with its body. */
function isKept({ documents }: FindingsView, { source, channelId, kind }: Found): boolean {
  if (kind !== 'missing-column' && kind !== 'unreadable') return false
  return documents.some((one) => one.hasBody && one.dataset === source && one.channelId === channelId)
}

function What({ found }: { readonly found: Found }): ReactElement {
  const { what, meanwhile, detail } = findingWords[found.kind]
  return (
    <div className="min-w-60 py-1">
      <div className="text-ink">{what.replace('{column}', () => found.column).replace('{why}', () => found.why)}</div>
      <div className="text-small text-ink-2">{meanwhile}</div>
      {detail === 'said' ? <div className="text-small break-words text-ink-2">{found.why}</div> : null}
    </div>
  )
}

function Two({ first, second }: { readonly first: string; readonly second: string }): ReactElement {
  return (
    <div className="py-1">
      <div>{first}</div>
      <div className="text-small text-ink-2">{second}</div>
    </div>
  )
}
