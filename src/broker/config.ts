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

/** A key or client secret with the day it was made, so that its age can be told. It holds nothing of the secret itself. */
export interface DatedSecret {
  /** Only a newest key and a client secret can be overdue: old keys just open. */
  readonly kind: 'newest-key' | 'old-key' | 'client-secret'
  readonly name: string
  /** Milliseconds since the epoch, at the start of a UTC day. */
  readonly since: number
}

/** A bucket of `burst` requests that refills evenly. */
export interface RequestLimit {
  readonly burst: number
  readonly perMinute: number
}

export interface RequestLimits {
  /** For one network address, over all routes but `/health`. */
  readonly address: RequestLimit
  /** For one device key, over what it has signed. */
  readonly device: RequestLimit
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
  /** Left out where nothing is dated: a local broker. */
  readonly dates?: readonly DatedSecret[]
  /** Left out for the usual ones of `policy.ts`. */
  readonly limits?: RequestLimits
  /** Where people get the app, for the page they see when it is not installed. https. */
  readonly appPage?: string | undefined
}

/** What happened to one request, in closed words only: nothing a person or Amazon sent is ever part of it. */
export interface BrokerLogLine {
  readonly route: string
  /** The status that was answered, or `exception`. */
  readonly outcome: string
  /** The closed code of a refusal. */
  readonly failure?: string
  readonly ms: number
}

/** The world the broker stands in. `now`: milliseconds since the epoch. */
export interface BrokerPorts {
  readonly fetch: typeof fetch
  readonly now: () => number
  readonly randomBytes: (count: number) => Uint8Array
  readonly log: (line: BrokerLogLine) => void
}
