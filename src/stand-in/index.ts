import { createClock, type StandInClock } from './clock.ts'
import { createControl, type Control } from './control/control.ts'
import type { Core } from './core.ts'
import { endpointsAt, type EndpointsFile } from './endpoints.ts'
import { createFaultBoard } from './faults/fault-board.ts'
import { createSealer } from './lib/sealing.ts'
import { createPublisher } from './login/clients.ts'
import { createTokenBuckets } from './quota/token-buckets.ts'
import { createRequestLog } from './request-log.ts'
import { createRouter, listen } from './server.ts'
import { freshState, type State } from './state.ts'
import { keepState, readState } from './state-file.ts'
import { demoWorld } from './world/demo-world.ts'
import type { WorldSpec } from './world/spec.ts'
import { createWorld } from './world/world.ts'

export { demoWorld } from './world/demo-world.ts'
export { smallWorld } from './world/small-world.ts'
export type { WorldSpec } from './world/spec.ts'
export type { EndpointsFile } from './endpoints.ts'

export type StandInOptions = {
  /** Default: any free port. */
  readonly port?: number
  readonly seed?: string
  /** Milliseconds since 1970 at which a fresh world starts. */
  readonly startAt?: number
  readonly world?: WorldSpec
  /** Simulated milliseconds per real millisecond. Default 0: the clock stands still until turned. */
  readonly rate?: number
  /** Keeps what changes across restarts. */
  readonly stateFile?: string
  /** Origin of a broker whose nine callbacks are registered as redirect addresses from the start. */
  readonly broker?: string
}

export type StandIn = {
  readonly origin: string
  readonly endpoints: EndpointsFile
  readonly clock: Pick<StandInClock, 'now' | 'set' | 'advance' | 'setRate'>
  readonly control: Control
  stop(): Promise<void>
}

export const DEFAULT_START = Date.UTC(2026, 8, 15, 12)
const ISSUERS = ['seller', 'vendor', 'ads'].flatMap((kind) => ['na', 'eu', 'fe'].map((region) => `${kind}-${region}`))

/** Starts a local Amazon on the loopback address. */
export async function createStandIn(options: StandInOptions = {}): Promise<StandIn> {
  const fresh = freshState(options.startAt ?? DEFAULT_START, options.rate ?? 0)
  const kept = options.stateFile === undefined ? undefined : readState(options.stateFile, fresh)
  const state = kept ?? fresh
  if (options.broker !== undefined) addBroker(state, options.broker)
  const keeper = keepState(options.stateFile, () => ({ ...state, clockMs: clock.now(), clockRate: clock.rate() }))
  const clock = createClock(state.clockMs, options.rate ?? state.clockRate, Date.now, () => keeper.changed())
  let origin = ''
  const core = createCore(options, state, clock, { changed: () => keeper.changed(), origin: () => origin })
  const control = createControl(core)
  const listening = await listen(createRouter(core, control), options.port ?? 0)
  origin = `http://127.0.0.1:${listening.port}`
  return {
    origin,
    endpoints: endpointsAt(origin),
    clock,
    control,
    stop: async () => {
      await listening.close()
      keeper.flush()
    },
  }
}

function createCore(options: StandInOptions, state: State, clock: StandInClock, own: Pick<Core, 'changed' | 'origin'>): Core {
  const seed = options.seed ?? 'springline'
  const world = createWorld(seed, options.world ?? demoWorld())
  const sealer = createSealer(seed)
  const faults = createFaultBoard(
    state,
    () => clock.now(),
    () => own.changed(),
  )
  return {
    world,
    state,
    clock,
    faults,
    sealer,
    log: createRequestLog(),
    publisher: createPublisher(world, sealer),
    sellingBuckets: createTokenBuckets(),
    origin: own.origin,
    changed: own.changed,
    now: () => clock.now() + (faults.look('clock-skew')?.ms ?? 0),
    nextSerial: () => {
      state.serial += 1
      return state.serial
    },
  }
}

function addBroker(state: State, broker: string): void {
  state.redirects = [...new Set([...state.redirects, ...ISSUERS.map((issuer) => `${broker}/callback/${issuer}`)])]
}
