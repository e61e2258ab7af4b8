import { addDays, formatDay, interval, parseDay, type Day } from '../../../../src/shared/domain/day.ts'
import { deriveCoverage, publishEdge } from '../../../../src/shared/domain/derive-coverage.ts'
import type { CoverageDay } from '../../../../src/shared/domain/coverage.ts'
import type { AccountId, AuthorizationId, ChannelId } from '../../../../src/shared/domain/ids.ts'
import type { AmazonAccount, Channel } from '../../../../src/shared/domain/account.ts'
import type { Authorization } from '../../../../src/shared/domain/authorization.ts'
import type { ApiFamily } from '../../../../src/shared/domain/region.ts'
import { brand } from '../../../../src/shared/lib/brand.ts'
import { err, ok, type Result } from '../../../../src/shared/lib/result.ts'
import { Secret } from '../../../../src/shared/lib/secret.ts'
import type { Dataset } from '../../../../src/main/datasets/dataset.ts'
import type { AccessKeeper, NoAccess } from '../../../../src/main/core/ports/access-keeper.ts'
import type { AccessCredential } from '../../../../src/main/core/ports/login.ts'
import type { Sync } from '../../../../src/main/core/ports/sync-progress.ts'
import { createSync } from '../../../../src/main/core/sync/create-sync.ts'
import { createTwinAdsApi, type TwinAdsApi } from '../../../twins/ads-api.ts'
import { createTestClock, type TestClock } from '../../../twins/clock.ts'
import { createTwinEvidence, type TwinEvidence } from '../../../twins/evidence.ts'
import { createSeededRandom } from '../../../twins/random.ts'
import { createTwinSellingApi, type TwinSellingApi, type TwinSellingWorld } from '../../../twins/selling-api.ts'
import { createMemory, receipt, type Memory } from './memory-stores.ts'

export function day(text: string): Day {
  const found = parseDay(text)
  if (found === null) throw new Error(`no day: ${text}`)
  return found
}

export interface ShopOrder {
  readonly now: string
  readonly datasets: readonly Dataset[]
  readonly wantedFrom: string
  /** Days before this one are held for every event dataset, fetched long after they settled. */
  readonly heldUntil?: string
  readonly amazon?: Omit<TwinSellingWorld, 'clock'>
  readonly accounts?: number
  readonly seed?: number
}

/** A small world: accounts with one German channel each, Amazon in memory, a database that outlives the app. */
export interface Shop {
  readonly clock: TestClock
  readonly amazon: TwinSellingApi
  readonly ads: TwinAdsApi
  readonly memory: Memory
  readonly evidence: TwinEvidence
  readonly sync: Sync
  readonly renewals: { count: number }
  /** What the keeper answers instead of a credential. */
  refuseAccess: (family: ApiFamily) => NoAccess | null
  /** Ends the app without warning and starts a new one over the same database. */
  crash(): void
  coverage(dataset: Dataset, account?: number): CoverageDay[]
  states(dataset: Dataset, account?: number): Record<string, number>
  ordered(type: string): string[]
}

export function openShop(order: ShopOrder): Shop {
  const datasets = new Map(order.datasets.map((one) => [one.id, one]))
  const clock = createTestClock(Date.parse(order.now))
  const amazon = createTwinSellingApi({ clock, ...order.amazon })
  const ads = createTwinAdsApi({ clock })
  const memory = createMemory(datasets, () => clock.now())
  for (let index = 1; index <= (order.accounts ?? 1); index += 1) addAccount(memory, index, order)
  const renewals = { count: 0 }
  const evidence = createTwinEvidence()
  const random = createSeededRandom(order.seed ?? 1)
  const make = () => {
    const access = keeper((family) => shop.refuseAccess(family), renewals)
    const ports = {
      clock,
      random,
      log: { write: () => undefined },
      sellingApi: amazon,
      adsApi: ads,
      ingest: memory.ingest,
      stores: memory.stores as never,
    }
    return createSync({ ports, datasets, access, evidence, daysMoved: () => undefined })
  }
  let sync = make()
  const shop: Shop = {
    clock,
    amazon,
    ads,
    memory,
    evidence,
    renewals,
    get sync() {
      return sync
    },
    refuseAccess: () => null,
    crash: () => {
      void sync.stop()
      sync = make()
    },
    coverage: (dataset, account = 1) => coverageOf(memory, dataset, account, clock.now()),
    states: (dataset, account = 1) => {
      const counts: Record<string, number> = {}
      for (const one of coverageOf(memory, dataset, account, clock.now())) counts[one.state] = (counts[one.state] ?? 0) + 1
      return counts
    },
    ordered: (type) =>
      amazon.reports
        .filter((one) => one.order.reportType === type)
        .map((one) => `${one.order.dates?.start.slice(0, 10) ?? 'now'}..${one.order.dates?.end.slice(0, 10) ?? ''}`),
  }
  return shop
}

