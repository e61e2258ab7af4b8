import type { Finding } from '../../../shared/domain/finding.ts'
import type { DatasetId } from '../../../shared/domain/ids.ts'
import type { IngestOrder } from '../../core/ports/document-ingest.ts'
import type { Dataset } from '../../datasets/dataset.ts'
import type { CommitListed, CommitRows } from './commit-rows.ts'
import type { DownloadWorld } from './download.ts'

export interface IngestWorld extends DownloadWorld {
  readonly datasets: ReadonlyMap<DatasetId, Dataset>
  readonly commit: CommitRows
  readonly listed: CommitListed
  /** True when everything an order would bring was fetched, or changed, later than the order. */
  readonly isOutdone: (order: IngestOrder) => boolean
  /** Keeps what was found that was not known; never stops an ingest. */
  readonly note: (findings: readonly Finding[]) => void
  /** Folder for refused documents; null keeps none. */
  readonly keepIn: string | null
  /** The app's version: with another one a refused document may be understood. */
  readonly version: string
}
