import type { DayInterval } from '../../shared/domain/day.ts'
import type { Channel } from '../../shared/domain/account.ts'
import type { Instant } from '../../shared/domain/ids.ts'

/** What a request is made for: one channel and an interval of its days, with the instants they begin and end at. */
export interface RequestScope {
  readonly channel: Channel
  readonly sellingPartnerId: string
  readonly interval: DayInterval
  /** First instant of `interval.from` in the channel's zone. */
  readonly startsAt: Instant
  /** First instant after the interval, never later than now. */
  readonly endsAt: Instant
  readonly now: Instant
}

/** Token bucket of one operation: tokens per second and how many may be saved up. Source: Amazon's models. */
export interface Quota {
  readonly operation: string
  readonly perSecond: number
  readonly burst: number
}

/** The closed list of ways to ask; adapters know how to perform each, datasets say what to ask. */
export type DatasetRequest =
  | {
      readonly kind: 'amazon-report'
      readonly reportType: string
      readonly options: (scope: RequestScope) => Readonly<Record<string, string>>
      /** ISO instants for dataStartTime/dataEndTime; null for snapshots without dates. */
      readonly dates: (scope: RequestScope) => { readonly start: string; readonly end: string } | null
    }
  | {
      readonly kind: 'paged-call'
      readonly quota: Quota
      readonly path: (scope: RequestScope) => string
      readonly query: (scope: RequestScope) => Readonly<Record<string, string>>
      /** Query parameter that carries the cursor of the next page. */
      readonly cursorParameter: string
      /** True where Amazon wants the first page's parameters repeated beside the cursor. */
      readonly repeatQuery: boolean
      /** How long a cursor is good for; a page that is late, or refused, begins the whole slice again. Left out: no limit is known. */
      readonly cursorLivesMs?: number
      /** Parameters with which a new search goes on where a limited one stopped; null for an ordinary cursor. */
      readonly goesOn?: (cursor: string) => Readonly<Record<string, string>> | null
    }
  | {
      /** One call for every few ids of products that the channel holds, all committed together. */
      readonly kind: 'calls-by-id'
      readonly quota: Quota
      readonly path: (scope: RequestScope) => string
      readonly ids: 'asin'
      readonly idsPerCall: number
      /** Ids never asked for bring the next round forward to this long after the last. */
      readonly newIdsAfterMs: number
      readonly query: (scope: RequestScope, ids: readonly string[]) => Readonly<Record<string, string>>
    }
  | {
      /**
       * Documents that cannot be asked for: Amazon makes them by itself and lists them for `lookBackDays`. Each is taken once,
       * for every channel of the account that it holds rows of; which days it owns is said by the document.
       */
      readonly kind: 'listed-reports'
      readonly reportType: string
    }
  | {
      readonly kind: 'data-kiosk'
      /** GraphQL text. The same run always makes the same text: a query found after a crash is adopted by it. */
      readonly query: (scope: RequestScope) => string
    }
  | {
      readonly kind: 'ads-report'
      readonly reportTypeId: string
      readonly adProduct: string
      readonly groupBy: readonly string[]
      readonly columns: readonly string[]
    }

/** Cheap read-only call that shows whether a permission is there (docs/amazon.md §3.2). */
export type Probe =
  | {
      readonly kind: 'call'
      readonly quota: Quota
      readonly path: (scope: RequestScope) => string
      readonly query: (scope: RequestScope) => Readonly<Record<string, string>>
    }
  | { readonly kind: 'first-report' }
  | { readonly kind: 'ads-profiles' }
