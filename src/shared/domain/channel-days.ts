import type { Channel } from './account.ts'
import type { ApiFamily } from './region.ts'

/**
 * A channel as the datasets of a family see it: advertising counts days in the profile's zone, which may differ from the
 * marketplace's (docs/amazon.md §4.3). Everything that asks a channel for its days asks this one; twice equals once.
 */
export function channelFor(channel: Channel, { family }: { readonly family: ApiFamily }): Channel {
  return family === 'advertising' && channel.adsZone !== undefined ? { ...channel, zone: channel.adsZone } : channel
}
