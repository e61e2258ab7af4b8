import type { ReactElement } from 'react'
import { useOpenDialog } from '../../state/use-state.ts'
import { AddDialog } from '../add/add-dialog.tsx'
import { DisconnectDialog } from '../channel/disconnect-dialog.tsx'
import { RenameDialog } from '../channel/rename-dialog.tsx'
import { ReconnectDialog } from '../reconnect/reconnect-dialog.tsx'

/** Dialogs that stand over any screen. */
export function WindowDialogs(): ReactElement {
  const dialog = useOpenDialog()
  return (
    <>
      {dialog.kind === 'add-channel' ? <AddDialog start={dialog.start} /> : null}
      {dialog.kind === 'rename' ? <RenameDialog accountId={dialog.accountId} name={dialog.name} /> : null}
      {dialog.kind === 'disconnect' ? <DisconnectDialog accountId={dialog.accountId} /> : null}
      <ReconnectDialog />
    </>
  )
}
