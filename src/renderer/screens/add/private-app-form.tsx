import { useRef, useState, type ReactElement } from 'react'
import type { Failure } from '../../../shared/contract/failures.ts'
import { TextField } from '../../parts/controls/text-field.tsx'
import { Note } from '../../parts/flow/note.tsx'
import { useWindowState } from '../../state/use-state.ts'
import { wordsFor } from '../../text/failure-text.ts'
import type { AddChoice } from './add-choice.ts'
import { SecretField } from '../common/secret-field.tsx'
import { sendPrivateApp, takeFields } from './send-private-app.ts'

export interface PrivateAppFormProps {
  readonly formId: string
  readonly choice: AddChoice
  /** The selling partner id, where the account is already here. */
  readonly known: string | null
  readonly onSending: (isSending: boolean) => void
}

/** Keys of the person's own app. The fields are never kept: they are read once, on submitting, and emptied in the same moment. */
export function PrivateAppForm({ formId, choice, known, onSending }: PrivateAppFormProps): ReactElement {
  const { act, view } = useWindowState()
  const form = useRef<HTMLFormElement>(null)
  const [failure, setFailure] = useState<Failure | null>(null)
  const submit = async (): Promise<void> => {
    if (form.current === null) return
    const fields = takeFields(form.current)
    setFailure(null)
    onSending(true)
    const result = await sendPrivateApp(act, choice, fields)
    onSending(false)
    if (!result.ok) {
      setFailure(result.error)
      return
    }
    view.close()
    view.tell(
      result.value === 'proven' ? 'Connected. The history is being fetched.' : 'Connected. Amazon has not yet proven whose account it is.',
    )
  }
  const isSelling = choice.kind !== 'advertising'
  return (
    <form
      ref={form}
      id={formId}
      autoComplete="off"
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
      className="mt-4 flex flex-col gap-3 border-t border-line pt-4"
    >
      {failure === null ? null : (
        <Note tone="act" sign="account-problem">
          <b>{wordsFor(failure).title}.</b> {wordsFor(failure).next}
        </Note>
      )}
      {isSelling ? (
        <TextField
          label={choice.kind === 'seller' ? 'Seller id (merchant token)' : 'Vendor group id'}
          name="sellingPartnerId"
          face="code"
          isRequired
          hint="Amazon is asked to prove it before anything is replaced."
          {...(known === null ? {} : { defaultValue: known })}
        />
      ) : null}
      <TextField label="Client id" name="clientId" face="code" isRequired minLength={SHORTEST} />
      <SecretField label="Client secret" name="clientSecret" shortest={SHORTEST} />
      <TextField label="Secret made on" name="secretIssuedOn" type="date" hint="Optional. It works for 180 days; Springline reminds you." />
      <SecretField
        label="Refresh token"
        name="refreshToken"
        shortest={SHORTEST}
        hint="Shown by Amazon once, after Authorize in your app’s page."
      />
      {isSelling && known === null ? (
        <TextField label="Name" name="name" hint="Optional; the store’s name otherwise." maxLength={80} />
      ) : null}
    </form>
  )
}

/** Shortest credential the contract takes. */
const SHORTEST = 8
