import type { Attempt, AttemptState } from '../../../shared/domain/attempt.ts'
import type { AttemptMemory } from './attempt-board.ts'
import { firstMemory } from './first-memory.ts'
import type { AuthorizationWorld } from './world.ts'

export type AttemptStage = 'at-amazon' | 'checking' | 'result' | 'wrong-account' | 'failed'

/** An attempt as a screen needs it: its row, and how its steps went. */
export interface AttemptStanding extends Pick<AttemptMemory, 'surface' | 'host' | 'checks' | 'access'> {
  readonly attempt: Attempt
  readonly stage: AttemptStage
  /** Closed code when the stage is `failed`; null otherwise. */
  readonly failure: string | null
}

/** Puts the stored row and the memory of this run together; after a restart the row alone tells the outcome. */
export function readStanding(world: Pick<AuthorizationWorld, 'board' | 'figures'>, attempt: Attempt): AttemptStanding {
  const memory = world.board.read(attempt.id) ?? firstMemory(world, attempt)
  const { surface, host, checks, access } = memory
  return {
    attempt: memory.connectedAs === null ? attempt : { ...attempt, accountId: memory.connectedAs },
    stage: stageOf(attempt, memory.verifying),
    surface,
    host,
    checks,
    access,
    failure: failureOf(attempt.state),
  }
}

/** A choice of the person (another attempt, or none) ends an attempt like a closed window. */
function failureOf(state: AttemptState): string | null {
  if (state.kind !== 'ended' || state.outcome === 'connected') return null
  const isChosen = state.outcome === 'wrong-account' || state.outcome === 'discarded'
  return state.reason ?? (isChosen ? 'closed' : state.outcome)
}

function stageOf({ state }: Attempt, verifying: boolean): AttemptStage {
  switch (state.kind) {
    case 'open':
      return 'at-amazon'
    case 'checking':
      return 'checking'
    case 'wrong-account':
      return 'wrong-account'
    case 'ended':
      if (state.outcome !== 'connected') return 'failed'
      return verifying ? 'checking' : 'result'
  }
}
