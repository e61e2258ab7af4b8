import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { MessageChannel } from 'node:worker_threads'
import { endpointsFile, resolveEndpoints } from '../../src/shared/contract/endpoints.ts'
import type { DatasetId } from '../../src/shared/domain/ids.ts'
import type { Random } from '../../src/main/core/ports/random.ts'
import { createAdsApi } from '../../src/main/adapters/ads-api/create-ads-api.ts'
import { createLogin } from '../../src/main/adapters/login/create-login.ts'
import { createSurroundings } from '../../src/main/adapters/system/create-surroundings.ts'
import { createSellingApi } from '../../src/main/adapters/selling-api/create-selling-api.ts'
import { connectStores } from '../../src/main/adapters/sqlite/calls/connect-stores.ts'
import { joinStores } from '../../src/main/adapters/sqlite/store-parts.ts'
import { openVault } from '../../src/main/adapters/vault/open-vault.ts'
import { createApp } from '../../src/main/core/app.ts'
import type { App } from '../../src/main/core/app-surface.ts'
import type { DocumentIngest } from '../../src/main/core/ports/document-ingest.ts'
import type { KeptDocuments } from '../../src/main/core/ports/kept-documents.ts'
import type { Ports } from '../../src/main/core/ports/ports.ts'
import type { QuotaMark } from '../../src/main/core/ports/quota-store.ts'
import type { Stores } from '../../src/main/core/ports/stores.ts'
import type { Surroundings } from '../../src/main/core/ports/surroundings.ts'
import type { Vault } from '../../src/main/core/ports/vault.ts'
import type { Dataset } from '../../src/main/datasets/dataset.ts'
import { datasets as ownDatasets } from '../../src/main/datasets/index.ts'
import { documentOrigins } from '../../src/main/hosts/common/document-origins.ts'
import { watchDoors } from '../../src/main/hosts/common/watch-doors.ts'
import { readFigures } from '../../src/main/hosts/common/read-figures.ts'
import { openReader, type ReaderOptions } from '../../src/main/workers/open-reader.ts'
import { openWriter, type WriterOptions } from '../../src/main/workers/open-writer.ts'
import { serveReader } from '../../src/main/workers/serve-reader.ts'
import { serveWriter } from '../../src/main/workers/serve-writer.ts'
import type { Amazon } from './amazon.ts'
import type { Life } from './life.ts'
import type { Person } from './person.ts'

/** A computer with the app's files on it; they outlive every run of the app. */
export interface Machine {
  readonly dataDirectory: string
  readonly databasePath: string
  openVault(): Promise<Vault>
  remove(): void
}

/** Every commit waits for the disk; a story that lives for months in seconds keeps its files in memory where it can. */
const MEMORY_FOLDER = '/dev/shm'

