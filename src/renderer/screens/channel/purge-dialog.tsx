import { useState, type ReactElement } from 'react'
import type { AccountId } from '../../../shared/domain/ids.ts'
import { Button } from '../../parts/controls/button.tsx'
import { TextField } from '../../parts/controls/text-field.tsx'
import { Dialog } from '../../parts/overlays/dialog.tsx'
import { valueOf } from '../../state/reading.ts'
import { useReading, useWindowState } from '../../state/use-state.ts'
import { counted } from '../common/counted.ts'
import { places, useGo } from '../places.ts'

/** Deletes an account with everything stored of it; its name has to be typed. */
export function PurgeDialog({ accountId }: { readonly accountId: AccountId }): ReactElement | null {
  const { act, channels, view } = useWindowState()
  const go = useGo()
  const [text, setText] = useState('')
  const account = valueOf(useReading(channels))?.accounts.find((one) => one.id === accountId)
  if (account === undefined) return null
  const isSure = text.trim() === account.name
  const purge = async (): Promise<void> => {
    if (!isSure || !(await act.purge(accountId, account.name))) return
    view.close()
    view.tell(`${account.name} and its data were deleted.`)
    go(places.channels)
  }
  return (
    <Dialog
      isOpen
      kind="alert"
      onClose={view.close}
      title={`Delete ${account.name} and its data?`}
      footStart="Escape changes nothing"
      footEnd={
        <>
          <Button onPress={view.close}>Keep it</Button>
          <Button
            tone="danger"
            isDisabled={!isSure}
            onPress={() => {
              void purge()
            }}
          >
            Delete data
          </Button>
        </>
      }
    >
      <p className="figures">
        {counted(account.historyDays, 'day', 'days')} of history, its reports, notices and permission are deleted on this computer and
        overwritten in the database file. Amazon does not give out again what is too old for it.
      </p>
      <form
        className="pt-3"
        onSubmit={(event) => {
          event.preventDefault()
          void purge()
        }}
      >
        <TextField label={`Type “${account.name}” to confirm`} value={text} onChange={setText} autoFocus />
      </form>
    </Dialog>
  )
}
