import { expect } from 'vitest'
import figuresFile from '../../resources/figures.json' with { type: 'json' }
import { proveIdentity } from '../../src/main/core/authorization/prove-identity.ts'
import { createSellingApi } from '../../src/main/adapters/selling-api/create-selling-api.ts'
import { requestScope } from '../../src/main/core/sync/request-scope.ts'
import type { Caller, SellingApi } from '../../src/main/core/ports/selling-api.ts'
import type { Dataset } from '../../src/main/datasets/dataset.ts'
import { datasets } from '../../src/main/datasets/index.ts'
import type { DatasetRequest, RequestScope } from '../../src/main/datasets/request.ts'
import type { Channel } from '../../src/shared/domain/account.ts'
import { addDays, type Day } from '../../src/shared/domain/day.ts'
import type { AccountId, ChannelId } from '../../src/shared/domain/ids.ts'
import type { MarketplaceId } from '../../src/shared/domain/marketplace.ts'
import type { Region } from '../../src/shared/domain/region.ts'
import { brand } from '../../src/shared/lib/brand.ts'
import { Secret } from '../../src/shared/lib/secret.ts'
import { epochDayAt } from '../../src/shared/lib/zone.ts'
import { createStandIn, demoWorld, type StandIn } from '../../src/stand-in/index.ts'
import { createTestClock } from '../twins/clock.ts'
import { createSilentLog } from '../twins/log.ts'
import { createRecorder, type Exchange } from './exchange.ts'
import { openJudge, type Judge } from './judge.ts'
import { readAccess } from './read-access.ts'

export const START = Date.UTC(2026, 8, 15, 12)
const HOUR_MS = 3_600_000
const USER_AGENT = 'Springline/0.1.0 (Language=TypeScript/6; Platform=linux)'
/** Every kind of account and every region, with zones east and west of Greenwich, the yen and a code Amazon spells differently. */
export const ACCOUNTS = ['nordlys', 'acme-na', 'halden', 'juniper-jp', 'acme-vendor'] as const

export interface Shop {
  readonly amazon: StandIn
  readonly judge: Judge
  readonly exchanges: readonly Exchange[]
  readonly fetch: typeof fetch
  /** One account with its credential and everything it may ask. */
  account(id: string): Promise<ShopAccount>
  pass(ms: number): Promise<void>
  close(): Promise<void>
}

export interface ShopAccount {
  readonly kind: string
  readonly region: Region
  readonly sellingPartnerId: string
  readonly channels: readonly Channel[]
  readonly datasets: readonly Dataset[]
  readonly api: SellingApi
  readonly caller: Caller
  access(): string
  prove(): Promise<void>
}

/** The real adapters against a local Amazon, with every exchange remembered. */
export async function openShop(): Promise<Shop> {
  const amazon = await createStandIn({ startAt: START, world: { ...demoWorld(), inventoryPageSize: 5 } })
  amazon.control.pace({ quotas: 'off', queueMs: [1000, 1000] })
  const clock = createTestClock(START)
  const { exchanges, fetch: recorded } = createRecorder()
  const renewals: (() => Promise<void>)[] = []
  return {
    amazon,
    exchanges,
    fetch: recorded,
    judge: openJudge((url) => url.pathname.replace(/^\/selling-(na|eu|fe)/, '')),
    async account(id) {
      const view = amazon.control.world().accounts.find((one) => one.id === id)
      if (!view) throw new Error(`no account ${id}`)
      const given = amazon.control.privateGrant({ account: id })
      let access = ''
      const renew = async () => void (access = await readAccess(amazon.endpoints.login.token, given))
      await renew()
      renewals.push(renew)
      // Buckets are not what is tested here: each question has an account of its own.
      let turn = 0
      const caller: Caller = {
        get access() {
          return { access: new Secret(access), clientId: given.clientId, endsAt: clock.now() + HOUR_MS }
        },
        region: view.region as Region,
        get bucketKey() {
          return `${id} ${(turn += 1)}`
        },
      }
      const api = createSellingApi({
        endpoints: amazon.endpoints.selling,
        fetch: recorded,
        clock,
        userAgent: USER_AGENT,
        log: createSilentLog(),
      })
      return {
        kind: view.kind,
        region: caller.region,
        sellingPartnerId: view.sellingPartnerId,
        channels: view.marketplaces.map((place, index) => channelOf(id, place, index + 1)),
        datasets: [...datasets.values()].filter((one) => one.family === 'selling' && one.kinds.some((kind) => kind === view.kind)),
        api,
        caller,
        access: () => access,
        async prove() {
          const claim = {
            kind: view.kind === 'vendor' ? ('vendor' as const) : ('seller' as const),
            sellingPartnerId: view.sellingPartnerId,
            marketplaceId: view.marketplaces[0]?.id ?? null,
            caller,
          }
          expect(await proveIdentity({ ports: { clock, sellingApi: api } }, claim)).toEqual({ ok: true, value: true })
        },
      }
    },
    async pass(ms) {
      amazon.clock.advance(ms)
      await clock.advance(ms)
      for (const renew of renewals) await renew()
    },
    close: () => amazon.stop(),
  }
}

function channelOf(
  account: string,
  place: { readonly id: string; readonly country: string; readonly currency: string; readonly zone: string },
  number: number,
): Channel {
  return {
    id: brand<ChannelId>(number),
    accountId: brand<AccountId>(account),
    marketplaceId: brand<MarketplaceId>(place.id),
    country: place.country,
    name: place.country,
    currency: place.currency,
    zone: figuresFile.marketplaces.find((one) => one.id === place.id)?.zone ?? place.zone,
    wantedFrom: brand<Day>(0),
    adsProfileId: null,
  }
}

/** What a sync run of this dataset would ask for, as many days back as given; never more days than one request may span. */
export function scopeFor(account: ShopAccount, dataset: Dataset, channel: Channel, daysBack: number): RequestScope {
  const today = brand<Day>(epochDayAt(START, channel.zone))
  const from = addDays(today, -daysBack)
  const until = addDays(from, Math.min(dataset.timing.longestSpanDays, daysBack))
  return requestScope(account, channel, { from, until }, START)
}

/** Asks everything of a paged call, page by page as the runner does, and answers the pages. */
export async function readPages(
  account: ShopAccount,
  request: Extract<DatasetRequest, { kind: 'paged-call' }>,
  scope: RequestScope,
  cursorIn: (page: unknown) => string | null,
): Promise<unknown[]> {
  const pages: unknown[] = []
  let cursor: string | null = null
  do {
    const query: Readonly<Record<string, string>> =
      cursor === null ? request.query(scope) : { ...(request.repeatQuery ? request.query(scope) : {}), [request.cursorParameter]: cursor }
    const page = await account.api.readPage(account.caller, { quota: request.quota, path: request.path(scope), query })
    if (!page.ok) throw new Error(`${request.quota.operation}: ${JSON.stringify(page.error)}`)
    const json: unknown = JSON.parse(new TextDecoder().decode(page.value))
    pages.push(json)
    cursor = cursorIn(json)
  } while (cursor !== null && pages.length < 5)
  return pages
}
