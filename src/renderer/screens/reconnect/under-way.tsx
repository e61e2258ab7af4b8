import type { ReactElement } from 'react'
import type { AttemptView } from '../../../shared/contract/views/attempt.ts'
import { AmazonStage } from './amazon-stage.tsx'
import { CheckingStage } from './checking-stage.tsx'
import { FailedStage } from './failed-stage.tsx'
import type { UnderWayFlow } from './under-way-flow.ts'
import { ResultStage } from './result-stage.tsx'
import { WrongAccountStage } from './wrong-account-stage.tsx'

/** An attempt that was begun, as its stage asks. */
export function UnderWay({ flow }: { readonly flow: UnderWayFlow }): ReactElement {
  const Stage = stages[flow.attempt.stage]
  return <Stage flow={flow} />
}

const stages: Readonly<Record<AttemptView['stage'], (props: { readonly flow: UnderWayFlow }) => ReactElement>> = {
  before: AmazonStage,
  'at-amazon': AmazonStage,
  checking: CheckingStage,
  result: ResultStage,
  'wrong-account': WrongAccountStage,
  failed: FailedStage,
}
