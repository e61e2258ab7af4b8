import type { Cause } from '../../src/shared/domain/cause.ts'
import type { EvidenceBook, EvidenceScope } from '../../src/main/core/ports/evidence-book.ts'

export interface TwinEvidence extends EvidenceBook {
  /** Everything that was told, oldest first; `said` as it was. */
  readonly told: readonly (EvidenceScope & { readonly outcome: Cause | 'fine'; readonly said: string })[]
}

/** The evidence book in memory, without its thrift. */
export function createTwinEvidence(): TwinEvidence {
  const told: TwinEvidence['told'][number][] = []
  return {
    told,
    trouble: (scope, cause, said) => void told.push({ ...scope, outcome: cause, said }),
    fine: (scope, said) => void told.push({ ...scope, outcome: 'fine', said }),
  }
}
