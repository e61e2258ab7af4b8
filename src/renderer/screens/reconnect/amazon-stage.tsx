import { Clipboard, ExternalLink } from 'lucide-react'
import { useRef, useState, type ReactElement } from 'react'
import { Button } from '../../parts/controls/button.tsx'
import { Note } from '../../parts/flow/note.tsx'
import { Dialog } from '../../parts/overlays/dialog.tsx'
import { initialsOf } from '../../parts/table/initials.tsx'
import { useWindowState } from '../../state/use-state.ts'
import { wordsFor } from '../../text/failure-text.ts'
import { familyText, regionText } from '../../text/place-text.ts'
import { FactList } from '../common/fact-list.tsx'
import { SecretField } from '../common/secret-field.tsx'
import { useWords } from '../common/words.ts'
import { nameOf } from './attempt-words.ts'
import { StageBody } from './stage-body.tsx'
import type { UnderWayFlow } from './under-way-flow.ts'

/** Anything shorter is no hand-off. */
const SHORTEST = 10

/** While the person is at Amazon: where that is, until when, and what to do when it does not load. */
export function AmazonStage({ flow }: { readonly flow: UnderWayFlow }): ReactElement {
  const { attempt: attempts } = useWindowState()
  const { attempt, trouble, opening } = flow
  const words = useWords()
  return (
    <Dialog
      isOpen
      kind="steady"
      entrance="in-place"
      onClose={attempts.leave}
      title={`Sign in at Amazon for ${nameOf(attempt)}`}
      initials={initialsOf(nameOf(attempt))}
      evidence={`${familyText[attempt.family].name}, ${regionText[attempt.region]}`}
      footStart={`Open until ${words.time(attempt.runsOutAt)}, then it ends by itself. Escape leaves safely.`}
      footEnd={<Button onPress={attempts.leave}>Cancel</Button>}
    >
      <StageBody stage="at-amazon" said={`Waiting for Amazon at ${attempt.host}`}>
        <p className="pb-4 text-ink">
          {opening === 'blocked' ? 'Your browser did not open a new tab.' : openedText(attempt.surface, opening)} This page goes on by
          itself.
        </p>
        {opening === 'blocked' ? (
          <div className="pb-4">
            <Button tone="primary" size="large" icon={ExternalLink} autoFocus onPress={attempts.openTab}>
              Open Amazon
            </Button>
          </div>
        ) : null}
        <FactList
          facts={[
            { name: 'Address', value: <span className="font-mono">{attempt.host}</span> },
            {
              name: 'Code',
              value: (
                <>
                  <b className="font-mono tracking-wider">{attempt.shortCode}</b>{' '}
                  <span className="text-ink-3">stands on the page too; if it differs, close the page</span>
                </>
              ),
            },
          ]}
        />
        {trouble === null ? null : (
          <div className="pt-4">
            <Note tone="watch" sign="stale">
              <b>{wordsFor(trouble).title}.</b> {wordsFor(trouble).next}
            </Note>
          </div>
        )}
        <Otherwise flow={flow} />
      </StageBody>
    </Dialog>
  )
}

function openedText(surface: 'popup' | 'browser', opening: UnderWayFlow['opening']): string {
  if (opening === 'tab') return 'Amazon is open in a new tab of this browser.'
  return surface === 'popup' ? 'Amazon is open in a window of its own.' : 'Amazon is open in your browser.'
}

/** Ways on when the page does not load: the browser, or the code by hand. */
function Otherwise({ flow }: { readonly flow: UnderWayFlow }): ReactElement {
  const { attempt: attempts } = useWindowState()
  const [isPasting, setPasting] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  const send = (): void => {
    const area = form.current?.querySelector('textarea') ?? null
    const text = area?.value.trim() ?? ''
    if (area === null || text.length < SHORTEST) return
    area.value = ''
    attempts.paste(text)
  }
  return (
    <div className="mt-5 border-t border-line pt-3">
      <p className="flex flex-wrap items-center gap-1 text-ink-2">
        Not loading?
        <Button
          tone="quiet"
          size="row"
          icon={ExternalLink}
          onPress={() => {
            reopen(flow, attempts)
          }}
        >
          Open in browser
        </Button>
        <Button
          tone="quiet"
          size="row"
          icon={Clipboard}
          onPress={() => {
            setPasting(!isPasting)
          }}
        >
          Paste the code
        </Button>
      </p>
      {isPasting ? (
        <form
          ref={form}
          className="flex flex-col gap-2 pt-2"
          onSubmit={(event) => {
            event.preventDefault()
            send()
          }}
        >
          <SecretField
            label="Address or code from the last page"
            name="handoff"
            hint="Copy the whole address of the page Amazon sent you to."
            lines="several"
            shortest={SHORTEST}
          />
          <span>
            <Button type="submit">Use the code</Button>
          </span>
        </form>
      ) : null}
    </div>
  )
}

function reopen(flow: UnderWayFlow, attempts: ReturnType<typeof useWindowState>['attempt']): void {
  if (flow.opening === 'host') attempts.restart('browser')
  else attempts.openTab()
}
