import type { AmazonAccount, Channel } from '../../../shared/domain/account.ts'
import type { ChannelId } from '../../../shared/domain/ids.ts'
import type { AdsProfile } from '../ports/ads-api.ts'

export interface ProfileMatch {
  /** Advertising account ids that the matched profiles carry, joined; null when nothing matched. */
  readonly identity: string | null
  readonly profiles: readonly { readonly channelId: ChannelId; readonly profileId: string }[]
}

const SEPARATOR = ','

/**
 * Finds the profile of each channel. A seller's profile carries the selling partner id, which proves the account. A
 * vendor's carries an id of its own: the one stored from before proves it; the first time, a marketplace counts only
 * when it has exactly one vendor profile, because any choice between several would be a guess. A marketplace without
 * advertising simply has no profile.
 */
export function matchProfiles(
  account: AmazonAccount,
  channels: readonly Channel[],
  profiles: readonly AdsProfile[],
  stored: string | null,
): ProfileMatch {
  const known = new Set(stored?.split(SEPARATOR) ?? [])
  const found = channels.flatMap((channel) => {
    const here = profiles.filter((one) => one.marketplaceId === channel.marketplaceId && one.kind === account.kind)
    const profile = account.kind === 'seller' ? here.find((one) => one.accountId === account.sellingPartnerId) : vendorProfile(here, known)
    return profile ? [{ channelId: channel.id, profile }] : []
  })
  const ids = [...new Set(found.map((one) => one.profile.accountId))].sort()
  return {
    identity: ids.length === 0 ? null : ids.join(SEPARATOR),
    profiles: found.map((one) => ({ channelId: one.channelId, profileId: one.profile.profileId })),
  }
}

/** What the signed-in person's profiles belong to, for *that was a different account*. */
export function foundIdentityOf(profiles: readonly AdsProfile[]): string {
  return profiles[0]?.accountId ?? 'none'
}

function vendorProfile(here: readonly AdsProfile[], known: ReadonlySet<string>): AdsProfile | undefined {
  if (known.size > 0) return here.find((one) => known.has(one.accountId))
  return here.length === 1 ? here[0] : undefined
}
