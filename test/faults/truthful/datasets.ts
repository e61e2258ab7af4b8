import type { DatasetId } from '../../../src/shared/domain/ids.ts'
import type { Dataset } from '../../../src/main/datasets/dataset.ts'
import { HOUR, makeDataset } from '../../unit/core/sync/datasets.ts'
import { OPERATIONS } from './draw-history.ts'

/** A snapshot brought by one call. Snapshots ask often and plan no days, so weeks pass quickly. */
const called = (operation: (typeof OPERATIONS)[number], everyMs: number) => {
  const call = { quota: { operation, perSecond: 1, burst: 10 }, path: () => `/${operation}`, query: () => ({}) }
  return makeDataset(operation, {
    shape: 'snapshot',
    request: { kind: 'paged-call', ...call, cursorParameter: 'next', repeatQuery: false },
    probe: { kind: 'call', ...call },
    timing: { longestSpanDays: 1, lookBackDays: 0, publishDelayMs: 0, everyMs },
  })
}

const campaigns = makeDataset('campaigns', {
  family: 'advertising',
  permission: 'advertising',
  shape: 'snapshot',
  request: { kind: 'ads-report', reportTypeId: 'spCampaigns', adProduct: 'SP', groupBy: ['campaign'], columns: ['date'] },
  timing: { longestSpanDays: 1, lookBackDays: 0, publishDelayMs: 0, everyMs: 2 * HOUR },
})

export const soakDatasets: ReadonlyMap<DatasetId, Dataset> = new Map(
  [called('stock', HOUR), called('prices', 2 * HOUR), campaigns].map((one) => [one.id, one]),
)
