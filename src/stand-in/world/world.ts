import type { Day } from '../lib/days.ts'
import { hashOf } from '../lib/random.ts'
import { marketplaceOf, type Marketplace } from './marketplaces.ts'
import { productsOf, type Product } from './products.ts'
import { USUAL_ROLES, USUAL_SELLER_ROLES, type AccountSpec, type ChannelSpec, type WorldSpec } from './spec.ts'

/** One account in one marketplace with everything its figures are drawn from. */
export type Channel = {
  readonly seed: string
  /** Unique in the world; also keeps the channels' draws apart. */
  readonly key: string
  readonly account: AccountSpec
  readonly marketplace: Marketplace
  readonly ordersPerDay: number
  readonly ads: ChannelSpec['ads']
  /** Zone of the advertising profile's days. */
  readonly adsZone: string
  readonly products: readonly Product[]
  readonly openedOn: Day
}

export type World = {
  readonly seed: string
  readonly spec: WorldSpec
  readonly accounts: readonly AccountSpec[]
  readonly channels: readonly Channel[]
  account(id: string): AccountSpec | undefined
  channel(accountId: string, marketplaceId: string): Channel | undefined
  channelsOf(accountId: string): readonly Channel[]
  rolesOf(account: AccountSpec): readonly string[]
}

export function createWorld(seed: string, spec: WorldSpec): World {
  const channels = spec.accounts.flatMap((account) => account.channels.map((one) => channelOf(seed, spec, account, one)))
  const accounts = new Map(spec.accounts.map((account) => [account.id, account]))
  if (accounts.size !== spec.accounts.length) throw new Error('two accounts of the world share an id')
  return {
    seed,
    spec,
    accounts: spec.accounts,
    channels,
    account: (id) => accounts.get(id),
    channel: (accountId, marketplaceId) => channels.find((one) => one.account.id === accountId && one.marketplace.id === marketplaceId),
    channelsOf: (accountId) => channels.filter((one) => one.account.id === accountId),
    rolesOf: (account) => account.roles ?? (account.kind === 'seller' ? USUAL_SELLER_ROLES : USUAL_ROLES),
  }
}

function channelOf(seed: string, spec: WorldSpec, account: AccountSpec, own: ChannelSpec): Channel {
  const marketplace = marketplaceOf(own.country)
  if (marketplace.region !== account.region) throw new Error(`${account.id} cannot sell in ${own.country} from region ${account.region}`)
  const volume = spec.volume ?? 1
  return {
    seed,
    key: `${account.id}/${marketplace.country}/${hashOf(`${seed}${account.sellingPartnerId}`).toString(36)}`,
    account,
    marketplace,
    ordersPerDay: own.ordersPerDay * volume,
    ads: own.ads,
    adsZone: own.ads?.zone ?? marketplace.zone,
    products: productsOf(seed, account, marketplace),
    openedOn: account.openedOn,
  }
}
