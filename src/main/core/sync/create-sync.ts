import type { DatasetId } from '../../../shared/domain/ids.ts'
import type { Dataset } from '../../datasets/dataset.ts'
import type { AccessKeeper } from '../ports/access-keeper.ts'
import type { EvidenceBook } from '../ports/evidence-book.ts'
import type { Sync } from '../ports/sync-progress.ts'
import { INGESTS, WAITING_REPORTS } from './policy.ts'
import { createScheduler } from './scheduler.ts'
import { createSky } from './sky.ts'
import type { SyncFigures, SyncWorld } from './sync-world.ts'

export interface SyncOrder {
  readonly ports: SyncWorld['ports']
  readonly datasets: ReadonlyMap<DatasetId, Dataset>
  readonly access: AccessKeeper
  readonly evidence: EvidenceBook
  readonly daysMoved: SyncWorld['daysMoved']
  readonly figures?: Partial<SyncFigures>
}

/** The sync feature: plans and performs whatever is missing, for every account, whenever it can. */
export function createSync({ ports, datasets, access, evidence, daysMoved, figures }: SyncOrder): Sync {
  const sky = createSky(ports.clock)
  return createScheduler({
    ports,
    datasets,
    access,
    evidence,
    daysMoved,
    sky,
    figures: { waitingReports: WAITING_REPORTS, ingests: INGESTS, ...figures },
  })
}
