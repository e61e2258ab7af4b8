import type { ReactElement } from 'react'
import { Button } from '../../parts/controls/button.tsx'
import { Skeleton } from '../../parts/feedback/skeleton.tsx'
import { Dialog } from '../../parts/overlays/dialog.tsx'
import { useAttemptFlow, useWindowState } from '../../state/use-state.ts'
import type { AttemptFlow } from '../../state/attempt-flow.ts'
import { wordsFor } from '../../text/failure-text.ts'
import { familyText, regionText } from '../../text/place-text.ts'
import { BeforeStage } from './before-stage.tsx'
import { StageBody } from './stage-body.tsx'
import { UnderWay } from './under-way.tsx'

/** The way through Amazon and back: Before, At Amazon, Checking, Result. Escape is safe at every step. */
export function ReconnectDialog(): ReactElement | null {
  const flow = useAttemptFlow()
  if (flow.kind === 'closed') return null
  if (flow.kind === 'before') return <BeforeStage flow={flow} />
  if (flow.kind === 'under-way') return <UnderWay flow={flow} />
  if (flow.kind === 'not-begun') return <NotBegun flow={flow} />
  return <Asking flow={flow} />
}

function Asking({ flow }: { readonly flow: Extract<AttemptFlow, { readonly kind: 'asking' | 'beginning' }> }): ReactElement {
  const { attempt } = useWindowState()
  const { target } = flow
  return (
    <Dialog
      isOpen
      kind="steady"
      entrance={flow.kind === 'asking' ? 'fade' : 'in-place'}
      onClose={attempt.leave}
      title={titleOf(flow)}
      evidence={`${familyText[target.family].name}, ${regionText[target.region]}`}
      footStart="Escape leaves safely"
      footEnd={<Button onPress={attempt.leave}>Cancel</Button>}
    >
      <StageBody
        stage={flow.kind === 'asking' ? 'before' : 'at-amazon'}
        said={flow.kind === 'asking' ? 'Reading what will be fetched' : 'Opening Amazon'}
      >
        <Skeleton rows={3} label={flow.kind === 'asking' ? 'Reading what will be fetched' : 'Opening Amazon'} />
      </StageBody>
    </Dialog>
  )
}

function NotBegun({ flow }: { readonly flow: Extract<AttemptFlow, { readonly kind: 'not-begun' }> }): ReactElement {
  const { attempt } = useWindowState()
  const words = wordsFor(flow.failure)
  const again = (): void => {
    if (flow.target.accountId === null) attempt.begin(flow.target)
    else attempt.prepare(flow.target)
  }
  return (
    <Dialog
      isOpen
      kind="steady"
      entrance="in-place"
      onClose={attempt.leave}
      title={words.title}
      evidence={`${familyText[flow.target.family].name}, ${regionText[flow.target.region]}`}
      footStart="Nothing was changed"
      footEnd={
        <>
          <Button onPress={attempt.leave}>Close</Button>
          <Button tone="primary" onPress={again}>
            Try again
          </Button>
        </>
      }
    >
      <StageBody stage="failed" said={words.title}>
        <p>{words.next}</p>
      </StageBody>
    </Dialog>
  )
}

function titleOf({ target }: { readonly target: { readonly accountId: unknown } }): string {
  return target.accountId === null ? 'Connect Amazon' : 'Reconnect'
}
