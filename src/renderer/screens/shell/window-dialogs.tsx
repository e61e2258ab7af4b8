import { lazy, Suspense, type ReactElement } from 'react'
import { useAttemptFlow, useOpenDialog } from '../../state/use-state.ts'

/** Dialogs arrive when they are first opened. */
const AddDialog = lazy(async () => ({ default: (await import('../add/add-dialog.tsx')).AddDialog }))
const DisconnectDialog = lazy(async () => ({ default: (await import('../channel/disconnect-dialog.tsx')).DisconnectDialog }))
const KeepDialog = lazy(async () => ({ default: (await import('../settings/keep-dialog.tsx')).KeepDialog }))
const PurgeDialog = lazy(async () => ({ default: (await import('../channel/purge-dialog.tsx')).PurgeDialog }))
const RenameDialog = lazy(async () => ({ default: (await import('../channel/rename-dialog.tsx')).RenameDialog }))
const ReconnectDialog = lazy(async () => ({ default: (await import('../reconnect/reconnect-dialog.tsx')).ReconnectDialog }))

/** Dialogs that stand over any screen. */
export function WindowDialogs(): ReactElement {
  const dialog = useOpenDialog()
  const flow = useAttemptFlow()
  return (
    <Suspense fallback={null}>
      {dialog.kind === 'add-channel' ? <AddDialog start={dialog.start} /> : null}
      {dialog.kind === 'rename' ? <RenameDialog accountId={dialog.accountId} name={dialog.name} /> : null}
      {dialog.kind === 'disconnect' ? <DisconnectDialog accountId={dialog.accountId} /> : null}
      {dialog.kind === 'purge' ? <PurgeDialog accountId={dialog.accountId} /> : null}
      {dialog.kind === 'keep' ? <KeepDialog keepMonths={dialog.keepMonths} /> : null}
      {flow.kind === 'closed' ? null : <ReconnectDialog />}
    </Suspense>
  )
}
