import type { InvitationsView } from '../../../shared/contract/views/attempt.ts'
import { err, ok } from '../../../shared/lib/result.ts'
import type { Invitation } from '../authorization/invitation-board.ts'
import type { Snapshot } from '../channels/snapshot.ts'
import type { Handlers } from '../dispatch.ts'
import { troubleFailure, viewOf } from './attempt-calls.ts'
import type { Desk } from './desk.ts'

type InvitationCalls = Pick<Handlers, 'invitations.read' | 'invitations.accept' | 'invitations.refuse'>

/** What began inside Seller Central: shown, and begun or dropped as the person says. */
export function invitationCalls(desk: Desk): InvitationCalls {
  const { authorization } = desk
  return {
    async 'invitations.read'() {
      const { snapshot } = await desk.look()
      return ok({ invitations: authorization.invitations().map((one) => viewOfInvitation(one, snapshot)) })
    },
    async 'invitations.accept'({ id }) {
      const begun = await authorization.accept(id)
      return begun.ok ? ok(await viewOf(desk, begun.value)) : err(troubleFailure(begun.error))
    },
    async 'invitations.refuse'({ id }) {
      authorization.refuse(id)
      return ok({})
    },
  }
}

function viewOfInvitation({ continueAt: _kept, ...shown }: Invitation, snapshot: Snapshot): InvitationsView['invitations'][number] {
  const own = snapshot.authorizations.find((one) => one.accountId === shown.accountId && one.family === 'selling')
  return {
    ...shown,
    accountName: snapshot.accounts.find((one) => one.id === shown.accountId)?.name ?? null,
    endsAt: own?.endsAt ?? null,
  }
}
