import { ChevronDown, ChevronRight } from 'lucide-react'
import type { ReactElement } from 'react'
import type { AccountView, FamilyView } from '../../../shared/contract/views/channels.ts'
import { AccountRow } from '../../parts/table/account-row.tsx'
import { ACCOUNT_COLUMNS } from '../../parts/table/account-table.tsx'
import { StatusWord } from '../../parts/status/status-word.tsx'
import type { Words } from '../common/words.ts'
import { places, useGo } from '../places.ts'
import { AccountAction } from './account-action.tsx'
import { openChannels } from './account-groups.ts'
import { AccountMenu } from './account-menu.tsx'
import { ChannelLine } from './channel-line.tsx'
import { causeOf, codesOf, dataToOf, renewsInOf, saidOf, strandsOf } from './row-told.ts'

export interface AccountLinesProps {
  readonly account: AccountView
  readonly days: 30 | 90
  /** Day most channels have reached. */
  readonly reached: string | null
  readonly words: Words
  readonly isChosen: boolean
  readonly onChoose: (chosen: boolean) => void
  /** How its child rows stand. */
  readonly opened: 'closed' | 'by-person' | 'by-itself'
  readonly onToggle: () => void
}

/** An account with its child rows. */
export function AccountLines({ account, days, reached, words, isChosen, onChoose, opened, onToggle }: AccountLinesProps): ReactElement {
  const go = useGo()
  const cause = causeOf(account, words)
  return (
    <>
      <div role="rowgroup" className={ACCOUNT_COLUMNS} data-testid="account-row" data-account={account.id} data-status={account.status}>
        <AccountRow
          name={account.name}
          strands={strandsOf(account.line)}
          days={days}
          marketplaces={<Codes account={account} opened={opened} onToggle={onToggle} />}
          selling={<Selling account={account} words={words} />}
          advertising={<Advertising view={account.advertising} />}
          dataTo={dataToOf(account, reached, words)}
          renewsIn={renewsInOf(account, words)}
          action={<RowActions account={account} />}
          isChosen={isChosen}
          onChoose={onChoose}
          onOpen={() => {
            go(places.channel(account.id))
          }}
          {...(cause === null ? {} : { cause })}
        />
      </div>
      {opened === 'closed'
        ? null
        : openChannels(account, opened).map((channel) => (
            <ChannelLine key={channel.id} account={account} channel={channel} days={days} reached={reached} words={words} />
          ))}
    </>
  )
}

function Selling({ account, words }: Pick<AccountLinesProps, 'account' | 'words'>): ReactElement {
  const { progress } = account
  return (
    <>
      <StatusWord status={account.selling.status} said={saidOf(account, words)} />
      {progress === null ? null : (
        <span data-testid="backfill-progress" className="sr-only">
          {progress.done} of {progress.total} days
        </span>
      )}
    </>
  )
}

export function Advertising({ view }: { readonly view: Pick<FamilyView, 'status'> | null }): ReactElement {
  if (view === null) return <span className="text-ink-3">not used</span>
  if (view.status === 'ads-not-connected') return <span className="text-ink-3">not connected</span>
  return <StatusWord status={view.status} form="column" />
}

function Codes({ account, opened, onToggle }: Pick<AccountLinesProps, 'account' | 'opened' | 'onToggle'>): ReactElement {
  if (account.channels.length < 2) return <span>{codesOf(account)}</span>
  const Arrow = opened === 'closed' ? ChevronRight : ChevronDown
  return (
    <button
      type="button"
      onClick={onToggle}
      aria-expanded={opened !== 'closed'}
      aria-label={`Marketplaces of ${account.name}: ${codesOf(account)}`}
      className="ring-inside flex h-6 max-w-full items-center gap-1 rounded-control hover:bg-sunken"
    >
      <span className="truncate">{codesOf(account)}</span>
      <Arrow aria-hidden size={14} strokeWidth={2.1} className="shrink-0 text-ink-3" />
    </button>
  )
}

/** The row's one button; beside it, in the page's margin, its menu while the row is pointed at or holds the focus. */
function RowActions({ account }: { readonly account: AccountView }): ReactElement {
  return (
    <span className="relative flex items-center">
      <AccountAction account={account} place="row" />
      <span className="absolute -right-5 opacity-0 group-focus-within:opacity-100 group-hover:opacity-100 has-aria-expanded:opacity-100">
        <AccountMenu account={account} tone="slim" />
      </span>
    </span>
  )
}
