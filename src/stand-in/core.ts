import type { Hono } from 'hono'
import type { HttpBindings } from '@hono/node-server'
import type { StandInClock } from './clock.ts'
import type { FaultBoard } from './faults/fault-board.ts'
import type { Sealer } from './lib/sealing.ts'
import type { Publisher } from './login/clients.ts'
import type { TokenBuckets } from './quota/token-buckets.ts'
import type { RequestLog, RequestNote } from './request-log.ts'
import type { State } from './state.ts'
import type { World } from './world/world.ts'

/** What every surface of the stand-in works with. */
export type Core = {
  readonly world: World
  readonly state: State
  readonly clock: StandInClock
  readonly faults: FaultBoard
  readonly log: RequestLog
  readonly sealer: Sealer
  readonly publisher: Publisher
  /** Allowances of the selling API by operation, account, application and region. */
  readonly sellingBuckets: TokenBuckets
  /** `http://127.0.0.1:port`, known once the server listens. */
  origin(): string
  /** Amazon's clock: the simulated one, unless a skew was ordered. */
  now(): number
  /** To be called after every change of `state`. */
  changed(): void
  /** A new id, unique in this world. */
  nextSerial(): number
}

/** Hono's types for this server: `note` gathers what the log line will say. */
export type Env = { Bindings: HttpBindings; Variables: { note: RequestNote } }
export type Router = Hono<Env>