function addAccount(memory: Memory, index: number, order: ShopOrder): void {
  const id = brand<AccountId>(`account-${index}`)
  const account: AmazonAccount = {
    id,
    kind: 'seller',
    region: 'eu',
    sellingPartnerId: `A${index}`,
    identityProven: true,
    name: `Shop ${index}`,
    connectedAt: 0,
    paused: false,
  }
  const channel: Channel = {
    id: brand<ChannelId>(index),
    accountId: id,
    marketplaceId: brand('A1PA6795UKMFR9'),
    country: 'DE',
    name: 'Amazon.de',
    currency: 'EUR',
    zone: 'Europe/Berlin',
    wantedFrom: day(order.wantedFrom),
    adsProfileId: `profile-${index}`,
  }
  memory.accounts.push(account)
  memory.channels.push(channel)
  memory.authorizations.push(authorization(id, 'selling'), authorization(id, 'advertising'))
  for (const dataset of order.heldUntil && order.datasets ? order.datasets : []) {
    if (dataset.shape === 'snapshot') continue
    const held = new Map<Day, ReturnType<typeof receipt>>()
    for (let one = day(order.wantedFrom); one < day(order.heldUntil ?? order.wantedFrom); one = addDays(one, 1))
      held.set(one, receipt(one, (one + 1 + 60) * 86_400_000))
    memory.receipts.set(`${index}/${dataset.id}`, held)
    if (dataset.changes) memory.changes.set(`${index}/${dataset.id}`, Date.parse(order.now))
  }
}

export function authorization(accountId: AccountId, family: ApiFamily): Authorization {
  return {
    id: brand<AuthorizationId>(`${accountId}-${family}`),
    accountId,
    family,
    kind: 'seller',
    region: 'eu',
    issuer: family === 'selling' ? 'seller-eu' : 'ads-eu',
    way: 'broker',
    state: { kind: 'active' },
    consentedAt: 0,
    endsAt: null,
    secretEndsAt: null,
    lastRenewedAt: null,
    identity: null,
    boundTo: 'x',
  }
}

/** Hands out one credential until it is forgotten, then renews: a number tells them apart. */
function keeper(refuse: (family: ApiFamily) => NoAccess | null, renewals: { count: number }): AccessKeeper {
  const held = new Map<AuthorizationId, AccessCredential>()
  return {
    accessFor: async (id): Promise<Result<AccessCredential, NoAccess>> => {
      const no = refuse(id.endsWith('advertising') ? 'advertising' : 'selling')
      if (no) return err(no)
      const known = held.get(id)
      if (known) return ok(known)
      renewals.count += 1
      const made = { access: new Secret(`access-${renewals.count}`), clientId: 'c', endsAt: Number.MAX_SAFE_INTEGER }
      held.set(id, made)
      return ok(made)
    },
    forget: (id, used) => {
      if (held.get(id)?.access === used.access) held.delete(id)
    },
  }
}

function coverageOf(memory: Memory, dataset: Dataset, account: number, now: number): CoverageDay[] {
  const channel = memory.channels[account - 1]
  if (!channel) throw new Error('no such account')
  const held = [...(memory.receipts.get(`${account}/${dataset.id}`)?.values() ?? [])]
  return deriveCoverage({
    channel,
    dataset,
    interval: interval(channel.wantedFrom, publishEdge(now, channel.zone, dataset.timing)),
    held,
    now,
  })
}

export function text(one: { readonly from: Day; readonly until: Day }): string {
  return `${formatDay(one.from)}..${formatDay(addDays(one.until, -1))}`
}
