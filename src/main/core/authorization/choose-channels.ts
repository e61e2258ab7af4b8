import { brand } from '../../../shared/lib/brand.ts'
import { epochDayAt } from '../../../shared/lib/zone.ts'
import type { Channel } from '../../../shared/domain/account.ts'
import { addDays, type Day } from '../../../shared/domain/day.ts'
import type { AccountId, Instant } from '../../../shared/domain/ids.ts'
import type { MarketplaceId } from '../../../shared/domain/marketplace.ts'
import type { AccountKind, Region } from '../../../shared/domain/region.ts'
import type { NewChannel } from '../ports/account-store.ts'
import type { Participation } from '../ports/selling-api.ts'
import type { AuthorizationOrder } from './world.ts'

export interface ChannelQuestion {
  readonly account: { readonly id: AccountId; readonly kind: AccountKind; readonly region: Region }
  /** Channels the account already has; they stay as they are. */
  readonly existing: readonly Channel[]
  /** Null where Amazon has no such list (vendors) or did not answer. */
  readonly participations: readonly Participation[] | null
  /** Countries the person consented for; used where Amazon has no list. */
  readonly countries: readonly string[]
  readonly now: Instant
}

/** The channels an account has after connecting: those it had, and every known marketplace it takes part in. */
export function chooseChannels(
  { figures, historyDays }: Pick<AuthorizationOrder, 'figures' | 'historyDays'>,
  question: ChannelQuestion,
): readonly NewChannel[] {
  const held = new Set<string>(question.existing.map((one) => one.marketplaceId))
  const wanted = wantedMarketplaces(question)
  const added = figures.marketplaces
    .filter((one) => one.region === question.account.region && wanted(one) && !held.has(one.id))
    .map((one) => ({
      accountId: question.account.id,
      marketplaceId: brand<MarketplaceId>(one.id),
      country: one.country,
      name: one.name,
      currency: one.currency,
      zone: one.zone,
      wantedFrom: addDays(brand<Day>(epochDayAt(question.now, one.zone)), -historyDays),
      adsProfileId: null,
    }))
  return [...question.existing.map(withoutId), ...added]
}

function wantedMarketplaces({ participations, countries }: ChannelQuestion): (one: { id: string; country: string }) => boolean {
  if (participations === null) return (one) => countries.includes(one.country)
  const takingPart = new Set(participations.filter((one) => one.participating).map((one) => one.marketplaceId))
  return (one) => takingPart.has(one.id)
}

function withoutId(channel: Channel): NewChannel {
  const { accountId, marketplaceId, country, name, currency, zone, wantedFrom, adsProfileId } = channel
  return { accountId, marketplaceId, country, name, currency, zone, wantedFrom, adsProfileId }
}
