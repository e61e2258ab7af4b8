import type { ReactElement } from 'react'
import type { AccountView } from '../../../shared/contract/views/channels.ts'
import { maskId } from '../../format/mask-id.ts'
import { Button } from '../../parts/controls/button.tsx'
import { useWindowState } from '../../state/use-state.ts'
import { identityText } from '../../text/place-text.ts'
import { counted } from '../common/counted.ts'
import { PrivateAppSettings } from './private-app-settings.tsx'
import { Setting } from './setting.tsx'

/** Name, pause, the person's own app, and leaving. */
export function SettingsTab({ account }: { readonly account: AccountView }): ReactElement {
  const { act, view } = useWindowState()
  const isAway = account.status === 'disconnected'
  const copyId = async (): Promise<void> => {
    await navigator.clipboard.writeText(account.sellingPartnerId)
    view.tell('The id was copied.')
  }
  return (
    <div className="max-w-190 pb-6">
      <Setting
        title="Name"
        detail={account.name}
        action={
          <Button
            onPress={() => {
              view.show({ kind: 'rename', accountId: account.id, name: account.name })
            }}
          >
            Rename
          </Button>
        }
      />
      <Setting
        title={identityText[account.kind]}
        detail={<span className="font-mono">{maskId(account.sellingPartnerId)}</span>}
        action={
          <Button
            onPress={() => {
              void copyId()
            }}
          >
            Copy id
          </Button>
        }
      />
      <Setting
        title={account.paused ? 'Paused' : 'Syncing'}
        detail={
          account.paused
            ? 'Nothing is fetched until you resume. The permission stays in force.'
            : 'Pausing stops fetching and keeps the permission.'
        }
        action={
          <Button
            isDisabled={isAway}
            onPress={() => {
              void act.pause(account.id, !account.paused)
            }}
          >
            {account.paused ? 'Resume' : 'Pause'}
          </Button>
        }
      />
      <PrivateAppSettings account={account} />
      <h2 className="pt-8 pb-1 text-section text-ink">Leave</h2>
      <Setting
        title="Disconnect"
        detail={
          isAway
            ? 'Already disconnected. History stays.'
            : `Stops syncing and deletes the stored permission. ${counted(account.historyDays, 'day', 'days')} of history stay.`
        }
        action={
          <Button
            tone="danger"
            isDisabled={isAway}
            onPress={() => {
              view.show({ kind: 'disconnect', accountId: account.id })
            }}
          >
            Disconnect
          </Button>
        }
      />
      <Setting
        title="Delete all data"
        detail="Deletes the account here with every figure, report and notice of it. Nothing at Amazon changes."
        action={
          <Button
            tone="danger"
            onPress={() => {
              view.show({ kind: 'purge', accountId: account.id })
            }}
          >
            Delete data
          </Button>
        }
      />
    </div>
  )
}
