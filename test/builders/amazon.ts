import { randomBytes } from 'node:crypto'
import { startBroker, type RunningBroker } from '../../src/broker/start-broker.ts'
import type { BrokerLogLine } from '../../src/broker/config.ts'
import { createStandIn, type StandIn, type WorldSpec } from '../../src/stand-in/index.ts'

export interface Amazon {
  readonly standIn: StandIn
  readonly broker: RunningBroker
  readonly brokerLog: readonly BrokerLogLine[]
  stop(): Promise<void>
}

const ISSUERS = ['seller', 'vendor', 'ads'].flatMap((kind) => ['na', 'eu', 'fe'].map((region) => `${kind}-${region}`))

/** The stand-in Amazon and a real broker on loopback, both by the stand-in's hand-cranked clock. */
export async function openAmazon(order: { readonly world: WorldSpec; readonly startAt: number }): Promise<Amazon> {
  const standIn = await createStandIn({ world: order.world, startAt: order.startAt, seed: 'journeys' })
  const { selling, advertising } = standIn.control.world().publisher
  const brokerLog: BrokerLogLine[] = []
  const app = (of: typeof selling, region: string) => {
    const found = of[region]
    if (found === undefined) throw new Error(`no publisher app for ${region}`)
    return found
  }
  const broker = await startBroker(
    {
      origin: undefined,
      host: '127.0.0.1',
      port: 0,
      keys: [{ id: 'journeys', bytes: new Uint8Array(randomBytes(32)) }],
      selling: { ...app(selling, 'eu'), beta: false },
      ads: { na: app(advertising, 'na'), eu: app(advertising, 'eu'), fe: app(advertising, 'fe') },
      allowLoopback: true,
    },
    {
      fetch,
      now: () => standIn.clock.now(),
      randomBytes: (count) => new Uint8Array(randomBytes(count)),
      log: (line) => void brokerLog.push(line),
    },
  )
  standIn.control.redirects({ uris: ISSUERS.map((issuer) => `${broker.origin}/callback/${issuer}`) })
  return {
    standIn,
    broker,
    brokerLog,
    stop: async () => {
      await Promise.all([broker.stop(), standIn.stop()])
    },
  }
}
