import { ArrowLeftRight, LogIn, Plus } from 'lucide-react'
import type { ReactElement } from 'react'
import type { AttemptView } from '../../../shared/contract/views/attempt.ts'
import { maskId } from '../../format/mask-id.ts'
import { DASH } from '../../format/dash.ts'
import { Button } from '../../parts/controls/button.tsx'
import { ChoiceRow } from '../../parts/flow/choice-row.tsx'
import { IdentityCard, type IdentityFact } from '../../parts/flow/identity-card.tsx'
import { Note } from '../../parts/flow/note.tsx'
import { Dialog } from '../../parts/overlays/dialog.tsx'
import { initialsOf } from '../../parts/table/initials.tsx'
import { useReading, useWindowState } from '../../state/use-state.ts'
import { statusText } from '../../text/status-text.ts'
import { identityText, regionText } from '../../text/place-text.ts'
import { shownStatus } from '../channels/account-groups.ts'
import { useWords } from '../common/words.ts'
import { nameOf } from './attempt-words.ts'
import { StageBody } from './stage-body.tsx'
import type { UnderWayFlow } from './under-way-flow.ts'

/** Both identities side by side, that nothing was changed, and four ways on. */
export function WrongAccountStage({ flow: { attempt } }: { readonly flow: UnderWayFlow }): ReactElement {
  const { attempt: attempts } = useWindowState()
  const words = useWords()
  return (
    <Dialog
      isOpen
      kind="steady"
      entrance="in-place"
      onClose={attempts.leave}
      title="That was a different account"
      initials={initialsOf(nameOf(attempt))}
      evidence={`Reconnecting ${nameOf(attempt)}. Signed in at ${attempt.host}`}
      footStart={`Held until ${words.time(attempt.runsOutAt)}, then discarded by itself`}
      footEnd={<Button onPress={attempts.leave}>Discard</Button>}
    >
      <StageBody stage="wrong-account" said="That was a different account. Nothing was changed.">
        <div className="flex items-center gap-3">
          <IdentityCard label="Expected" name={nameOf(attempt)} tone="calm" facts={factsOf(attempt, attempt.expectedIdentity)} />
          <span aria-hidden className="text-page text-act">
            ≠
          </span>
          <IdentityCard
            label="Amazon answered with"
            name={attempt.foundAccountName ?? 'An account not in Springline'}
            tone="wrong"
            facts={factsOf(attempt, attempt.foundIdentity)}
          />
        </div>
        <div className="pt-4 pb-2">
          <Note tone="hold" sign="connected">
            <b>Nothing was changed.</b> The new permission is held aside, unused.
          </Note>
        </div>
        <Choices attempt={attempt} />
      </StageBody>
    </Dialog>
  )
}

function Choices({ attempt }: { readonly attempt: AttemptView }): ReactElement {
  const { attempt: attempts, channels } = useWindowState()
  const reading = useReading(channels)
  const found = attempt.foundAccountName
  const there = reading.kind === 'shown' ? reading.value.accounts.find((account) => account.id === attempt.foundAccountId) : undefined
  const status = there === undefined ? '' : `, ${statusText[shownStatus(there)].word}`
  return (
    <>
      <ChoiceRow
        icon={LogIn}
        title={`Sign in again for ${nameOf(attempt)}`}
        consequence="Opens a fresh sign-in. The last one is not remembered."
        action={
          <Button
            tone="primary"
            autoFocus
            onPress={() => {
              attempts.decide('try-again')
            }}
          >
            Try again
          </Button>
        }
      />
      <ChoiceRow
        icon={ArrowLeftRight}
        title={found === null ? 'Use it for the other account' : `Use it for ${found}`}
        consequence={
          attempt.foundAccountId === null
            ? 'Not possible: that account is not in Springline.'
            : `Already here${status}. This permission is newer than the stored one.`
        }
        action={
          <Button
            isDisabled={attempt.foundAccountId === null}
            onPress={() => {
              attempts.decide('use-other')
            }}
          >
            Use it there
          </Button>
        }
      />
      <ChoiceRow
        icon={Plus}
        title="Add it as a new channel"
        consequence={
          attempt.family === 'advertising'
            ? 'Not possible: advertising joins an account that is here already.'
            : attempt.foundAccountId === null
              ? 'Its history is fetched from today backwards. Nothing else changes.'
              : 'Not possible: this account is already in Springline.'
        }
        action={
          <Button
            isDisabled={attempt.foundAccountId !== null || attempt.family === 'advertising'}
            onPress={() => {
              attempts.decide('add-new')
            }}
          >
            Add as new
          </Button>
        }
      />
    </>
  )
}

function factsOf(attempt: AttemptView, identity: string | null): IdentityFact[] {
  return [
    { name: identityText[attempt.kind], value: identity === null ? DASH : maskId(identity), face: 'code' },
    { name: 'Region', value: regionText[attempt.region] },
  ]
}
