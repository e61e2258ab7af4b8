import type { AppView } from '../../shared/contract/views/app.ts'
import type { Endpoints } from '../../shared/contract/endpoints.ts'
import type { Figures } from '../../shared/contract/figures.ts'
import type { DatasetId } from '../../shared/domain/ids.ts'
import type { Dataset } from '../datasets/dataset.ts'

/** What a host knows and the core needs beside its ports. */
export interface AppConfig {
  readonly datasets: ReadonlyMap<DatasetId, Dataset>
  readonly figures: Figures
  readonly endpoints: Endpoints
  /** Days of history a new channel starts with. */
  readonly historyDays: number
  readonly dataDirectory: string
  /** `reading`: another process writes here, and the vault is not open. */
  readonly rights: 'full' | 'reading'
  readonly facts: Pick<AppView, 'host' | 'version' | 'demo' | 'platform' | 'clock' | 'nativeNotices'>
}
