import { err, ok } from '../../../shared/lib/result.ts'
import type { ChannelId } from '../../../shared/domain/ids.ts'
import type { CallWord, ParticipationWord } from '../ports/examiner.ts'
import { askAs, wordOf, type Examined } from './examined.ts'
import { matchProfiles } from './match-profiles.ts'
import { identityCall } from './prove-identity.ts'

/** Whether each channel's marketplace is in the seller's own list, and how it stands there. */
export async function examineParticipations(examined: Examined): Promise<CallWord<readonly ParticipationWord[]>> {
  const { world, channels } = examined
  const answer = wordOf(await askAs(examined, 'selling', (caller) => world.ports.sellingApi.participations(caller)))
  if (answer.value === null) return { ...answer, value: null }
  const list = answer.value
  return {
    ...answer,
    value: channels.map(({ id, marketplaceId }) => {
      const here = list.find((one) => one.marketplaceId === marketplaceId)
      return { channelId: id, participating: here?.participating ?? false, suspendedListings: here?.suspendedListings ?? false }
    }),
  }
}

/** The call that Amazon answers to nobody but the owner; asked once, because a diagnosis does not wait. */
export async function examineIdentity(examined: Examined): Promise<CallWord<'proven'> | null> {
  const { world, account, channels } = examined
  const call = identityCall(
    { kind: account.kind, sellingPartnerId: account.sellingPartnerId, marketplaceId: channels[0]?.marketplaceId ?? null },
    world.ports.clock.now(),
  )
  if (call === null) return null
  const answer = await askAs(examined, 'selling', (caller) => world.ports.sellingApi.probe(caller, call))
  return answer.ok ? { value: 'proven', cause: null, said: answer.value.evidence } : wordOf(err(answer.error))
}

/** Channels whose known profile is still among those the permission sees. */
export async function examineProfiles(
  examined: Examined,
): Promise<CallWord<{ readonly seen: readonly ChannelId[]; readonly other: boolean }>> {
  const { world, account, channels } = examined
  const answer = await askAs(examined, 'advertising', (caller) => world.ports.adsApi.profiles(caller))
  if (!answer.ok) return wordOf(err(answer.error))
  const profiles = answer.value
  const seen = channels.filter((one) => profiles.some((profile) => profile.profileId === one.adsProfileId)).map((one) => one.id)
  const isStrange =
    profiles.length > 0 &&
    seen.length === 0 &&
    matchProfiles({ account, channels, profiles, stored: null, taken: new Set() }).identity === null
  return wordOf(ok({ seen, other: isStrange }))
}
