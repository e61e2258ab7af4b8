import { useState, type ReactElement } from 'react'
import type { AccountId } from '../../../shared/domain/ids.ts'
import { Button } from '../../parts/controls/button.tsx'
import { TextField } from '../../parts/controls/text-field.tsx'
import { Dialog } from '../../parts/overlays/dialog.tsx'
import { useWindowState } from '../../state/use-state.ts'

/** Longest name a channel may have. Source: the contract's `accounts.rename`. */
const LONGEST = 80

/** A new name for an account; nothing at Amazon changes. */
export function RenameDialog({ accountId, name }: { readonly accountId: AccountId; readonly name: string }): ReactElement {
  const { act, view } = useWindowState()
  const [text, setText] = useState(name)
  const wanted = text.trim()
  const save = async (): Promise<void> => {
    if (wanted !== '' && (wanted === name || (await act.rename(accountId, wanted)))) view.close()
  }
  return (
    <Dialog
      isOpen
      onClose={view.close}
      title={`Rename ${name}`}
      evidence="The name is yours alone; nothing at Amazon changes."
      footEnd={
        <>
          <Button onPress={view.close}>Cancel</Button>
          <Button
            tone="primary"
            isDisabled={wanted === ''}
            onPress={() => {
              void save()
            }}
          >
            Rename
          </Button>
        </>
      }
    >
      <form
        onSubmit={(event) => {
          event.preventDefault()
          void save()
        }}
      >
        <TextField label="Name" value={text} onChange={setText} maxLength={LONGEST} autoFocus />
      </form>
    </Dialog>
  )
}
