import type { ReactElement } from 'react'
import { Button } from '../../parts/controls/button.tsx'
import { CheckList } from '../../parts/flow/check-list.tsx'
import { Dialog } from '../../parts/overlays/dialog.tsx'
import { initialsOf } from '../../parts/table/initials.tsx'
import { useWindowState } from '../../state/use-state.ts'
import { useWords } from '../common/words.ts'
import { accessRows, checkRows } from './attempt-checks.ts'
import { evidenceOf, nameOf } from './attempt-words.ts'
import { StageBody } from './stage-body.tsx'
import type { UnderWayFlow } from './under-way-flow.ts'

/** Ticks as they come in: identity first, replacement second, then one question per dataset. */
export function CheckingStage({ flow: { attempt } }: { readonly flow: UnderWayFlow }): ReactElement {
  const { attempt: attempts } = useWindowState()
  const words = useWords()
  const access = accessRows(attempt)
  return (
    <Dialog
      isOpen
      kind="steady"
      entrance="in-place"
      onClose={attempts.leave}
      title={`Checking ${nameOf(attempt)}`}
      initials={initialsOf(nameOf(attempt))}
      evidence={evidenceOf(attempt, words)}
      footStart={
        attempt.checks.some((check) => check.code === 'stored' && check.state === 'passed')
          ? 'The permission is stored. History was not touched.'
          : 'Nothing is replaced before Amazon has named the same account.'
      }
      footEnd={<Button onPress={attempts.leave}>Cancel</Button>}
    >
      <StageBody stage="checking" said={`Checking ${nameOf(attempt)}`}>
        <CheckList label="Checks" rows={checkRows(attempt, words)} />
        {access.length === 0 ? null : (
          <div className="pt-4">
            <CheckList label="What Amazon allows" rows={access} columns="two" />
          </div>
        )}
      </StageBody>
    </Dialog>
  )
}
