import type { ReactElement } from 'react'
import type { AccountId } from '../../../shared/domain/ids.ts'
import { Button } from '../../parts/controls/button.tsx'
import { Dialog } from '../../parts/overlays/dialog.tsx'
import { valueOf } from '../../state/reading.ts'
import { useReading, useWindowState } from '../../state/use-state.ts'
import { counted } from '../common/counted.ts'

/** Stops syncing an account; its history stays. */
export function DisconnectDialog({ accountId }: { readonly accountId: AccountId }): ReactElement | null {
  const { act, channels, view } = useWindowState()
  const account = valueOf(useReading(channels))?.accounts.find((one) => one.id === accountId)
  if (account === undefined) return null
  const disconnect = async (): Promise<void> => {
    if (await act.disconnect(accountId)) view.close()
  }
  return (
    <Dialog
      isOpen
      kind="alert"
      onClose={view.close}
      title={`Stop syncing ${account.name}?`}
      footStart="Escape changes nothing"
      footEnd={
        <>
          <Button autoFocus onPress={view.close}>
            Keep it
          </Button>
          <Button
            tone="danger"
            onPress={() => {
              void disconnect()
            }}
          >
            Disconnect
          </Button>
        </>
      }
    >
      <p>Its {counted(account.historyDays, 'day', 'days')} of history stay and remain readable. The stored permission is deleted here.</p>
      <p className="pt-2 text-ink-2">
        Days that pass while it is disconnected can be fetched after a reconnect, for as long as Amazon keeps them.
      </p>
    </Dialog>
  )
}
