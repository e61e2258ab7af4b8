import type { ReactElement } from 'react'
import type { InvitationsView } from '../../../shared/contract/views/attempt.ts'
import { maskId } from '../../format/mask-id.ts'
import { Button } from '../../parts/controls/button.tsx'
import { Note } from '../../parts/flow/note.tsx'
import { Dialog } from '../../parts/overlays/dialog.tsx'
import { initialsOf } from '../../parts/table/initials.tsx'
import { useWindowState } from '../../state/use-state.ts'
import { centralText, kindText, regionText } from '../../text/place-text.ts'
import { FactList, type Fact } from '../common/fact-list.tsx'
import { useIsOffline } from '../common/use-offline.ts'
import { useWords, type Words } from '../common/words.ts'

type Invitation = InvitationsView['invitations'][number]

/** Amazon asks to go on with what began inside Seller Central: which account, why, and what each answer does. */
export function InvitationDialog({ invitation }: { readonly invitation: Invitation }): ReactElement {
  const { act, attempt } = useWindowState()
  const isOffline = useIsOffline()
  const words = useWords()
  const name = invitation.accountName ?? `a new ${kindText[invitation.kind].toLowerCase()}`
  const refuse = (): void => {
    void act.refuseInvitation(invitation.id)
  }
  const goOn = (): void => {
    const { accountId, kind, region, country } = invitation
    attempt.accept(invitation.id, { accountId, family: 'selling', kind, region, country })
  }
  return (
    <Dialog
      isOpen
      kind="alert"
      onClose={refuse}
      title={invitation.accountName === null ? 'Connect an account begun at Amazon?' : `Renew ${name}, as begun at Amazon?`}
      initials={initialsOf(name)}
      evidence={`${kindText[invitation.kind]}, ${regionText[invitation.region]}`}
      footStart={`Waits until ${words.time(invitation.runsOutAt)}. Escape changes nothing.`}
      footEnd={
        <>
          <Button autoFocus onPress={refuse}>
            Not now
          </Button>
          <Button tone="primary" isDisabled={isOffline} onPress={goOn}>
            Continue at Amazon
          </Button>
        </>
      }
    >
      <p className="pb-4 text-ink">
        Somebody chose to authorize Springline inside {centralText[invitation.kind]}. Amazon waits for this computer to go on.
      </p>
      <FactList facts={factsOf(invitation, words)} />
      <div className="pt-4">
        <Note tone="watch" sign="stale">
          <b>If this was not you, choose Not now.</b> Nothing is connected and nothing at Amazon changes.
        </Note>
      </div>
      <div className="pt-4">
        <Note tone="hold" sign="connected">
          <b>Nothing is replaced</b> before Amazon has named the {invitation.accountId === null ? 'account' : 'same account'}.
        </Note>
      </div>
    </Dialog>
  )
}

function factsOf(invitation: Invitation, words: Words): Fact[] {
  const { accountName, sellingPartnerId, host, endsAt } = invitation
  const facts: Fact[] = [
    {
      name: 'Account',
      value: (
        <>
          {accountName === null ? 'not here yet' : <b>{accountName}</b>} (<span className="font-mono">{maskId(sellingPartnerId)}</span>, as
          the link says)
        </>
      ),
    },
    { name: 'Goes on at', value: <span className="font-mono">{host}</span> },
    { name: 'Came', value: words.moment(invitation.cameAt) },
  ]
  if (endsAt !== null)
    facts.push({ name: 'Permission now', value: `${endsAt <= words.now ? 'ended' : 'ends about'} ${words.date(endsAt)}` })
  return facts
}
