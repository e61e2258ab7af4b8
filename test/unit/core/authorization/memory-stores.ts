import { brand } from '../../../../src/shared/lib/brand.ts'
import type { AccessRecord, AccountStore, AccessStore, ActivityStore, AttemptStore } from '../../../../src/main/core/ports/account-store.ts'
import type { AmazonAccount, Channel } from '../../../../src/shared/domain/account.ts'
import type { Activity } from '../../../../src/shared/domain/activity.ts'
import type { Attempt } from '../../../../src/shared/domain/attempt.ts'
import type { Authorization } from '../../../../src/shared/domain/authorization.ts'
import type { ChannelId } from '../../../../src/shared/domain/ids.ts'

export interface MemoryStores {
  readonly accounts: AccountStore
  readonly access: AccessStore
  readonly attempts: AttemptStore
  readonly activity: ActivityStore
  readonly lines: readonly Activity[]
}

/** The stores of this feature in memory, with the rules of the database: one row per account, family and marketplace. */
export function createMemoryStores(): MemoryStores {
  const accounts = new Map<string, AmazonAccount>()
  const authorizations = new Map<string, Authorization>()
  const attempts = new Map<string, Attempt>()
  const access = new Map<string, AccessRecord>()
  const lines: Activity[] = []
  let channels: Channel[] = []
  let nextChannel = 1
  const note = (activity: Activity | null) => void (activity && lines.push(activity))
  const change = (id: string, part: Partial<Authorization>) => {
    const held = authorizations.get(id)
    if (held) authorizations.set(id, { ...held, ...part })
  }
  return {
    lines,
    accounts: {
      accounts: async () => [...accounts.values()],
      channels: async () => channels,
      authorizations: async () => [...authorizations.values()],
      attach: async (order) => {
        accounts.set(order.account.id, order.account)
        authorizations.set(order.authorization.id, order.authorization)
        for (const channel of order.channels) {
          if (channels.some((one) => one.accountId === channel.accountId && one.marketplaceId === channel.marketplaceId)) continue
          channels = [...channels, { ...channel, id: brand<ChannelId>(nextChannel++) }]
        }
        note(order.activity)
      },
      setAuthorizationState: async (id, state, activity) => {
        change(id, { state })
        note(activity)
      },
      noteRenewed: async (id, at) => change(id, { lastRenewedAt: at }),
      setAdsProfiles: async (profiles) => {
        channels = channels.map((one) => {
          const profile = profiles.find((found) => found.channelId === one.id)
          if (!profile) return one
          return { ...one, adsProfileId: profile.profileId, ...(profile.zone === null ? {} : { adsZone: profile.zone }) }
        })
      },
      setSecretEnd: async ({ ids, secretEndsAt, activities }) => {
        for (const id of ids) change(id, { secretEndsAt })
        activities.forEach(note)
      },
      rename: async (id, name) => {
        const one = accounts.get(id)
        if (one) accounts.set(id, { ...one, name })
      },
      setPaused: async (id, paused, activity) => {
        const held = accounts.get(id)
        if (held) accounts.set(id, { ...held, paused })
        note(activity)
      },
    },
    access: {
      all: async () => [...access.values()],
      save: async (records) => records.forEach((one) => access.set(`${one.channelId}/${one.dataset}`, one)),
    },
    attempts: {
      open: async (attempt, activity) => {
        attempts.set(attempt.id, attempt)
        note(activity)
      },
      read: async (id) => attempts.get(id) ?? null,
      standing: async () => [...attempts.values()].filter((one) => one.state.kind !== 'ended'),
      move: async (id, from, to, activity) => {
        const held = attempts.get(id)
        if (held?.state.kind !== from) return false
        attempts.set(id, { ...held, state: to })
        note(activity)
        return true
      },
    },
    activity: {
      add: async (activity) => note(activity),
      newest: async ({ limit }) => lines.slice(-limit).reverse(),
    },
  }
}
