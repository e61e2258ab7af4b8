import { Ellipsis, Eye, Link2, Pause, PencilLine, Play, RefreshCw, Stethoscope } from 'lucide-react'
import type { ReactElement } from 'react'
import type { AccountView } from '../../../shared/contract/views/channels.ts'
import { IconButton } from '../../parts/controls/icon-button.tsx'
import { Menu, type MenuEntry } from '../../parts/controls/menu.tsx'
import { useWindowState } from '../../state/use-state.ts'
import { places, useGo } from '../places.ts'
import { useAccountActions } from './use-account-actions.ts'

/** What can be done with an account beside its one action. */
export function AccountMenu({
  account,
  tone = 'bare',
}: {
  readonly account: AccountView
  readonly tone?: 'bare' | 'slim' | 'outlined'
}): ReactElement {
  const { act, view } = useWindowState()
  const { reconnect } = useAccountActions()
  const go = useGo()
  const isAway = account.status === 'disconnected'
  const sync = async (): Promise<void> => {
    if (await act.syncNow(account.id)) view.tell(`${account.name} is being synced.`)
  }
  const entries: readonly MenuEntry[] = [
    {
      key: 'open',
      word: 'Open',
      icon: Eye,
      onChoose: () => {
        go(places.channel(account.id))
      },
      rule: 'after',
    },
    {
      key: 'sync',
      word: 'Sync now',
      icon: RefreshCw,
      isDisabled: isAway,
      onChoose: () => {
        void sync()
      },
    },
    account.paused
      ? {
          key: 'resume',
          word: 'Resume',
          icon: Play,
          onChoose: () => {
            void act.pause(account.id, false)
          },
        }
      : {
          key: 'pause',
          word: 'Pause',
          icon: Pause,
          isDisabled: isAway,
          onChoose: () => {
            void act.pause(account.id, true)
          },
        },
    {
      key: 'diagnose',
      word: 'Diagnose',
      icon: Stethoscope,
      onChoose: () => {
        go(places.diagnose(account.id))
      },
    },
    {
      key: 'rename',
      word: 'Rename',
      icon: PencilLine,
      onChoose: () => {
        view.show({ kind: 'rename', accountId: account.id, name: account.name })
      },
      rule: 'after',
    },
    {
      key: 'reconnect',
      word: account.selling.status === 'reconnect-required' || isAway ? 'Reconnect selling' : 'Renew selling now',
      icon: Link2,
      onChoose: () => {
        reconnect(account, 'selling')
      },
    },
    {
      key: 'ads',
      word: adsWord(account),
      icon: Link2,
      onChoose: () => {
        reconnect(account, 'advertising')
      },
    },
  ]
  return (
    <Menu
      label={`Actions for ${account.name}`}
      opener={<IconButton icon={Ellipsis} label={`More for ${account.name}`} tone={tone} />}
      entries={entries}
    />
  )
}

function adsWord(account: AccountView): string {
  const status = account.advertising?.status ?? 'ads-not-connected'
  if (status === 'ads-not-connected') return 'Connect advertising'
  return status === 'ads-reconnect-required' ? 'Reconnect advertising' : 'Renew advertising now'
}
