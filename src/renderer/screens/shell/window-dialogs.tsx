import { lazy, Suspense, type ReactElement } from 'react'
import type { InvitationsView } from '../../../shared/contract/views/attempt.ts'
import { valueOf } from '../../state/reading.ts'
import { useAttemptFlow, useNow, useOpenDialog, useReading, useWindowState } from '../../state/use-state.ts'

/** Dialogs arrive when they are first opened. */
const AddDialog = lazy(async () => ({ default: (await import('../add/add-dialog.tsx')).AddDialog }))
const DisconnectDialog = lazy(async () => ({ default: (await import('../channel/disconnect-dialog.tsx')).DisconnectDialog }))
const KeepDialog = lazy(async () => ({ default: (await import('../settings/keep-dialog.tsx')).KeepDialog }))
const PurgeDialog = lazy(async () => ({ default: (await import('../channel/purge-dialog.tsx')).PurgeDialog }))
const InvitationDialog = lazy(async () => ({ default: (await import('../invitation/invitation-dialog.tsx')).InvitationDialog }))
const RenameDialog = lazy(async () => ({ default: (await import('../channel/rename-dialog.tsx')).RenameDialog }))
const ReplaceSecretDialog = lazy(async () => ({ default: (await import('../channel/replace-secret-dialog.tsx')).ReplaceSecretDialog }))
const ReconnectDialog = lazy(async () => ({ default: (await import('../reconnect/reconnect-dialog.tsx')).ReconnectDialog }))

/** Dialogs that stand over any screen. */
export function WindowDialogs(): ReactElement {
  const dialog = useOpenDialog()
  const flow = useAttemptFlow()
  const invitation = useInvitation()
  return (
    <Suspense fallback={null}>
      {dialog.kind === 'add-channel' ? <AddDialog start={dialog.start} /> : null}
      {dialog.kind === 'rename' ? <RenameDialog accountId={dialog.accountId} name={dialog.name} /> : null}
      {dialog.kind === 'disconnect' ? <DisconnectDialog accountId={dialog.accountId} /> : null}
      {dialog.kind === 'purge' ? <PurgeDialog accountId={dialog.accountId} /> : null}
      {dialog.kind === 'keep' ? <KeepDialog keepMonths={dialog.keepMonths} /> : null}
      {dialog.kind === 'replace-secret' ? <ReplaceSecretDialog clientId={dialog.clientId} /> : null}
      {flow.kind === 'closed' ? null : <ReconnectDialog />}
      {invitation === null || flow.kind !== 'closed' ? null : <InvitationDialog key={invitation.id} invitation={invitation} />}
    </Suspense>
  )
}

/** The oldest wish of Amazon's that still waits for an answer. */
function useInvitation(): InvitationsView['invitations'][number] | null {
  const { invitations } = useWindowState()
  const now = useNow()
  return valueOf(useReading(invitations))?.invitations.find((one) => one.runsOutAt > now) ?? null
}
