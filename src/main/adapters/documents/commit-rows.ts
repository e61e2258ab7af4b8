import type { Result } from '../../../shared/lib/result.ts'
import type { Ingested, IngestOrder, IngestTrouble } from '../../core/ports/document-ingest.ts'
import type { Row } from '../../datasets/document.ts'

/** Commits rows in one transaction; the ledger's side of the ingest, handed in by the worker. */
export type CommitRows = (
  order: IngestOrder,
  rows: readonly Row[],
  evidence: string | null,
) => Result<Omit<Ingested, 'bytes'>, IngestTrouble>
