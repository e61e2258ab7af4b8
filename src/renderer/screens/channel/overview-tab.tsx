import type { ReactElement } from 'react'
import type { DatasetView } from '../../../shared/contract/views/channel-detail.ts'
import type { AccountView, FamilyView } from '../../../shared/contract/views/channels.ts'
import type { ApiFamily } from '../../../shared/domain/region.ts'
import { completenessText } from '../../format/percent.ts'
import { countText } from '../../format/number.ts'
import { StatusWord } from '../../parts/status/status-word.tsx'
import { RopeRow } from '../../parts/line/rope-row.tsx'
import { Tag } from '../../parts/feedback/tag.tsx'
import { useWindowState } from '../../state/use-state.ts'
import { familyText } from '../../text/place-text.ts'
import { statusText } from '../../text/status-text.ts'
import { familySentence, strandsOf } from '../channels/row-told.ts'
import { ReadingView } from '../common/reading-view.tsx'
import { SimpleTable, type SimpleColumn } from '../common/simple-table.tsx'
import { useWords, type Words } from '../common/words.ts'
import { AllowanceTable } from './allowance-table.tsx'
import { marketplaceOf } from './marketplace-of.ts'

/** Status with its evidence, the marketplaces, and how far every dataset has come. */
export function OverviewTab({ account }: { readonly account: AccountView }): ReactElement {
  const { details } = useWindowState()
  const words = useWords()
  return (
    <div className="flex flex-col gap-6 pb-6">
      <section aria-label="Permissions" className="flex flex-col gap-px">
        <Family family="selling" view={account.selling} words={words} />
        {account.advertising === null ? null : <Family family="advertising" view={account.advertising} words={words} />}
      </section>
      <Marketplaces account={account} words={words} />
      <section aria-labelledby="datasets">
        <h2 id="datasets" className="pb-2 text-section text-ink">
          Datasets
        </h2>
        <ReadingView resource={details.account(account.id)} loading="Datasets are loading">
          {(detail) => (
            <div className="flex flex-col gap-6">
              <SimpleTable
                label="Datasets"
                rows={detail.datasets}
                keyOf={(row) => `${row.channelId}-${row.dataset}`}
                columns={columnsOf(words)}
                groupOf={marketplaceOf(account)}
              />
              <AllowanceTable budgets={detail.budgets} words={words} />
            </div>
          )}
        </ReadingView>
      </section>
    </div>
  )
}

function Family({ family, view, words }: { readonly family: ApiFamily; readonly view: FamilyView; readonly words: Words }): ReactElement {
  const sentence = familySentence(family, view, words)
  const ends = endsText(view, words)
  return (
    <div className="figures grid min-h-9 grid-cols-[120px_220px_minmax(0,1fr)] items-center gap-3 border-b border-line py-1.5">
      <span className="text-ink-2">{familyText[family].name}</span>
      <StatusWord status={view.status} form={family === 'advertising' ? 'column' : 'full'} />
      <span className="text-ink-2">{[sentence, ends].filter((one) => one !== null && one !== '').join(' ') || restText(view)}</span>
    </div>
  )
}

function restText({ status }: FamilyView): string {
  if (status === 'ads-not-connected') return 'A permission of its own, and optional. Connect it from the menu at the top right.'
  return `Who must act: ${statusText[status].whoActs}.`
}

function endsText({ cause, endsAt, facts }: FamilyView, words: Words): string {
  const { ends, endsAt: next } = facts
  if (ends === 'client-secret' && typeof next === 'number')
    return `The client secret of your private app ends ${words.date(next)}, ${words.until(next)}.`
  if (endsAt === null) return ''
  if (endsAt > words.now) return `Ends about ${words.date(endsAt)}, ${words.until(endsAt)}.`
  return cause === 'lapsed' ? '' : `Ended ${words.date(endsAt)}.`
}

function Marketplaces({ account, words }: { readonly account: AccountView; readonly words: Words }): ReactElement {
  return (
    <section aria-labelledby="marketplaces">
      <h2 id="marketplaces" className="pb-2 text-section text-ink">
        Marketplaces
      </h2>
      {account.channels.map((channel) => (
        <div
          key={channel.id}
          className="figures grid min-h-9 grid-cols-[46px_minmax(120px,180px)_minmax(150px,200px)_370px_minmax(0,1fr)] items-center gap-3 border-b border-line"
          data-testid="channel-row"
          data-channel={channel.id}
          data-status={channel.status}
        >
          <span>
            <Tag>{channel.country}</Tag>
          </span>
          <span className="truncate text-ink">{channel.marketplace}</span>
          <StatusWord status={channel.status === 'ads-not-connected' ? channel.selling : channel.status} />
          <RopeRow strands={strandsOf(channel.line)} days={90} />
          <span className="text-ink-2">data to {words.day(channel.dataTo)}</span>
        </div>
      ))}
    </section>
  )
}

function columnsOf(words: Words): SimpleColumn<DatasetView>[] {
  return [
    {
      key: 'what',
      head: 'Dataset',
      cell: (row) => <b className="font-medium">{row.title}</b>,
    },
    { key: 'to', head: 'Data to', cell: (row) => (row.shape === 'snapshot' ? takenText(row, words) : words.day(row.freshTo)) },
    { key: 'settled', head: 'Settled to', cell: (row) => (row.shape === 'snapshot' ? 'describes now' : words.day(row.settledTo)) },
    {
      key: 'days',
      head: 'Days held',
      align: 'right',
      cell: (row) =>
        row.shape === 'snapshot' ? '' : `${countText(row.completeDays, words.locale)} of ${countText(row.wantedDays, words.locale)}`,
    },
    {
      key: 'share',
      head: 'Complete',
      align: 'right',
      cell: (row) => (row.shape === 'snapshot' ? '' : completenessText(row.completeDays, row.wantedDays, words.locale)),
    },
    { key: 'rows', head: 'Rows', align: 'right', cell: (row) => countText(row.rows, words.locale) },
  ]
}

function takenText(row: DatasetView, words: Words): string {
  return row.takenAt === null ? 'not taken yet' : `as of ${words.moment(row.takenAt)}`
}
