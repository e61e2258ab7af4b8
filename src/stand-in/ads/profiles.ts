import type { AccountSpec } from '../world/spec.ts'
import type { Channel, World } from '../world/world.ts'

export function channelOfProfile(world: World, profileId: number): Channel | undefined {
  return world.channels.find((channel) => channel.ads?.profileId === profileId)
}

/** The profiles a consenting person of this account sees, as the API lists them. */
export function profilesOf(world: World, account: AccountSpec): Record<string, unknown>[] {
  return world
    .channelsOf(account.id)
    .flatMap((channel) => (channel.ads === undefined ? [] : [describeProfile(channel, channel.ads.profileId)]))
}

function describeProfile(channel: Channel, profileId: number): Record<string, unknown> {
  const { account, marketplace, adsZone } = channel
  return {
    profileId,
    countryCode: marketplace.country,
    currencyCode: marketplace.currency,
    dailyBudget: 999_999_999,
    timezone: adsZone,
    accountInfo: {
      marketplaceStringId: marketplace.id,
      id: account.kind === 'vendor' ? `ENTITY${account.sellingPartnerId.slice(-7)}` : account.sellingPartnerId,
      type: account.kind,
      name: account.name,
      validPaymentMethod: true,
    },
  }
}
