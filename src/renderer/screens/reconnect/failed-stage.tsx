import { ExternalLink } from 'lucide-react'
import type { ReactElement } from 'react'
import { Button } from '../../parts/controls/button.tsx'
import { Note } from '../../parts/flow/note.tsx'
import { Dialog } from '../../parts/overlays/dialog.tsx'
import { initialsOf } from '../../parts/table/initials.tsx'
import { useWindowState } from '../../state/use-state.ts'
import { attemptFailureWords } from '../../text/attempt-text.ts'
import { useIsOffline } from '../common/use-offline.ts'
import { useWords } from '../common/words.ts'
import { places, useGo } from '../places.ts'
import { evidenceOf, nameOf } from './attempt-words.ts'
import { StageBody } from './stage-body.tsx'
import type { UnderWayFlow } from './under-way-flow.ts'

/** Codes where the browser may succeed where the window did not. */
const browserHelps: readonly (string | null)[] = ['blocked', 'load-failed']

/** Ends behind which Amazon's page may have shown a code: the page never says so to the app. */
const codeIsPossible: readonly (string | null)[] = ['closed', 'timed-out', 'refused']

/** One sentence of cause, that nothing was changed, one way on. */
export function FailedStage({ flow }: { readonly flow: UnderWayFlow }): ReactElement {
  const { attempt: attempts } = useWindowState()
  const { attempt } = flow
  const isOffline = useIsOffline()
  const words = useWords()
  const go = useGo()
  const told = attemptFailureWords(attempt.failure)
  const askHelp = (): void => {
    attempts.leave()
    go(places.helpTopic(told.help))
  }
  const askCodes = (): void => {
    attempts.leave()
    go(places.helpTopic('consent-codes'))
  }
  const canRetry = attempt.failure !== 'publisher-problem'
  return (
    <Dialog
      isOpen
      kind="steady"
      entrance="in-place"
      onClose={attempts.leave}
      title={told.title}
      initials={initialsOf(nameOf(attempt))}
      evidence={evidenceOf(attempt, words)}
      footStart={
        <Button tone="quiet" onPress={askHelp}>
          What can cause this?
        </Button>
      }
      footEnd={
        <>
          {browserHelps.includes(attempt.failure) ? (
            <Button
              icon={ExternalLink}
              onPress={() => {
                attempts.restart('browser')
              }}
            >
              Open in browser
            </Button>
          ) : (
            <Button onPress={attempts.leave}>Close</Button>
          )}
          {canRetry ? (
            <Button
              tone="primary"
              autoFocus
              isDisabled={isOffline}
              onPress={() => {
                attempts.restart('default')
              }}
            >
              Try again
            </Button>
          ) : null}
        </>
      }
    >
      <StageBody stage="failed" failedAt={attempt.checks.some((check) => check.state === 'passed') ? 2 : 1} said={told.title}>
        <p className="text-ink">{told.cause}</p>
        <p className="pt-1 text-ink-2">{told.next}</p>
        {codeIsPossible.includes(attempt.failure) ? <CodeShown onAsk={askCodes} /> : null}
        <div className="pt-4">
          <Note tone="hold" sign="connected">
            <b>Nothing was changed.</b>{' '}
            {attempt.accountId === null ? 'Nothing new is stored.' : 'History stays, and an old permission that still works keeps working.'}
          </Note>
        </div>
      </StageBody>
    </Dialog>
  )
}

function CodeShown({ onAsk }: { readonly onAsk: () => void }): ReactElement {
  return (
    <p className="flex flex-wrap items-center gap-1 pt-3 text-ink-2">
      Did Amazon’s page show a code, like MD1000?
      <Button tone="quiet" size="row" onPress={onAsk}>
        What the code means
      </Button>
    </p>
  )
}
