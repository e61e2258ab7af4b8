import type { Probe, Quota } from './request.ts'

const HOUR_MS = 3_600_000

/** Rate of `getOrderMetrics`. Source: Sales API model. */
export const ORDER_METRICS_QUOTA: Quota = { operation: 'getOrderMetrics', perSecond: 0.5, burst: 15 }

/** Yesterday's headline figure: the cheapest call that needs the sales permission. */
export const SALES_PROBE: Probe = {
  kind: 'call',
  quota: ORDER_METRICS_QUOTA,
  path: () => '/sales/v1/orderMetrics',
  query: ({ channel, now }) => ({
    marketplaceIds: channel.marketplaceId,
    interval: `${zulu(now - 25 * HOUR_MS)}--${zulu(now - HOUR_MS)}`,
    granularity: 'Total',
  }),
}

/** Offset written out: `Z` is refused by the Sales API beside a zone, and harmless to avoid here. */
function zulu(ms: number): string {
  return `${new Date(ms).toISOString().slice(0, 19)}+00:00`
}
