import type { Dataset } from './dataset.ts'
import type { DatasetId } from '../../shared/domain/ids.ts'

const found = import.meta.glob<{ dataset: Dataset }>('./*.dataset.ts', { eager: true })

/** Every dataset file of this folder, by id. */
export const datasets: ReadonlyMap<DatasetId, Dataset> = new Map(
  Object.values(found)
    .map((file) => file.dataset)
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map((dataset) => [dataset.id, dataset]),
)
