import type { Channel } from './account.ts'
import type { ApiFamily } from './region.ts'

/**
 * A channel as the datasets of a family see it: advertising counts days in the profile's zone, which may differ from the
 * marketplace's (docs/amazon.md §4.3), and since its own consent, which may be much later than the account's. Everything
 * that asks a channel for its days asks this one; twice equals once.
 */
export function channelFor(channel: Channel, { family }: { readonly family: ApiFamily }): Channel {
  if (family !== 'advertising') return channel
  const { zone, adsZone, connectedAt, adsConnectedAt } = channel
  const since = adsConnectedAt ?? connectedAt
  return { ...channel, zone: adsZone ?? zone, ...(since === undefined ? {} : { connectedAt: since }) }
}
