import type { ReactElement, ReactNode } from 'react'
import type { AttemptView } from '../../../shared/contract/views/attempt.ts'
import { StageLine } from '../../parts/flow/stage-line.tsx'
import { stageWords } from '../../text/attempt-text.ts'

type Stage = AttemptView['stage']

export interface StageBodyProps {
  readonly stage: Stage
  /** Where the line stops when it failed. */
  readonly failedAt?: number | undefined
  /** Said politely when it changes. */
  readonly said: string
  readonly children: ReactNode
}

const posts: Readonly<Record<Stage, number>> = { before: 0, 'at-amazon': 1, checking: 2, result: 3, 'wrong-account': 2, failed: 1 }

/** The four posts and what stands below them. */
export function StageBody({ stage, failedAt, said, children }: StageBodyProps): ReactElement {
  const at = stage === 'failed' && failedAt !== undefined ? failedAt : posts[stage]
  return (
    <div data-stage={stage}>
      <StageLine stages={stageWords} at={at} outcome={outcomeOf(stage)} />
      <p role="status" className="sr-only">
        {said}
      </p>
      <div className="pt-5">{children}</div>
    </div>
  )
}

function outcomeOf(stage: Stage): 'going' | 'failed' | 'done' {
  if (stage === 'result') return 'done'
  return stage === 'failed' || stage === 'wrong-account' ? 'failed' : 'going'
}
