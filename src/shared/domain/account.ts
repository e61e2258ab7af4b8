import type { AccountId, ChannelId, Instant } from './ids.ts'
import type { Day } from './day.ts'
import type { MarketplaceId } from './marketplace.ts'
import type { AccountKind, Region } from './region.ts'

/** A seller or vendor account in one region. */
export interface AmazonAccount {
  readonly id: AccountId
  readonly kind: AccountKind
  readonly region: Region
  /** Amazon's id of the seller or vendor group; never shown unmasked in lists. */
  readonly sellingPartnerId: string
  /** False when nothing has proven the id yet (private app of a vendor without orders). */
  readonly identityProven: boolean
  readonly name: string
  readonly connectedAt: Instant
  readonly paused: boolean
}

/** One account in one marketplace. */
export interface Channel {
  readonly id: ChannelId
  readonly accountId: AccountId
  readonly marketplaceId: MarketplaceId
  readonly country: string
  readonly name: string
  readonly currency: string
  readonly zone: string
  /** First day the person wants to hold. */
  readonly wantedFrom: Day
  /** Since when it can be asked for: what Amazon had forgotten by then was never to be had. Known once it is stored. */
  readonly connectedAt?: Instant
  /** Since when its advertising can be asked for: the first consent to that; absent before. */
  readonly adsConnectedAt?: Instant
  /** Ads profile that reports on this channel; null when advertising is not connected or not found. */
  readonly adsProfileId: string | null
  /** Zone in which that profile counts its days; absent until it is known, then the marketplace's stands in. */
  readonly adsZone?: string
}
