import type { ReactElement } from 'react'
import type { DatasetView } from '../../../shared/contract/views/channel-detail.ts'
import type { AccountView } from '../../../shared/contract/views/channels.ts'
import type { AccessAnswer } from '../../../shared/domain/access.ts'
import { Button } from '../../parts/controls/button.tsx'
import { CheckMark, type CheckState } from '../../parts/flow/check-list.tsx'
import { Note } from '../../parts/flow/note.tsx'
import { useWindowState } from '../../state/use-state.ts'
import { accessText, evidenceText, roleText } from '../../text/access-text.ts'
import { familyText } from '../../text/place-text.ts'
import { useAccountActions } from '../channels/use-account-actions.ts'
import { counted } from '../common/counted.ts'
import { ReadingView } from '../common/reading-view.tsx'
import { SimpleTable, type SimpleColumn } from '../common/simple-table.tsx'
import { useIsOffline } from '../common/use-offline.ts'
import { useWords, type Words } from '../common/words.ts'
import { marketplaceOf } from './marketplace-of.ts'
import { Permissions } from './permissions.tsx'

const marks: Readonly<Record<AccessAnswer, CheckState>> = { granted: 'granted', refused: 'reduced', 'not-yet-proven': 'unproven' }

/** What each dataset needs, whether Amazon allows it, and when that was last asked. */
export function AccessTab({ account }: { readonly account: AccountView }): ReactElement {
  const { details } = useWindowState()
  const words = useWords()
  return (
    <div className="pb-6">
      <ReadingView resource={details.account(account.id)} loading="Access is loading">
        {(detail) => (
          <>
            <Permissions account={account} />
            <Refused account={account} datasets={detail.datasets.filter((one) => one.access === 'refused')} />
            <SimpleTable
              label="Access by dataset"
              rows={detail.datasets}
              keyOf={(row) => `${row.channelId}-${row.dataset}`}
              columns={columnsOf(words)}
              groupOf={marketplaceOf(account)}
            />
            <p className="pt-3 text-small text-ink-3">
              Refused datasets are asked for again once a day. A report’s permission is proven by its first report.
            </p>
          </>
        )}
      </ReadingView>
    </div>
  )
}

function Refused({ account, datasets }: { readonly account: AccountView; readonly datasets: readonly DatasetView[] }): ReactElement | null {
  const { reconnect } = useAccountActions()
  const isOffline = useIsOffline()
  if (datasets.length === 0) return null
  const roles = [...new Set(datasets.map((one) => roleText(one.amazonRole)))]
  const family = datasets.every((one) => one.family === 'advertising') ? 'advertising' : 'selling'
  return (
    <div className="pb-4">
      <Note tone="watch" sign="access-reduced">
        <div className="flex items-start gap-3">
          <p className="min-w-0 flex-1">
            <b>Amazon refuses {counted(datasets.length, 'dataset', 'datasets')}.</b> Missing at Amazon: {roles.join(', ')}. The other
            datasets go on.
          </p>
          <span className="-my-1">
            <Button
              isDisabled={isOffline}
              onPress={() => {
                reconnect(account, family)
              }}
            >
              Ask for the permission again
            </Button>
          </span>
        </div>
      </Note>
    </div>
  )
}

function columnsOf(words: Words): SimpleColumn<DatasetView>[] {
  return [
    {
      key: 'what',
      head: 'Dataset',
      cell: (row) => <b className="font-medium">{row.title}</b>,
    },
    { key: 'family', head: 'Permission', cell: (row) => <span className="text-ink-2">{familyText[row.family].name}</span> },
    { key: 'role', head: 'Role at Amazon', cell: (row) => roleText(row.amazonRole) },
    {
      key: 'answer',
      head: 'Granted',
      cell: (row) => (
        <span className="flex items-center gap-2">
          <CheckMark state={marks[row.access]} />
          {accessText[row.access]}
        </span>
      ),
    },
    {
      key: 'asked',
      head: 'Last asked',
      cell: (row) => <span className="text-ink-2">{row.accessCheckedAt === null ? 'not yet' : words.moment(row.accessCheckedAt)}</span>,
    },
    {
      key: 'said',
      head: 'What Amazon said',
      wrap: 'words',
      cell: (row) => <span className="font-mono text-small break-all text-ink-3">{evidenceText(row.accessEvidence)}</span>,
    },
  ]
}
