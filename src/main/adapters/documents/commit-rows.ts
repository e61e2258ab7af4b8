import type { Result } from '../../../shared/lib/result.ts'
import type { Channel } from '../../../shared/domain/account.ts'
import type { Ingested, IngestOrder, IngestTrouble } from '../../core/ports/document-ingest.ts'
import type { Row, StatementFacts } from '../../datasets/document.ts'

/** Commits rows in one transaction; the ledger's side of the ingest, handed in by the worker. */
export type CommitRows = (order: IngestOrder, rows: readonly Row[], evidence: string | null) => CommitAnswer

export type CommitAnswer = Result<Omit<Ingested, 'bytes'>, IngestTrouble>

/** The same for Amazon's own list: a document of several channels, and the end of the list. */
export interface CommitListed {
  document(
    order: IngestOrder,
    parts: readonly { readonly channel: Channel; readonly says: StatementFacts | null; readonly rows: readonly Row[] }[],
  ): CommitAnswer
  list(order: IngestOrder, rows: number): CommitAnswer
}
