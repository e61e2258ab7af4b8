import type { Region } from '../shared/domain/region.ts'

/** One symmetric key. `id` travels in the clear and names it; `bytes` are 32 and never leave the process. */
export interface BrokerKey {
  readonly id: string
  readonly bytes: Uint8Array
}

/** What the login endpoint needs. One security profile at Amazon. */
export interface LoginApp {
  readonly clientId: string
  readonly clientSecret: string
  readonly tokenUrl: string
}

export interface SellingApp extends LoginApp {
  readonly applicationId: string
  /** True while the app is a draft at Amazon: consent then needs `version=beta`, or it ends in MD1000. */
  readonly beta: boolean
}

export interface BrokerConfig {
  /** Public origin, without a trailing slash, e.g. https://login.example.com. */
  readonly origin: string
  /** Newest first. The first seals; the others only open. */
  readonly keys: readonly BrokerKey[]
  readonly selling: SellingApp | undefined
  readonly ads: Readonly<Partial<Record<Region, LoginApp>>>
  /** Plain http to 127.0.0.1, for a local Amazon. Never in a deployed broker. */
  readonly allowLoopback: boolean
}

/** What happened to one request, in closed words only: nothing a person or Amazon sent is ever part of it. */
export interface BrokerLogLine {
  readonly route: string
  readonly outcome: string
  readonly ms: number
}

/** The world the broker stands in. `now`: milliseconds since the epoch. */
export interface BrokerPorts {
  readonly fetch: typeof fetch
  readonly now: () => number
  readonly randomBytes: (count: number) => Uint8Array
  readonly log: (line: BrokerLogLine) => void
}
