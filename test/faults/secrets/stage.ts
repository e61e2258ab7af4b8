import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { startChild, type Child } from '../../../src/demo/child.ts'
import { PROGRAM } from '../../../src/demo/layout.ts'
import { consentAs } from '../../../src/demo/person.ts'
import type { PublisherApp, WorldView } from '../../../src/stand-in/control/world-view.ts'
import type { PrivateGrant } from '../../../src/stand-in/control/private-grant.ts'
import { createCanaryBook, type CanaryBook } from './canary-book.ts'
import type { Place } from './scan.ts'
import { openTap } from './tap.ts'

const ISSUERS = ['seller', 'vendor', 'ads'].flatMap((kind) => ['na', 'eu', 'fe'].map((region) => `${kind}-${region}`))

export interface Stage {
  readonly book: CanaryBook
  /** Everything the product may write: its data directory and the person's home. Nothing of the stage's own lies there. */
  readonly watched: string
  readonly data: string
  readonly passphraseFile: string
  readonly env: Readonly<Record<string, string>>
  readonly endpoints: string
  /** What every process said. */
  readonly said: Place[]
  control(path: string, body: object): Promise<unknown>
  grant(account: string, family: 'selling' | 'advertising'): Promise<PrivateGrant>
  /** A file of the person's own, outside of everything watched. */
  giveFile(name: string, text: string): string
  /** One command to its end; whoever is named walks through Amazon's pages when it asks for consent. */
  run(args: readonly string[], person?: string): Promise<{ readonly code: number; readonly out: string }>
  close(): Promise<void>
}

/** The product's processes, a local Amazon and a real broker, each apart, with a tap on every wire between them. */
export async function openStage(): Promise<Stage> {
  const root = mkdtempSync(join(tmpdir(), 'springline-secrets-'))
  const folder = (name: string) => {
    mkdirSync(join(root, name), { mode: 0o700 })
    return join(root, name)
  }
  const [watched, given] = [folder('watched'), folder('given')]
  const book = createCanaryBook()
  const [toAmazon, toBroker] = [await openTap(book), await openTap(book)]
  const endpoints = join(given, 'endpoints.json')
  const amazon = await startChild(
    ['src/stand-in/main.ts', '--port', '0', '--start', new Date().toISOString(), '--rate', '1', '--endpoints-out', endpoints],
    {},
  )
  const origin = String(amazon.ready['origin'])
  toAmazon.aim(origin)
  const broker = await startBroker({ origin, amazon: toAmazon.origin, own: toBroker.origin, book })
  toBroker.aim(
    String(broker.ready['origin']).includes(toBroker.origin)
      ? `http://127.0.0.1:${String(broker.ready['port'])}`
      : String(broker.ready['origin']),
  )
  writeFileSync(
    endpoints,
    JSON.stringify({
      ...(JSON.parse(readFileSync(endpoints, 'utf8').replaceAll(origin, toAmazon.origin)) as object),
      broker: toBroker.origin,
    }),
  )
  await post(`${origin}/control/pace`, { queueMs: [0, 0], quotas: 'off' })
  const said: Place[] = []
  for (const [name, child] of [
    ['broker', broker],
    ['stand-in', amazon],
  ] as const)
    listen(said, name, child)
  const passphrase = randomBytes(24).toString('base64url')
  book.add('passphrase', passphrase)
  const passphraseFile = join(given, 'passphrase')
  writeFileSync(passphraseFile, `${passphrase}\n`, { mode: 0o600 })
  const data = join(watched, 'data')
  const env = {
    HOME: watched,
    XDG_DATA_HOME: join(watched, 'share'),
    XDG_CONFIG_HOME: join(watched, 'config'),
    SPRINGLINE_CLOCK_URL: `${origin}/clock`,
    SPRINGLINE_HISTORY_DAYS: '12',
  }
  return {
    book,
    watched,
    data,
    passphraseFile,
    env,
    endpoints,
    said,
    control: (path, body) => post(`${origin}/control/${path}`, body),
    grant: async (account, family) => (await post(`${origin}/control/private-grant`, { account, family })) as PrivateGrant,
    giveFile(name, text) {
      writeFileSync(join(given, name), text, { mode: 0o600 })
      return join(given, name)
    },
    run: (args, person) =>
      runCommand([...args, '--data-dir', data, '--endpoints', endpoints, '--passphrase-file', passphraseFile], {
        env,
        said,
        person: person ?? null,
      }),
    async close() {
      for (const child of [broker, amazon]) await child.stop()
      for (const tap of [toAmazon, toBroker]) await tap.close()
      rmSync(root, { recursive: true, force: true })
    },
  }
}

interface BrokerPlaces {
  readonly origin: string
  readonly amazon: string
  readonly own: string
  readonly book: CanaryBook
}

/** The broker as it is deployed; its secrets are canaries too. */
async function startBroker({ origin, amazon, own, book }: BrokerPlaces): Promise<Child> {
  const { publisher } = (await (await fetch(`${origin}/control/world`)).json()) as WorldView
  await post(`${origin}/control/redirects`, { uris: ISSUERS.map((issuer) => `${own}/callback/${issuer}`) })
  const key = randomBytes(32).toString('base64url')
  const apps: readonly (readonly [string, PublisherApp | undefined])[] = [
    ['BROKER_SELLING', publisher.selling['eu']],
    ['BROKER_ADS_EU', publisher.advertising['eu']],
  ]
  book.add('broker key', key)
  const env: Record<string, string> = {
    BROKER_ALLOW_LOOPBACK: '1',
    BROKER_PORT: '0',
    BROKER_ORIGIN: own,
    BROKER_KEYS: `k1:${key}`,
    BROKER_SELLING_APPLICATION_ID: apps[0]?.[1]?.applicationId ?? '',
  }
  for (const [prefix, app] of apps) {
    if (!app) continue
    book.add('publisher’s client secret', app.clientSecret)
    Object.assign(env, {
      [`${prefix}_CLIENT_ID`]: app.clientId,
      [`${prefix}_CLIENT_SECRET`]: app.clientSecret,
      [`${prefix}_TOKEN_URL`]: app.tokenUrl.replace(origin, amazon),
    })
  }
  return startChild(['src/broker/main.ts'], env)
}

function listen(said: Place[], name: string, { process: child }: Child): void {
  const note = (bytes: Buffer) => void said.push({ name, bytes })
  child.stdout?.on('data', note)
  child.stderr?.on('data', note)
}

interface Running {
  readonly env: Readonly<Record<string, string>>
  readonly said: Place[]
  readonly person: string | null
}

/** The address of the consent pages is said on purpose, to be opened; everything else a command says is kept for the search. */
function runCommand(args: readonly string[], { env, said, person }: Running): Promise<{ readonly code: number; readonly out: string }> {
  const child = spawn(process.execPath, ['out/main/springline.js', ...args], {
    cwd: PROGRAM,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const name = `springline ${args[0] ?? ''}`
  let out = ''
  child.stdout.on('data', (bytes: Buffer) => {
    out += bytes.toString('utf8')
    said.push({ name, bytes })
  })
  let walk: Promise<void> = Promise.resolve()
  createInterface({ input: child.stderr }).on('line', (line) => {
    if (line.startsWith('http') && person !== null) walk = consentAs(person, line.trim())
    else said.push({ name, bytes: Buffer.from(line) })
  })
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) => void walk.then(() => resolve({ code: code ?? -1, out }), reject))
  })
}

async function post(url: string, body: object): Promise<unknown> {
  const answer = await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })
  if (!answer.ok) throw new Error(`${new URL(url).pathname} answered ${answer.status}`)
  return answer.json()
}
