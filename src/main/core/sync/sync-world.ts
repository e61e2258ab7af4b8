import type { DatasetId } from '../../../shared/domain/ids.ts'
import type { Dataset } from '../../datasets/dataset.ts'
import type { AccessKeeper } from '../ports/access-keeper.ts'
import type { EvidenceBook } from '../ports/evidence-book.ts'
import type { Ports } from '../ports/ports.ts'
import type { Sky } from './sky.ts'

/** Limits a host or a test may set; the usual ones are in `policy.ts`. */
export interface SyncFigures {
  readonly waitingReports: number
  readonly ingests: number
}

/** What the sync feature needs of the world. */
export interface SyncWorld {
  readonly ports: Pick<Ports, 'clock' | 'random' | 'log' | 'sellingApi' | 'adsApi' | 'ingest' | 'stores'>
  readonly datasets: ReadonlyMap<DatasetId, Dataset>
  readonly access: AccessKeeper
  readonly evidence: EvidenceBook
  readonly sky: Sky
  readonly figures: SyncFigures
}
