import type { DatasetId } from '../../../../src/shared/domain/ids.ts'
import type { DatasetTiming } from '../../../../src/shared/domain/timing.ts'
import { brand } from '../../../../src/shared/lib/brand.ts'
import type { Dataset } from '../../../../src/main/datasets/dataset.ts'
import type { DatasetRequest, RequestScope } from '../../../../src/main/datasets/request.ts'

export const MINUTE = 60_000
export const HOUR = 3_600_000
export const DAY = 86_400_000

const dates = ({ startsAt, endsAt }: RequestScope) => ({
  start: new Date(startsAt).toISOString(),
  end: new Date(endsAt - 1000).toISOString(),
})

export function report(reportType: string): DatasetRequest {
  return { kind: 'amazon-report', reportType, options: () => ({}), dates }
}

/** A dataset with sensible figures; what a test cares about goes into `order`. */
export function makeDataset(
  id: string,
  order: { timing?: Partial<DatasetTiming> } & Partial<Omit<Dataset, 'id' | 'timing'>> = {},
): Dataset {
  const timing: DatasetTiming = {
    longestSpanDays: 30,
    lookBackDays: 730,
    publishDelayMs: HOUR,
    settlingDays: 0,
    settlingAges: [],
    everyMs: null,
    staleAfterMs: DAY,
    ...order.timing,
  }
  return {
    title: id,
    group: 'sales',
    family: 'selling',
    kinds: ['seller'],
    permission: 'sales',
    amazonRole: 'role',
    grain: 'day',
    shape: 'event',
    request: report(`TYPE_${id}`),
    changes: null,
    probe: { kind: 'first-report' },
    document: { kind: 'json', read: () => [] },
    table: { name: id, columns: [], key: [], moneyColumn: null, moneyScale: 'currency', entityColumn: null, rollups: [] },
    ...order,
    id: brand<DatasetId>(id),
    timing,
  }
}

export const orders = (timing: Partial<DatasetTiming> = {}) =>
  makeDataset('orders', {
    changes: report('TYPE_orders_changes'),
    timing: { settlingDays: 14, settlingAges: [1, 3, 7, 14], everyMs: 6 * HOUR, ...timing },
  })

export const sales = () =>
  makeDataset('sales', {
    request: {
      kind: 'paged-call',
      quota: { operation: 'metrics', perSecond: 0.5, burst: 15 },
      path: () => '/sales',
      query: ({ interval }) => ({ from: String(interval.from), until: String(interval.until) }),
      cursorParameter: 'next',
      repeatQuery: false,
    },
    timing: { longestSpanDays: 90 },
  })

export const listings = () =>
  makeDataset('listings', {
    shape: 'snapshot',
    request: { kind: 'amazon-report', reportType: 'TYPE_listings', options: () => ({}), dates: () => null },
    timing: { longestSpanDays: 1, lookBackDays: 0, publishDelayMs: 0, everyMs: DAY },
  })

export const ads = () =>
  makeDataset('ads', {
    family: 'advertising',
    permission: 'advertising',
    request: { kind: 'ads-report', reportTypeId: 'spCampaigns', adProduct: 'SP', groupBy: ['campaign'], columns: ['date'] },
    timing: { longestSpanDays: 31, lookBackDays: 95, publishDelayMs: DAY, settlingDays: 42, settlingAges: [1, 2, 3, 7, 14, 28, 42] },
  })
