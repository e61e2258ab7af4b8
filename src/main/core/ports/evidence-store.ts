import type { Evidence, KeptEvidence } from '../../../shared/domain/evidence.ts'
import type { AccountId } from '../../../shared/domain/ids.ts'

/** What was observed lately, kept small by merging: the newest observation of each kind, since when, and how often. */
export interface EvidenceStore {
  note(evidence: Evidence): Promise<void>
  /** Newest first; for one account also what concerns this computer as a whole. */
  kept(filter: { readonly accountId?: AccountId; readonly limit: number }): Promise<readonly KeptEvidence[]>
}
