import type { Observations } from '../../../shared/contract/diagnosis/observations.ts'
import type { AccountId } from '../../../shared/domain/ids.ts'
import type { Examiner } from '../ports/examiner.ts'
import type { Ports } from '../ports/ports.ts'
import type { PlannedHost } from './plan-hosts.ts'

export interface ObserveWorld {
  readonly ports: Pick<Ports, 'clock' | 'surroundings' | 'stores'>
  readonly examiner: Examiner
}

export interface ObserveOrder {
  readonly accountId: AccountId
  /** What is known before anybody is asked. */
  readonly start: Observations
  readonly hosts: readonly PlannedHost[]
  /** Called after each step that saw something. */
  readonly onSeen: (seen: Observations) => void
}

/** One diagnosis on its way: what was seen so far. */
export interface Walk extends ObserveOrder {
  readonly world: ObserveWorld
  seen(): Observations
  see(part: Partial<Observations>): void
}
