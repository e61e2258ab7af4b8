import { readFileSync, writeFileSync } from 'node:fs'
import { startChild, type Child } from './child.ts'
import type { Copy, Layout } from './layout.ts'
import type { Setup } from './setup.ts'

export interface LogLine {
  readonly seq: number
  readonly at: number
  readonly api: string
  readonly method: string
  readonly operation?: string
  readonly path: string
  readonly account?: string
  readonly status: number
  readonly note?: string
}

/** The stand-in and the broker, each a process of its own on loopback. */
export interface Amazon {
  readonly clockUrl: string
  setClock(turn: { readonly set?: number; readonly rate?: number }): Promise<void>
  control(path: string, body: object): Promise<unknown>
  read(path: string): Promise<unknown>
  log(since: number): Promise<readonly LogLine[]>
  stop(): Promise<void>
}

interface PublisherApp {
  readonly applicationId: string
  readonly clientId: string
  readonly clientSecret: string
  readonly tokenUrl: string
}

/** Share of the stand-in's usual orders: enough for lively charts, little enough to be built in a minute. */
const VOLUME = '0.25'
const ISSUERS = ['seller', 'vendor', 'ads'].flatMap((kind) => ['na', 'eu', 'fe'].map((region) => `${kind}-${region}`))

export async function startAmazon(layout: Layout, setup: Setup, copy: Copy, start: { readonly at: string }): Promise<Amazon> {
  const standIn = await startChild(
    [
      'src/stand-in/main.ts',
      '--port',
      String(setup.amazonPort),
      '--seed',
      'springline-demo',
      '--volume',
      VOLUME,
      '--start',
      start.at,
      '--state',
      copy.amazonState,
      '--endpoints-out',
      layout.endpoints,
    ],
    {},
  )
  const origin = String(standIn.ready['origin'])
  const broker = await startBrokerFor(origin, setup)
  addBrokerAddress(layout, setup)
  return amazonAt(origin, [broker, standIn])
}

/** The stand-in wrote its own addresses; the broker's is ours to add. */
function addBrokerAddress(layout: Layout, setup: Setup): void {
  const endpoints = JSON.parse(readFileSync(layout.endpoints, 'utf8')) as object
  writeFileSync(layout.endpoints, JSON.stringify({ ...endpoints, broker: `http://127.0.0.1:${setup.brokerPort}` }, null, 2), {
    mode: 0o600,
  })
}

async function startBrokerFor(origin: string, setup: Setup): Promise<Child> {
  const world = (await (await fetch(`${origin}/control/world`)).json()) as {
    publisher: { selling: Record<string, PublisherApp>; advertising: Record<string, PublisherApp> }
  }
  const brokerOrigin = `http://127.0.0.1:${setup.brokerPort}`
  await post(`${origin}/control/redirects`, { uris: ISSUERS.map((issuer) => `${brokerOrigin}/callback/${issuer}`) })
  const selling = world.publisher.selling['eu']
  const ads = Object.entries(world.publisher.advertising).flatMap(([region, app]) => [
    [`BROKER_ADS_${region.toUpperCase()}_CLIENT_ID`, app.clientId],
    [`BROKER_ADS_${region.toUpperCase()}_CLIENT_SECRET`, app.clientSecret],
    [`BROKER_ADS_${region.toUpperCase()}_TOKEN_URL`, app.tokenUrl],
  ])
  return startChild(['src/demo/broker-process.ts'], {
    DEMO_CLOCK_URL: `${origin}/clock`,
    BROKER_ALLOW_LOOPBACK: '1',
    BROKER_PORT: String(setup.brokerPort),
    BROKER_KEYS: `demo:${setup.brokerKey}`,
    BROKER_SELLING_APPLICATION_ID: selling?.applicationId ?? '',
    BROKER_SELLING_CLIENT_ID: selling?.clientId ?? '',
    BROKER_SELLING_CLIENT_SECRET: selling?.clientSecret ?? '',
    BROKER_SELLING_TOKEN_URL: selling?.tokenUrl ?? '',
    ...(Object.fromEntries(ads) as Record<string, string>),
  })
}

function amazonAt(origin: string, children: readonly Child[]): Amazon {
  const read = async (path: string) => (await fetch(`${origin}${path}`)).json()
  return {
    clockUrl: `${origin}/clock`,
    setClock: async (turn) => void (await post(`${origin}/control/clock`, turn)),
    control: (path, body) => post(`${origin}/control/${path}`, body),
    read,
    log: async (since) => (await read(`/control/log?since=${since}`)) as LogLine[],
    stop: async () => void (await Promise.all(children.map((child) => child.stop()))),
  }
}

async function post(url: string, body: object): Promise<unknown> {
  const answer = await fetch(url, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) })
  if (!answer.ok) throw new Error(`${new URL(url).pathname} answered ${answer.status}: ${(await answer.text()).slice(0, 200)}`)
  return answer.json()
}
