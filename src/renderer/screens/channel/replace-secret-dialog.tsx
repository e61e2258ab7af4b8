import { useId, useRef, useState, type ReactElement } from 'react'
import type { Failure } from '../../../shared/contract/failures.ts'
import { formatDay } from '../../../shared/domain/day.ts'
import { Button } from '../../parts/controls/button.tsx'
import { TextField } from '../../parts/controls/text-field.tsx'
import { Note } from '../../parts/flow/note.tsx'
import { Dialog } from '../../parts/overlays/dialog.tsx'
import { valueOf } from '../../state/reading.ts'
import { useReading, useWindowState } from '../../state/use-state.ts'
import { wordsFor } from '../../text/failure-text.ts'
import { counted } from '../common/counted.ts'
import { SecretField } from '../common/secret-field.tsx'
import { useIsOffline } from '../common/use-offline.ts'
import { useWords } from '../common/words.ts'

/** Shortest credential the contract takes. */
const SHORTEST = 8

/** A new client secret for every account that uses one private app. The field is read once, on submitting, and emptied. */
export function ReplaceSecretDialog({ clientId }: { readonly clientId: string }): ReactElement {
  const { act, view } = useWindowState()
  const isOffline = useIsOffline()
  const words = useWords()
  const form = useRef<HTMLFormElement>(null)
  const formId = useId()
  const [failure, setFailure] = useState<Failure | null>(null)
  const [isSending, setSending] = useState(false)
  const submit = async (): Promise<void> => {
    if (form.current === null) return
    const fields = takeSecret(form.current)
    setFailure(null)
    setSending(true)
    const result = await act.replaceSecret({ clientId, ...fields })
    setSending(false)
    if (!result.ok) {
      setFailure(result.error)
      return
    }
    view.close()
    view.tell(`Amazon takes the new secret. ${counted(result.value.accounts.length, 'account uses', 'accounts use')} it now.`)
  }
  return (
    <Dialog
      isOpen
      kind="steady"
      onClose={view.close}
      title="Replace the client secret"
      evidence={<span className="font-mono">{clientId}</span>}
      footStart={isOffline ? 'Offline: Amazon cannot be asked now' : 'Escape changes nothing'}
      footEnd={
        <>
          <Button onPress={view.close}>Cancel</Button>
          <Button tone="primary" type="submit" form={formId} isPending={isSending} isDisabled={isOffline}>
            {isSending ? 'Asking Amazon' : 'Replace'}
          </Button>
        </>
      }
    >
      <p className="pb-1 text-ink">
        A client secret works for 180 days. Make a new one at Amazon on your app’s page; the old one goes on for seven more days.
      </p>
      <Users clientId={clientId} />
      <form
        ref={form}
        id={formId}
        autoComplete="off"
        className="mt-4 flex flex-col gap-3 border-t border-line pt-4"
        onSubmit={(event) => {
          event.preventDefault()
          void submit()
        }}
      >
        {failure === null ? null : <Refused failure={failure} />}
        <SecretField
          label="New client secret"
          name="clientSecret"
          shortest={SHORTEST}
          hint="Amazon is asked with it before anything is replaced."
        />
        <TextField
          label="Made on"
          name="issuedOn"
          type="date"
          defaultValue={formatDay(words.today)}
          hint="Springline reminds you before it ends. Leave it empty if you do not know."
        />
      </form>
    </Dialog>
  )
}

/** Whom the new secret will serve: every account of the app at once. */
function Users({ clientId }: { readonly clientId: string }): ReactElement | null {
  const { privateApps, channels } = useWindowState()
  const app = valueOf(useReading(privateApps))?.apps.find((one) => one.clientId === clientId)
  const accounts = valueOf(useReading(channels))?.accounts ?? []
  const ids = new Set(app?.permissions.map((one) => one.accountId))
  const names = accounts.filter((one) => ids.has(one.id)).map((one) => one.name)
  if (names.length === 0) return null
  return (
    <p className="text-ink-2">
      The new one serves {names.length === 1 ? 'the account' : `all ${names.length} accounts`} of this app: {names.join(', ')}.
    </p>
  )
}

function Refused({ failure }: { readonly failure: Failure }): ReactElement {
  const { title, next } = wordsFor(failure)
  return (
    <Note tone="act" sign="account-problem">
      <b>{title}.</b> {failure.reason === 'app-refused' ? 'Nothing was replaced. Copy the new secret once more.' : next}
    </Note>
  )
}

function takeSecret(form: HTMLFormElement): { readonly clientSecret: string; readonly issuedOn: string | null } {
  const entries = new FormData(form)
  const read = (name: string): string => {
    const value = entries.get(name)
    return typeof value === 'string' ? value.trim() : ''
  }
  const taken = { clientSecret: read('clientSecret'), issuedOn: read('issuedOn') === '' ? null : read('issuedOn') }
  const field = form.elements.namedItem('clientSecret')
  if (field instanceof HTMLInputElement) field.value = ''
  return taken
}
