import type { Probe, Quota } from './request.ts'

/** Rate of `listTransactions`. Source: Finances 2024-06-19 model. */
export const TRANSACTIONS_QUOTA: Quota = { operation: 'listTransactions', perSecond: 0.5, burst: 10 }
export const TRANSACTIONS_PATH = '/finances/2024-06-19/transactions'

/** The last two days' transactions: a cheap call that needs the financial permission. */
export const FINANCES_PROBE: Probe = {
  kind: 'call',
  quota: TRANSACTIONS_QUOTA,
  path: () => TRANSACTIONS_PATH,
  query: ({ channel, now }) => ({ postedAfter: new Date(now - 2 * 86_400_000).toISOString(), marketplaceId: channel.marketplaceId }),
}
