import type { AmazonAccount, Channel } from '../../../shared/domain/account.ts'
import type { Authorization, AuthorizationState } from '../../../shared/domain/authorization.ts'
import type { AccountId, AuthorizationId, ChannelId, DatasetId, Instant } from '../../../shared/domain/ids.ts'
import type { DatasetAccess } from '../../../shared/domain/access.ts'
import type { Attempt, AttemptState } from '../../../shared/domain/attempt.ts'
import type { Activity } from '../../../shared/domain/activity.ts'

/** New channels get their number from the store. */
export type NewChannel = Omit<Channel, 'id' | 'connectedAt' | 'adsConnectedAt' | 'adsZone'>

/** The advertising profile of a channel and the zone of its days; null where Amazon named none that is known. */
export interface ChannelProfile {
  readonly channelId: ChannelId
  readonly profileId: string
  readonly zone: string | null
}

/** Accounts, channels and authorizations. Each method is one unit of work. */
export interface AccountStore {
  accounts(): Promise<readonly AmazonAccount[]>
  channels(): Promise<readonly Channel[]>
  authorizations(): Promise<readonly Authorization[]>
  /** Adds or re-attaches an account with its authorization and channels, in one transaction; existing channels keep their ids. */
  attach(order: {
    readonly account: AmazonAccount
    readonly authorization: Authorization
    readonly channels: readonly NewChannel[]
    readonly activity: Activity
  }): Promise<void>
  setAuthorizationState(id: AuthorizationId, state: AuthorizationState, activity: Activity | null): Promise<void>
  noteRenewed(id: AuthorizationId, at: Instant): Promise<void>
  setAdsProfiles(profiles: readonly ChannelProfile[]): Promise<void>
  /** A private app's client secret was replaced: its forecast end in every permission that stands on it. */
  setSecretEnd(order: {
    readonly ids: readonly AuthorizationId[]
    /** Null while nobody knows the secret's age. */
    readonly secretEndsAt: Instant | null
    readonly activities: readonly Activity[]
  }): Promise<void>
  rename(id: AccountId, name: string): Promise<void>
  setPaused(id: AccountId, paused: boolean, activity: Activity): Promise<void>
}

export interface AccessRecord {
  readonly channelId: ChannelId
  readonly dataset: DatasetId
  readonly access: DatasetAccess
}

/** What verification and data calls learned about permissions. */
export interface AccessStore {
  all(): Promise<readonly AccessRecord[]>
  save(records: readonly AccessRecord[]): Promise<void>
}

/** Attempts are rows, so a restart in the middle is harmless. */
export interface AttemptStore {
  open(attempt: Attempt, activity: Activity): Promise<void>
  read(id: Attempt['id']): Promise<Attempt | null>
  /** Attempts that have not ended. */
  standing(): Promise<readonly Attempt[]>
  /** Moves on only from the expected state; false when somebody else was faster. */
  move(id: Attempt['id'], from: AttemptState['kind'], to: AttemptState, activity: Activity | null): Promise<boolean>
}

export interface ActivityStore {
  add(activity: Activity): Promise<void>
  newest(filter: { readonly accountId?: AccountId; readonly limit: number }): Promise<readonly Activity[]>
}