export function createMachine(): Machine {
  const folder = mkdtempSync(join(existsSync(MEMORY_FOLDER) ? MEMORY_FOLDER : tmpdir(), 'springline-journey-'))
  const dataDirectory = join(folder, 'data')
  mkdirSync(dataDirectory, { mode: 0o700 })
  return {
    dataDirectory,
    databasePath: join(dataDirectory, 'springline.db'),
    openVault: async () => {
      const opened = await openVault({ dataDirectory, key: { kind: 'key-file', file: join(folder, 'keys', 'journey.key') } })
      if (!opened.ok) throw new Error(opened.error)
      return opened.value
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}

export interface BootOrder extends Pick<Ports, 'log' | 'notifier' | 'settings'> {
  readonly machine: Machine
  readonly amazon: Amazon
  readonly life: Life
  readonly random: Random
  readonly person: Person
  readonly historyDays: number
  readonly storage: 'thread' | 'ports'
  readonly freeBytes: (() => number) | null
  /** How this version of the app reads; the product's own way when left out. */
  readonly datasets?: ReadonlyMap<DatasetId, Dataset>
}

export interface Booted {
  readonly app: App
  /** The stores as they are, without counting or crashing: for looking only. */
  readonly stores: Stores
  readonly vault: Vault
  /** Closes the database as the end of a process does. */
  closeFiles(): Promise<void>
}

const LASTING = {
  vault: ['write', 'move', 'remove'],
  login: ['begin', 'redeem', 'renew'],
  reports: ['createReport'],
  ingest: ['commitDocument', 'commitEmpty', 'addPage', 'commitPages'],
  kept: ['readAgain'],
  accounts: ['attach', 'setAuthorizationState', 'noteRenewed', 'setAdsProfiles'],
  access: ['save'],
  attempts: ['open', 'move'],
  activity: ['add'],
  runs: ['add', 'advance', 'stopAll'],
  notices: ['post', 'withdraw'],
  keeping: ['forgetBefore', 'wantFrom', 'purge'],
} as const

/** The whole core with the product's own adapters, over the machine's files. */
export async function boot(order: BootOrder): Promise<Booted> {
  const { amazon, life, machine, random } = order
  const figures = readFigures()
  const endpoints = resolveEndpoints(figures, endpointsFile.parse({ ...amazon.standIn.endpoints, broker: amazon.broker.origin }))
  const datasets = order.datasets ?? ownDatasets
  const { stores, ingest, kept, close } = await openStorage(order.storage, {
    version: '0.0.0',
    datasets,
    databasePath: machine.databasePath,
    allowedOrigins: documentOrigins(endpoints),
    fetch: life.fetch,
    now: () => life.clock.monotonic(),
  })
  const vault = await machine.openVault()
  const { clock, fetch } = life
  const api = { fetch, clock, log: order.log, userAgent: 'Springline/0 (Language=TypeScript/6; Platform=Journey)' }
  const quota = {
    marks: await stores.quota.marks(),
    keep: (mark: QuotaMark) => void life.outlive(stores.quota.keep(mark)).catch(() => undefined),
  }
  const doors = watchDoors({ fetch, endpoints, clock, findings: stores.findings })
  const ports: Ports = {
    clock,
    random,
    log: order.log,
    notifier: order.notifier,
    settings: order.settings,
    vault: life.port('vault', vault, LASTING.vault, ['tier']),
    consent: order.person,
    login: life.port('login', createLogin({ fetch: doors.login, clock, random, endpoints }), LASTING.login, ['boundTo']),
    sellingApi: life.port(
      'sellingApi',
      createSellingApi({ ...api, fetch: doors.selling, endpoints: endpoints.selling, quota }),
      LASTING.reports,
      ['budget'],
    ),
    adsApi: life.port('adsApi', createAdsApi({ ...api, fetch: doors.advertising, endpoints: endpoints.ads }), LASTING.reports),
    ingest: life.port('ingest', ingest, LASTING.ingest),
    kept: life.port('kept', kept, LASTING.kept),
    stores: mortalStores(life, stores),
    surroundings: diskOf(order, createSurroundings({ fetch, monotonic: () => performance.now(), dataDirectory: machine.dataDirectory })),
  }
  const app = createApp(ports, {
    datasets,
    figures,
    endpoints,
    historyDays: order.historyDays,
    dataDirectory: machine.dataDirectory,
    rights: 'full',
    facts: { host: 'node', version: '0.0.0', demo: false, platform: 'linux', clock: 'simulated', nativeNotices: true },
  })
  return { app, stores, vault, closeFiles: close }
}

/** A disk that is full cannot be had on every computer; a story may say how much is left. */
function diskOf({ freeBytes }: BootOrder, real: Surroundings): Surroundings {
  return freeBytes === null ? real : { ...real, freeBytes: async () => freeBytes() }
}

interface Storage {
  readonly stores: Stores
  readonly ingest: DocumentIngest
  readonly kept: KeptDocuments
  close(): Promise<void>
}

/** The stores and the ingest over the one file: in this thread, or behind message ports as their workers carry them. */
async function openStorage(way: BootOrder['storage'], options: WriterOptions & ReaderOptions): Promise<Storage> {
  if (way === 'ports') return openOverPorts(options)
  const writer = openWriter(options)
  if (!writer.ok) throw new Error(`not opened: ${writer.error.kind}`)
  const reader = openReader(options)
  if (!reader.ok) throw new Error(`not opened: ${reader.error.kind}`)
  return {
    stores: joinStores(reader.value.stores, writer.value.stores),
    ingest: writer.value.ingest,
    kept: writer.value.kept,
    close: async () => {
      reader.value.close()
      writer.value.close()
    },
  }
}

async function openOverPorts(options: WriterOptions & ReaderOptions): Promise<Storage> {
  const [write, read] = [new MessageChannel(), new MessageChannel()]
  serveWriter(write.port2, options, () => write.port2.close())
  serveReader(read.port2, options, () => read.port2.close())
  const { stores, ingest, kept, ready, close } = connectStores(write.port1, read.port1)
  const opened = await ready
  if (!opened.ok) throw new Error(`not opened: ${opened.error.kind}`)
  return { stores, ingest, kept, close }
}

function mortalStores(life: Life, stores: Stores): Stores {
  return {
    accounts: life.port('accounts', stores.accounts, LASTING.accounts),
    access: life.port('access', stores.access, LASTING.access),
    attempts: life.port('attempts', stores.attempts, LASTING.attempts),
    activity: life.port('activity', stores.activity, LASTING.activity),
    ledger: life.port('ledger', stores.ledger),
    runs: life.port('runs', stores.runs, LASTING.runs),
    notices: life.port('notices', stores.notices, LASTING.notices),
    reports: life.port('reports', stores.reports),
    keeping: life.port('keeping', stores.keeping, LASTING.keeping),
    findings: life.port('findings', stores.findings),
    quota: stores.quota,
    evidence: life.port('evidence', stores.evidence),
  }
}
