import { useId, useState, type ReactElement } from 'react'
import type { AppView } from '../../../shared/contract/views/app.ts'
import { Button } from '../../parts/controls/button.tsx'
import { Skeleton } from '../../parts/feedback/skeleton.tsx'
import { Dialog } from '../../parts/overlays/dialog.tsx'
import { valueOf } from '../../state/reading.ts'
import { useReading, useWindowState } from '../../state/use-state.ts'
import type { AddStart } from '../../state/view-state.ts'
import { wordsFor } from '../../text/failure-text.ts'
import { useIsOffline } from '../common/use-offline.ts'
import { chosen, targetOf, type AddChoice } from './add-choice.ts'
import { ChoiceFields } from './choice-fields.tsx'
import { PrivateAppForm } from './private-app-form.tsx'

/** Adds an account: what it is, where it is, and by which way. */
export function AddDialog({ start }: { readonly start?: AddStart | undefined }): ReactElement {
  const { app, view } = useWindowState()
  const value = valueOf(useReading(app))
  if (value === null)
    return (
      <Dialog isOpen onClose={view.close} title="Add channel">
        <Skeleton rows={3} label="Countries are loading" />
      </Dialog>
    )
  return <AddForm marketplaces={value.marketplaces} start={start} />
}

const first: AddChoice = { kind: 'seller', region: 'eu', country: 'DE', way: 'amazon', joins: null }

function AddForm({
  marketplaces,
  start,
}: {
  readonly marketplaces: AppView['marketplaces']
  readonly start: AddStart | undefined
}): ReactElement {
  const { attempt, channels, view } = useWindowState()
  const accounts = valueOf(useReading(channels))?.accounts ?? []
  const isOffline = useIsOffline()
  const [choice, setChoice] = useState(() => chosen(first, begun(start), marketplaces))
  const [isSending, setSending] = useState(false)
  const formId = useId()
  const target = targetOf(choice, accounts)
  const goOn = (): void => {
    if (target === null) return
    view.close()
    attempt.begin(target)
  }
  return (
    <Dialog
      isOpen
      kind="steady"
      onClose={view.close}
      title={start === undefined ? 'Add channel' : 'New credentials of your private app'}
      evidence="One permission serves every marketplace of its region."
      footStart={isOffline ? 'Offline: Amazon cannot be reached now' : 'Escape changes nothing'}
      footEnd={
        <Ways
          way={choice.way}
          formId={formId}
          isPossible={!isOffline && (target !== null || choice.way === 'private')}
          isSending={isSending}
          onContinue={goOn}
        />
      }
    >
      <ChoiceFields
        choice={choice}
        marketplaces={marketplaces}
        accounts={accounts}
        onChoose={(change) => {
          setChoice(chosen(choice, change, marketplaces))
        }}
      />
      {choice.way === 'amazon' ? (
        <Rights kind={choice.kind} isPossible={target !== null} />
      ) : (
        <PrivateAppForm key={choice.kind} formId={formId} choice={choice} known={start?.sellingPartnerId ?? null} onSending={setSending} />
      )}
    </Dialog>
  )
}

interface WaysProps {
  readonly way: AddChoice['way']
  readonly formId: string
  readonly isPossible: boolean
  readonly isSending: boolean
  readonly onContinue: () => void
}

function Ways({ way, formId, isPossible, isSending, onContinue }: WaysProps): ReactElement {
  const { view } = useWindowState()
  return (
    <>
      <Button onPress={view.close}>Cancel</Button>
      {way === 'amazon' ? (
        <Button tone="primary" isDisabled={!isPossible} onPress={onContinue}>
          Continue to Amazon
        </Button>
      ) : (
        <Button tone="primary" type="submit" form={formId} isPending={isSending} isDisabled={!isPossible}>
          {isSending ? 'Asking Amazon' : 'Connect'}
        </Button>
      )}
    </>
  )
}

function begun(start: AddStart | undefined): Partial<AddChoice> {
  if (start === undefined) return {}
  return { kind: start.family === 'advertising' ? 'advertising' : start.kind, region: start.region, way: 'private' }
}

const rights = {
  seller: 'Have the sign-in of the account’s main user ready, or of a user who may authorize apps.',
  vendor: 'Have the sign-in of a Vendor Central user ready who may authorize apps.',
  advertising: 'Have a sign-in ready that can see the advertising account. Its figures join the channels that are already here.',
} as const

function Rights({ kind, isPossible }: { readonly kind: AddChoice['kind']; readonly isPossible: boolean }): ReactElement {
  if (!isPossible)
    return (
      <p className="mt-4 border-t border-line pt-4 text-ink-2">
        {wordsFor({ code: 'bad-request', reason: 'account-needed', field: null }).next}
      </p>
    )
  return (
    <ul className="mt-4 list-disc space-y-1 border-t border-line pt-4 pl-4 text-ink-2">
      <li>{rights[kind]}</li>
      <li>Amazon’s own page opens in a window of its own. Springline never sees your password.</li>
      <li>The permission and all figures are stored on this computer only.</li>
    </ul>
  )
}
