import { randomBytes } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { startBroker, type RunningBroker } from '../../../src/broker/start-broker.ts'
import type { Region } from '../../../src/shared/domain/region.ts'
import { createStandIn, type StandIn, type WorldSpec } from '../../../src/stand-in/index.ts'
import type { Place } from './layout.ts'

/** The afternoon on which every test begins. */
export const TODAY = Date.UTC(2026, 8, 15, 12)
export const DAY = 86_400_000
/** Simulated ms per real ms: the two to four minutes between two renewals pass in seconds. */
export const QUICK = 120

/** One key for the whole run, because a copied data directory holds credentials sealed with it. */
const KEY = new Uint8Array(randomBytes(32))
const ADS_REGIONS: readonly Region[] = ['na', 'eu', 'fe']

/** Two sellers who can be mistaken for one another, and a vendor. */
export const WORLD: WorldSpec = {
  accounts: [
    {
      id: 'solo',
      name: 'Solo Home',
      kind: 'seller',
      region: 'eu',
      sellingPartnerId: 'A1SOLOHOME0001',
      theme: 'home',
      openedOn: '2024-01-01',
      channels: [{ country: 'DE', ordersPerDay: 12, ads: { profileId: 1_000_200_030_004_001, campaigns: 3 } }],
    },
    {
      id: 'other',
      name: 'Other Goods',
      kind: 'seller',
      region: 'eu',
      sellingPartnerId: 'A2OTHERGOODS02',
      theme: 'audio',
      openedOn: '2024-01-01',
      channels: [{ country: 'DE', ordersPerDay: 6 }],
    },
    {
      id: 'maker',
      name: 'Maker Works',
      kind: 'vendor',
      region: 'eu',
      sellingPartnerId: 'amzn1.vg.4400112',
      theme: 'outdoors',
      openedOn: '2024-01-01',
      channels: [{ country: 'DE', ordersPerDay: 20 }],
    },
  ],
}

/** The local Amazon and a broker in this process; both live by the stand-in's clock. */
export interface Amazon extends StandIn {
  readonly clockUrl: string
}

export async function startAmazon(place: Place, startAt: number): Promise<Amazon> {
  const brokerOrigin = `http://127.0.0.1:${place.brokerPort}`
  const standIn = await createStandIn({
    port: place.amazonPort,
    seed: 'springline-e2e',
    startAt,
    world: WORLD,
    stateFile: place.amazonState,
    broker: brokerOrigin,
  })
  const broker = await startBrokerFor(standIn, place.brokerPort)
  writeFileSync(place.endpoints, JSON.stringify({ ...standIn.endpoints, broker: brokerOrigin }), { mode: 0o600 })
  return {
    ...standIn,
    clockUrl: `${standIn.origin}/clock`,
    stop: async () => {
      await broker.stop()
      await standIn.stop()
    },
  }
}

async function startBrokerFor(standIn: StandIn, port: number): Promise<RunningBroker> {
  const { publisher } = standIn.control.world()
  const selling = publisher.selling['eu']
  if (!selling) throw new Error('the stand-in has no publisher')
  const ads = Object.fromEntries(
    ADS_REGIONS.flatMap((region) => {
      const app = publisher.advertising[region]
      return app ? [[region, app] as const] : []
    }),
  )
  return startBroker(
    {
      origin: undefined,
      host: '127.0.0.1',
      port,
      keys: [{ id: 'e2e', bytes: KEY }],
      selling: { ...selling, beta: false },
      ads,
      allowLoopback: true,
    },
    { fetch, now: () => standIn.clock.now(), randomBytes: (count) => new Uint8Array(randomBytes(count)), log: () => undefined },
  )
}
