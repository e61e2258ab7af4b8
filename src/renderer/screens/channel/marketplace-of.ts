import type { AccountView } from '../../../shared/contract/views/channels.ts'
import type { DatasetView } from '../../../shared/contract/views/channel-detail.ts'

/** Names the marketplace of a dataset's row, for the heads of a grouped table; undefined where the account has only one. */
export function marketplaceOf(
  account: Pick<AccountView, 'channels'>,
): ((row: Pick<DatasetView, 'channelId' | 'country'>) => string) | undefined {
  if (account.channels.length < 2) return undefined
  const names = new Map(account.channels.map((channel) => [channel.id, channel.marketplace]))
  return (row) => names.get(row.channelId) ?? row.country
}
