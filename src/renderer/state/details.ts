import type { Topic } from '../../shared/contract/events.ts'
import type {
  AccountDetailView,
  ActivityView,
  BackfillView,
  CoverageView,
  DayEvidenceView,
} from '../../shared/contract/views/channel-detail.ts'
import type { FindingsView } from '../../shared/contract/views/findings.ts'
import type { AccountId, ChannelId } from '../../shared/domain/ids.ts'
import type { Client } from '../transport/client.ts'
import { createResource, type Resource } from './resource.ts'
import { createShelf } from './shelf.ts'

/** Days as `YYYY-MM-DD`, both ends included. */
export interface DayRange {
  readonly channelId: ChannelId
  readonly from: string
  readonly to: string
}

/** What the detail page of a channel shows. */
export interface Details {
  account(accountId: AccountId): Resource<AccountDetailView>
  coverage(range: DayRange): Resource<CoverageView>
  day(channelId: ChannelId, day: string): Resource<DayEvidenceView>
  backfill(accountId: AccountId): Resource<BackfillView>
  activity(accountId: AccountId | null): Resource<ActivityView>
  /** What of Amazon's answers was not understood, of all accounts. */
  readonly findings: Resource<FindingsView>
  told(topics: readonly Topic[]): void
}

/** Lines of the time-line asked for at once. */
const ACTIVITY_LIMIT = 200
const FINDINGS_LIMIT = 200

export function createDetails(client: Client, later: (run: () => void, ms: number) => void): Details {
  const account = createShelf({
    read: (params: { readonly accountId: AccountId }) => client.call('accounts.detail', params),
    topics: ['channels', 'coverage'],
    later,
  })
  const coverage = createShelf({ read: (params: DayRange) => client.call('coverage.read', params), topics: ['coverage'], later })
  const day = createShelf({
    read: (params: { readonly channelId: ChannelId; readonly day: string }) => client.call('coverage.day', params),
    topics: ['coverage'],
    later,
  })
  const backfill = createShelf({
    read: (params: { readonly accountId: AccountId }) => client.call('backfill.read', params),
    topics: ['backfill', 'coverage'],
    later,
  })
  const activity = createShelf({
    read: (params: { readonly accountId: AccountId | null }) => client.call('activity.read', { ...params, limit: ACTIVITY_LIMIT }),
    topics: ['activity'],
    later,
  })
  const findings = createResource<FindingsView>({
    read: () => client.call('findings.list', { limit: FINDINGS_LIMIT }),
    topics: ['activity'],
    later,
  })
  return {
    findings,
    account: (accountId) => account.of({ accountId }),
    coverage: ({ channelId, from, to }) => coverage.of({ channelId, from, to }),
    day: (channelId, asked) => day.of({ channelId, day: asked }),
    backfill: (accountId) => backfill.of({ accountId }),
    activity: (accountId) => activity.of({ accountId }),
    told: (topics) => {
      for (const shelf of [account, coverage, day, backfill, activity, findings]) shelf.told(topics)
    },
  }
}
