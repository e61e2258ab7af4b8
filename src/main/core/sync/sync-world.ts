import type { AccountId, DatasetId } from '../../../shared/domain/ids.ts'
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
  /** Work on a dataset of an account came to an end, well or not: what is held of its days may differ from before. */
  readonly daysMoved: (accountId: AccountId, dataset: DatasetId) => void
  readonly sky: Sky
  readonly figures: SyncFigures
}
