import { Plus } from 'lucide-react'
import { useState, type ReactElement } from 'react'
import type { ChannelsView } from '../../../shared/contract/views/channels.ts'
import type { AccountId } from '../../../shared/domain/ids.ts'
import { Button } from '../../parts/controls/button.tsx'
import { EmptyState } from '../../parts/feedback/empty-state.tsx'
import { Page } from '../../parts/shell/page.tsx'
import { PageHead } from '../../parts/shell/page-head.tsx'
import { useWideWindow } from '../../parts/table/use-wide-window.ts'
import { useWindowState } from '../../state/use-state.ts'
import { counted } from '../common/counted.ts'
import { ReadingView } from '../common/reading-view.tsx'
import { useWords } from '../common/words.ts'
import { AccountFilters } from './account-filters.tsx'
import { fittingAccounts, groupAccounts, groupOf, type AccountFilter } from './account-groups.ts'
import { AccountList } from './account-list.tsx'
import { ChosenBar } from './chosen-bar.tsx'
import { FirstChannel } from './first-channel.tsx'

/** Every account with one status and one action; also what Settings, Channels opens. */
export function ChannelsScreen(): ReactElement {
  const { channels, view } = useWindowState()
  return (
    <Page scroll="own">
      <ReadingView resource={channels} loading="Channels are loading" rows={10}>
        {(value) => (
          <>
            <PageHead
              title="Channels"
              aside={countText(value)}
              actions={
                value.accounts.length === 0 ? null : (
                  <Button
                    tone="primary"
                    icon={Plus}
                    onPress={() => {
                      view.show({ kind: 'add-channel' })
                    }}
                  >
                    Add channel
                  </Button>
                )
              }
            />
            {value.accounts.length === 0 ? <FirstChannel /> : <Accounts value={value} />}
          </>
        )}
      </ReadingView>
    </Page>
  )
}

const everything: AccountFilter = { group: 'all', type: 'any', text: '' }

function Accounts({ value }: { readonly value: ChannelsView }): ReactElement {
  const words = useWords()
  const days = useWideWindow() ? 90 : 30
  const [filter, setFilter] = useState(everything)
  const [chosen, setChosen] = useState<ReadonlySet<AccountId>>(new Set())
  const fitting = fittingAccounts(value.accounts, filter)
  const shown = fitting.filter((account) => filter.group === 'all' || groupOf(account) === filter.group)
  const chosenHere = value.accounts.filter((account) => chosen.has(account.id))
  return (
    <>
      <AccountFilters accounts={fitting} filter={filter} onFilter={setFilter} />
      <div className="-mx-5 min-h-0 flex-1 overflow-y-auto px-5 pb-6">
        {shown.length === 0 ? (
          <EmptyState
            title={filter.text.trim() === '' ? 'No channel fits the filter' : `No channel matches “${filter.text.trim()}”`}
            action={{
              word: 'Clear the filter',
              tone: 'quiet',
              onPress: () => {
                setFilter(everything)
              },
            }}
          >
            {counted(value.accounts.length, 'account is', 'accounts are')} hidden by it.
          </EmptyState>
        ) : (
          <AccountList
            groups={groupAccounts(shown, words.locale)}
            days={days}
            reached={value.summary.dataTo}
            words={words}
            chosen={chosen}
            onChosen={setChosen}
          />
        )}
      </div>
      {chosenHere.length === 0 ? null : (
        <ChosenBar
          accounts={chosenHere}
          onDone={() => {
            setChosen(new Set())
          }}
        />
      )}
    </>
  )
}

function countText({ accounts }: ChannelsView): string {
  const marketplaces = accounts.reduce((sum, account) => sum + account.channels.length, 0)
  return accounts.length === 0
    ? ''
    : `${counted(accounts.length, 'account', 'accounts')} in ${counted(marketplaces, 'marketplace', 'marketplaces')}`
}
