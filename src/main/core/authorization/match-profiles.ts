import type { AmazonAccount, Channel } from '../../../shared/domain/account.ts'
import type { Authorization } from '../../../shared/domain/authorization.ts'
import type { AccountId } from '../../../shared/domain/ids.ts'
import type { ChannelProfile } from '../ports/account-store.ts'
import type { AdsProfile } from '../ports/ads-api.ts'

export interface ProfileMatch {
  /** Advertising account ids that the matched profiles carry, joined; null when nothing matched. */
  readonly identity: string | null
  readonly profiles: readonly ChannelProfile[]
}

const SEPARATOR = ','

export interface ProfileQuestion {
  readonly account: AmazonAccount
  readonly channels: readonly Channel[]
  readonly profiles: readonly AdsProfile[]
  /** Advertising ids this account was proven by before, joined; null the first time. */
  readonly stored: string | null
  /** Advertising ids that belong to other accounts here. */
  readonly taken: ReadonlySet<string>
}

/**
 * Finds the profile of each channel. A seller's profile carries the selling partner id, which proves the account, also in
 * the list of an agency that sees many. A vendor's carries an id of its own: the one stored from before proves it; the
 * first time, a marketplace counts only when it has exactly one vendor profile that is no other account's, because any
 * choice between several would be a guess. A marketplace without advertising simply has no profile.
 */
export function matchProfiles({ account, channels, profiles, stored, taken }: ProfileQuestion): ProfileMatch {
  const known = new Set(stored?.split(SEPARATOR) ?? [])
  const found = channels.flatMap((channel) => {
    const here = profiles.filter((one) => one.marketplaceId === channel.marketplaceId)
    const profile = account.kind === 'seller' ? sellerProfile(here, account) : vendorProfile(here, known, taken)
    return profile ? [{ channelId: channel.id, profile }] : []
  })
  const ids = [...new Set(found.map((one) => one.profile.accountId))].sort()
  return {
    identity: ids.length === 0 ? null : ids.join(SEPARATOR),
    profiles: found.map((one) => ({ channelId: one.channelId, profileId: one.profile.profileId, zone: one.profile.zone })),
  }
}

/** What the signed-in person's profiles belong to, for *that was a different account*. */
export function foundIdentityOf(profiles: readonly AdsProfile[]): string {
  return profiles[0]?.accountId ?? 'none'
}

/** Advertising ids that authorizations prove for anybody but this account. */
export function idsOfOthers(authorizations: readonly Authorization[], accountId: AccountId): ReadonlySet<string> {
  const others = authorizations.filter((one) => one.family === 'advertising' && one.accountId !== accountId)
  return new Set(others.flatMap((one) => one.identity?.split(SEPARATOR) ?? []))
}

function sellerProfile(here: readonly AdsProfile[], account: AmazonAccount): AdsProfile | undefined {
  return here.find((one) => one.kind !== 'vendor' && one.accountId === account.sellingPartnerId)
}

function vendorProfile(here: readonly AdsProfile[], known: ReadonlySet<string>, taken: ReadonlySet<string>): AdsProfile | undefined {
  if (known.size > 0) return here.find((one) => known.has(one.accountId))
  const vendors = here.filter((one) => one.kind === 'vendor')
  const [only] = vendors
  return vendors.length === 1 && only !== undefined && !taken.has(only.accountId) ? only : undefined
}
