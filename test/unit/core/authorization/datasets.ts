import { brand } from '../../../../src/shared/lib/brand.ts'
import type { DatasetId } from '../../../../src/shared/domain/ids.ts'
import type { ApiFamily } from '../../../../src/shared/domain/region.ts'
import type { Dataset } from '../../../../src/main/datasets/dataset.ts'
import type { Probe } from '../../../../src/main/datasets/request.ts'

const QUOTA = { operation: 'getOrderMetrics', perSecond: 0.5, burst: 15 }

/** Three datasets, one for each way a permission is proven. */
export const testDatasets: ReadonlyMap<DatasetId, Dataset> = new Map(
  [
    dataset('orders', 'selling', {
      kind: 'call',
      quota: QUOTA,
      path: () => '/sales/v1/orderMetrics',
      query: ({ channel }) => ({ marketplaceIds: channel.marketplaceId }),
    }),
    dataset('traffic', 'selling', { kind: 'first-report' }),
    dataset('campaigns', 'advertising', { kind: 'ads-profiles' }),
  ].map((one) => [one.id, one]),
)

function dataset(id: string, family: ApiFamily, probe: Probe): Dataset {
  return {
    id: brand<DatasetId>(id),
    title: id,
    family,
    probe,
    group: family === 'selling' ? 'sales' : 'advertising',
    kinds: ['seller', 'vendor'],
    permission: family === 'selling' ? 'sales' : 'advertising',
    amazonRole: 'Any',
    grain: 'day',
    shape: 'event',
    request: { kind: 'amazon-report', reportType: 'NONE', options: () => ({}), dates: () => null },
    changes: null,
    timing: {
      longestSpanDays: 30,
      lookBackDays: 60,
      publishDelayMs: 0,
      settlingDays: 3,
      settlingAges: [1, 3],
      everyMs: null,
      staleAfterMs: 86_400_000,
    },
    document: { kind: 'json', read: () => [] },
    table: { name: id, columns: [], key: [], moneyColumn: null, moneyScale: 'currency', entityColumn: null, rollups: [] },
  }
}
