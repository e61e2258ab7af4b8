import type { Finding, KeptFinding } from '../../../shared/domain/finding.ts'

/** What was found in documents that was not known; one row per source, kind and column. */
export interface FindingStore {
  /** Newest first. */
  newest(limit: number): Promise<readonly KeptFinding[]>
  note(findings: readonly Finding[]): Promise<void>
}
