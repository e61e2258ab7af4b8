import type { Core } from '../core.ts'
import type { Fault } from '../faults/fault.ts'
import type { Fields } from '../lib/fields.ts'
import type { LogLine } from '../request-log.ts'
import { rotateSecret } from '../login/client-secrets.ts'
import { ControlRefusal } from './control-refusal.ts'
import { orderFault, removeFault } from './fault-orders.ts'
import { givePrivateGrant, type PrivateGrant } from './private-grant.ts'
import { setPace } from './pace.ts'
import { truthOf, type Truth, type TruthQuery } from './truth.ts'
import { describeWorld, type WorldView } from './world-view.ts'

/** What tests and the demo turn; the same over HTTP and as plain functions. */
export type Control = {
  clock(order: { set?: number; advance?: number; rate?: number }): { now: number; rate: number }
  world(): WorldView
  privateGrant(order: Fields): PrivateGrant
  /** A new client secret for an app; the old one works for seven more days. */
  rotateSecret(order: { clientId: string }): { clientSecret: string }
  redirects(order: { uris: readonly string[]; loginUri?: string }): { uris: readonly string[] }
  fault(order: Fields): { id: string }
  removeFault(id: string): void
  clearFaults(): void
  faults(): readonly Fault[]
  pace(order: Fields): { queueMs: readonly [number, number]; quotas: string }
  log(since?: number): readonly LogLine[]
  clearLog(): void
  truth(query: TruthQuery): Truth
  /** What every account really has left to ask of the selling API now. */
  quotas(): readonly QuotaLevel[]
}

export type QuotaLevel = {
  readonly operation: string
  readonly account: string
  readonly region: string
  readonly tokens: number
  readonly perSecond: number
  readonly burst: number
}

export function createControl(core: Core): Control {
  return {
    clock: ({ set, advance, rate }) => {
      if (set !== undefined) core.clock.set(set)
      if (advance !== undefined) core.clock.advance(advance)
      if (rate !== undefined) core.clock.setRate(rate)
      return { now: core.clock.now(), rate: core.clock.rate() }
    },
    world: () => describeWorld(core),
    privateGrant: (order) => givePrivateGrant(core, order),
    rotateSecret: ({ clientId }) => {
      const client = core.publisher.find(clientId)
      if (client === undefined) throw new ControlRefusal('clientId is not one of this world')
      return { clientSecret: rotateSecret(core, client) }
    },
    redirects: ({ uris, loginUri }) => {
      core.state.redirects = [...new Set([...core.state.redirects, ...uris])]
      if (loginUri !== undefined) core.state.loginUri = loginUri
      core.changed()
      return { uris: core.state.redirects }
    },
    fault: (order) => orderFault(core, order),
    removeFault: (id) => removeFault(core, id),
    clearFaults: () => {
      for (const fault of core.state.faults.slice()) removeFault(core, fault.id)
    },
    faults: () => core.state.faults,
    pace: (order) => setPace(core, order),
    log: (since = 0) => core.log.since(since),
    clearLog: () => core.log.clear(),
    truth: (query) => truthOf(core, query),
    quotas: () =>
      core.sellingBuckets.levels(core.now()).map(({ key, tokens, rate }) => {
        const [operation = '', account = '', , region = ''] = key.split('|')
        return { operation, account, region, tokens, ...rate }
      }),
  }
}
