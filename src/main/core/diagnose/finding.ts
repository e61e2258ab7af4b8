import type { Cause } from '../../../shared/domain/cause.ts'
import type { ApiFamily } from '../../../shared/domain/region.ts'
import type { Known, Step } from '../../../shared/domain/step.ts'

/** One thing that is wrong, and the step of the ladder at which it shows. */
export interface Finding {
  readonly cause: Cause
  readonly step: Step
  readonly family: ApiFamily | null
  readonly known: Known
  /** Plain facts for the sentence: instants, counts, names of hosts, datasets and roles. */
  readonly facts: Readonly<Record<string, string | number | null>>
}

export const NO_FACTS: Finding['facts'] = {}
