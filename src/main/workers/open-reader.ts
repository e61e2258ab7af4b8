import { ok, type Result } from '../../shared/lib/result.ts'
import type { DatasetId } from '../../shared/domain/ids.ts'
import type { Dataset } from '../datasets/dataset.ts'
import { datasets as allDatasets } from '../datasets/index.ts'
import { createReadStores } from '../adapters/sqlite/create-stores.ts'
import { openForReading } from '../adapters/sqlite/database/open-database.ts'
import type { OpenTrouble } from '../adapters/sqlite/database/open-trouble.ts'
import type { ReadStores } from '../adapters/sqlite/store-parts.ts'

export interface ReaderOptions {
  readonly databasePath: string
  readonly datasets?: ReadonlyMap<DatasetId, Dataset>
  /** Monotonic milliseconds, where a story has a clock of its own. */
  readonly now?: () => number
}

export interface Reader {
  readonly stores: ReadStores
  close(): void
}

/** Every read method of every store over a read-only connection; works beside a running app. */
export function openReader(options: ReaderOptions): Result<Reader, OpenTrouble> {
  const opened = openForReading(options.databasePath)
  if (!opened.ok) return opened
  const db = opened.value
  return ok({ stores: createReadStores(db, options.datasets ?? allDatasets, options.now), close: () => void db.close() })
}
