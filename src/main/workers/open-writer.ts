import { dirname, join } from 'node:path'
import { ok, type Result } from '../../shared/lib/result.ts'
import type { DatasetId } from '../../shared/domain/ids.ts'
import type { DocumentIngest } from '../core/ports/document-ingest.ts'
import type { KeptDocuments } from '../core/ports/kept-documents.ts'
import type { Dataset } from '../datasets/dataset.ts'
import { datasets as allDatasets } from '../datasets/index.ts'
import { createKeptDocuments } from '../adapters/documents/create-kept-documents.ts'
import { createDocumentIngest } from '../adapters/documents/create-document-ingest.ts'
import type { StorageWorkerData } from '../adapters/sqlite/calls/protocol.ts'
import { createWriteStores } from '../adapters/sqlite/create-stores.ts'
import { gatherWrites } from '../adapters/sqlite/database/gather-writes.ts'
import { sortStorageTrouble } from '../adapters/sqlite/database/storage-trouble.ts'
import { openForWriting } from '../adapters/sqlite/database/open-database.ts'
import type { OpenTrouble } from '../adapters/sqlite/database/open-trouble.ts'
import { noteFindings } from '../adapters/sqlite/findings/findings.ts'
import { createLedgerCommit, createListedCommit, createOutdone } from '../adapters/sqlite/ledger/ledger-commit.ts'
import type { WriteStores } from '../adapters/sqlite/store-parts.ts'

export interface WriterOptions extends StorageWorkerData {
  readonly fetch?: typeof fetch
  readonly datasets?: ReadonlyMap<DatasetId, Dataset>
}

export interface Writer {
  readonly stores: WriteStores
  readonly ingest: DocumentIngest
  readonly kept: KeptDocuments
  close(): void
}

/** Everything that writes, over one database connection: the stores' writing half and the document ingest. */
export function openWriter(options: WriterOptions): Result<Writer, OpenTrouble> {
  const opened = openForWriting(options.databasePath)
  if (!opened.ok) return opened
  const db = opened.value
  const datasets = options.datasets ?? allDatasets
  const gathered = gatherWrites(db)
  const keepIn = join(dirname(options.databasePath), 'kept-documents')
  const world = {
    datasets,
    commit: createLedgerCommit(db, datasets),
    listed: createListedCommit(db, datasets),
    isOutdone: createOutdone(db, datasets),
    note: (findings: Parameters<typeof noteFindings>[1]) => noteQuietly(db, findings),
    keepIn,
    version: options.version,
  }
  return ok({
    stores: createWriteStores(db, keepIn, gathered),
    ingest: createDocumentIngest({ ...world, fetch: options.fetch ?? fetch, allowedOrigins: options.allowedOrigins }),
    kept: createKeptDocuments(world),
    close: () => {
      gathered.flush()
      db.close()
    },
  })
}

/** A full disk must not turn a good document into a failure, nor hide why a bad one was refused. */
function noteQuietly(db: Parameters<typeof noteFindings>[0], findings: Parameters<typeof noteFindings>[1]): void {
  try {
    noteFindings(db, findings)
  } catch (cause) {
    if (sortStorageTrouble(cause) === null) throw cause
  }
}
