import type { AccountId, Instant } from '../../../shared/domain/ids.ts'
import type { Notice, NoticeCode } from '../../../shared/domain/notice.ts'
import type { Status } from '../../../shared/domain/status.ts'

export interface FamilyStanding {
  readonly status: Status
  readonly cause: string | null
  readonly facts: Readonly<Record<string, string | number | null>>
}

/** What notices and the tray need of an account, however its health was computed. */
export interface AccountStanding {
  readonly accountId: AccountId
  readonly name: string
  readonly statuses: readonly Status[]
  readonly selling: FamilyStanding
  readonly advertising: FamilyStanding | null
  /** Days that can still be fetched, the most of any dataset. */
  readonly missingDays: number
  /** Dataset days that left Amazon before they were fetched. */
  readonly lostDays: number
  readonly paused: boolean
}

export interface NoticeQuestion {
  readonly accounts: readonly AccountStanding[]
  /** Notices neither withdrawn nor replaced: they are the memory of what has been told. */
  readonly standing: readonly Notice[]
  /** Lost days of the last look, per account; an account that is not in it is looked at for the first time. */
  readonly lostBefore: ReadonlyMap<AccountId, number>
  /** Days before an end at which a notice is posted. */
  readonly ladder: readonly number[]
  readonly now: Instant
}

/** A notice to be posted. A quiet one appears in the list only, because a digest tells about it. */
export interface NoticeDraft extends Pick<Notice, 'key' | 'code' | 'accountId' | 'channelId' | 'facts'> {
  readonly quiet: boolean
}

export interface NoticeDecision {
  readonly post: readonly NoticeDraft[]
  /** Keys of notices whose reason is gone. */
  readonly withdraw: readonly string[]
  /** Keys whose toast is taken off the screen while the notice stays in the list. */
  readonly hush: readonly string[]
}

/** Codes that say something needs somebody; the others are news. */
export const INCIDENT_CODES: ReadonlySet<NoticeCode> = new Set<NoticeCode>([
  'reconnect-required',
  'ads-reconnect-required',
  'account-problem',
  'publisher-problem',
  'amazon-trouble',
  'access-reduced',
  'expiring-soon',
  'days-lost',
])
