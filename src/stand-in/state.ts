import type { Fault } from './faults/fault.ts'
import type { Rate } from './quota/rates.ts'
import type { Family } from './world/spec.ts'
import type { Region } from './world/marketplaces.ts'

/** A consent somebody gave: one account to one client. Tokens are sealed references to it. */
export type Grant = {
  readonly id: string
  readonly accountId: string
  readonly family: Family
  readonly region: Region
  readonly clientId: string
  readonly consentedAt: number
  /** Renewals are refused from here on. */
  endsAt: number
  /** Access tokens handed out earlier are refused too. */
  hardRevoked: boolean
}

/** A consent code on its way to the token endpoint. */
export type ConsentCode = {
  readonly code: string
  readonly grantId: string
  readonly clientId: string
  readonly redirectUri: string
  readonly scope?: string
  readonly challenge?: { readonly value: string; readonly method: string }
  readonly endsAt: number
  used: boolean
}

/** A report somebody asked the selling API for. */
export type ReportRow = {
  readonly id: string
  readonly accountId: string
  readonly clientId: string
  readonly region: Region
  readonly type: string
  readonly marketplaceIds: readonly string[]
  readonly startMs: number | undefined
  readonly endMs: number | undefined
  /** The days as written, for types that do not look at the time of day. */
  readonly startDay: string | undefined
  readonly endDay: string | undefined
  readonly options: Readonly<Record<string, string>>
  readonly createdAt: number
  readonly startsAt: number
  /** When it will be finished; its document shows the world as of this instant. */
  readonly endsAt: number
  cancelled: boolean
  /** Decided once, when first looked at after `endsAt`. */
  outcome?: ReportOutcome
}

export type ReportOutcome =
  | { readonly kind: 'done' | 'cancelled' }
  | { readonly kind: 'fatal'; readonly reason: string }
  | { readonly kind: 'sentence'; readonly sentence: string }

/** A query somebody asked Data Kiosk; its days are written as the marketplaces' own. */
export type QueryRow = {
  readonly id: string
  readonly accountId: string
  readonly clientId: string
  readonly region: Region
  readonly text: string
  readonly marketplaceIds: readonly string[]
  readonly from: string
  readonly to: string
  readonly createdAt: number
  readonly startsAt: number
  /** When it will be finished; its document shows the world as of this instant. */
  readonly endsAt: number
  /** Lines of the result that pages before this one hold, and the instant at which the first of them showed the world. */
  readonly skip: number
  readonly asOf?: number
  outcome?: 'done' | 'empty' | 'failed' | 'cancelled'
  /** What a failed query failed for, as the trouble was ordered. */
  failedFor?: string
}

/** A report somebody asked the advertising API for. */
export type AdsReportRow = {
  readonly id: string
  readonly accountId: string
  readonly clientId: string
  readonly profileId: number
  readonly region: Region
  readonly name: string
  readonly startDate: string
  readonly endDate: string
  readonly columns: readonly string[]
  readonly configuration: Readonly<Record<string, unknown>>
  readonly createdAt: number
  readonly startsAt: number
  readonly endsAt: number
  outcome?: 'completed' | 'failed'
}

/** `pageLines`: lines of one Data Kiosk document; a result with more goes on in another query. Left out: all in one. */
export type Pace = {
  queueMs: readonly [number, number]
  quotas: 'real' | 'off'
  pageLines?: number
  /** How many times longer than Amazon's the addresses of documents and the tokens of pages live. */
  patience?: number
}

/** Everything that changes while the stand-in runs. Plain JSON, so it can be kept in a file. */
export type State = {
  clockMs: number
  clockRate: number
  /** Counts up for ids of every kind. */
  serial: number
  redirects: string[]
  loginUri: string | undefined
  grants: Grant[]
  codes: ConsentCode[]
  reports: ReportRow[]
  queries: QueryRow[]
  adsReports: AdsReportRow[]
  /** `accountId role` pairs taken from every grant. */
  rolesRemoved: string[]
  faults: Fault[]
  /** Client secrets made later than the first, oldest first. */
  rotations: { readonly clientId: string; readonly secret: string; readonly since: number }[]
  pace: Pace
  /** Allowances other than the published ones, by operation of the selling API. */
  rates: Record<string, Rate>
}

export function freshState(clockMs: number, clockRate: number): State {
  return {
    clockMs,
    clockRate,
    serial: 1,
    redirects: [],
    loginUri: undefined,
    grants: [],
    codes: [],
    reports: [],
    queries: [],
    adsReports: [],
    rolesRemoved: [],
    faults: [],
    rotations: [],
    pace: { queueMs: [30_000, 300_000], quotas: 'real' },
    rates: {},
  }
}
