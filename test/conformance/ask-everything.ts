import { gunzipSync } from 'node:zlib'
import type { ReportOrder } from '../../src/main/core/ports/selling-api.ts'
import type { Dataset } from '../../src/main/datasets/dataset.ts'
import type { DatasetRequest, RequestScope } from '../../src/main/datasets/request.ts'
import { ACCOUNTS, readPages, scopeFor, START, type Shop, type ShopAccount } from './shop.ts'
import { fieldsOf } from './models.ts'

/** A report of a document, unpacked. */
export interface Fetched {
  readonly reportType: string
  readonly account: string
  readonly text: string
}

/** What stands for a report type on a document of Data Kiosk. */
export const KIOSK = 'DATA_KIOSK'

/** Well past the publish delay of every dataset, and inside everything Amazon still keeps. */
const DAYS_BACK = [30, 120] as const

/** Asks, through the real adapters, everything that connecting, verifying and syncing these accounts asks of the selling API. */
export async function askEverything(shop: Shop, names: readonly string[] = ACCOUNTS): Promise<readonly Fetched[]> {
  const orders: (() => Promise<Fetched>)[] = []
  for (const name of names) {
    const account = await shop.account(name)
    if (account.kind === 'seller') await expectOk(account.api.participations(account.caller))
    await account.prove()
    for (const dataset of account.datasets) {
      await probe(account, dataset)
      for (const request of [dataset.request, dataset.changes, dataset.fallback?.request ?? null]) {
        if (request) orders.push(...(await ask(account, { name, dataset, request })))
      }
    }
  }
  await shop.pass(60_000)
  const documents: Fetched[] = []
  for (const order of orders) documents.push(await order())
  return documents
}

async function probe(account: ShopAccount, dataset: Dataset): Promise<void> {
  const found = dataset.probe
  if (found.kind !== 'call') return
  for (const channel of account.channels) {
    const scope = scopeFor(account, dataset, channel, 1)
    await expectOk(account.api.probe(account.caller, { quota: found.quota, path: found.path(scope), query: found.query(scope) }))
  }
}

interface Question {
  readonly name: string
  readonly dataset: Dataset
  readonly request: DatasetRequest
}

/** Pages are read at once; a report is ordered and looked at, and what comes back fetches its document later. */
async function ask(account: ShopAccount, { name, dataset, request }: Question): Promise<(() => Promise<Fetched>)[]> {
  const scopes = account.channels.flatMap((channel) => DAYS_BACK.map((days) => scopeFor(account, dataset, channel, days)))
  if (request.kind === 'calls-by-id') {
    for (const scope of scopes) await readById(account, request, scope)
    return []
  }
  if (request.kind === 'paged-call') {
    for (const scope of scopes) await readPages(account, request, scope, cursorIn)
    return []
  }
  if (request.kind === 'data-kiosk') {
    return Promise.all(scopes.map((scope) => askKiosk(account, name, request.query(scope))))
  }
  if (request.kind === 'listed-reports') return askList(account, name, request.reportType)
  if (request.kind !== 'amazon-report') return []
  // One report a channel is enough: the next asks with the same words.
  const first = scopes.filter((_, index) => index % DAYS_BACK.length === 0)
  return Promise.all(first.map((scope) => order(account, name, request, scope)))
}

/** One call by the ids of products, as many as fit: some that are on offer, and one that no catalogue has. */
async function readById(
  account: ShopAccount,
  request: Extract<DatasetRequest, { kind: 'calls-by-id' }>,
  scope: RequestScope,
): Promise<void> {
  const listed = await expectOk(
    account.api.readPage(account.caller, {
      quota: request.quota,
      path: `/listings/2021-08-01/items/${account.sellingPartnerId}`,
      query: { marketplaceIds: scope.channel.marketplaceId, pageSize: '20' },
    }),
  )
  const items = (fieldsOf(JSON.parse(new TextDecoder().decode(listed)))['items'] ?? []) as { summaries: { asin: string }[] }[]
  const ids = [...items.map((item) => item.summaries[0]?.asin ?? ''), 'B000000000'].slice(-request.idsPerCall)
  if (ids.length < 5) throw new Error('no products to ask for')
  await expectOk(
    account.api.readPage(account.caller, { quota: request.quota, path: request.path(scope), query: request.query(scope, ids) }),
  )
}

/** A query is ordered, looked at and found again; what comes back fetches its document later. */
async function askKiosk({ api, caller }: ShopAccount, name: string, text: string): Promise<() => Promise<Fetched>> {
  const { queryId } = await expectOk(api.createQuery(caller, text))
  await expectOk(api.lookAtQuery(caller, queryId))
  const unwanted = await expectOk(api.createQuery(caller, text))
  await expectOk(api.cancelQuery(caller, unwanted.queryId))
  return async () => {
    const found = await expectOk(api.findQueries(caller, { since: START - 1000 }))
    if (!found.some((one) => one.queryId === queryId && one.text === text)) throw new Error('the query was not found again')
    const look = await expectOk(api.lookAtQuery(caller, queryId))
    if (look.kind !== 'done') throw new Error(`the query is ${look.kind}`)
    const { url } = await expectOk(api.resolveQueryDocument(caller, look.documentId))
    const bytes = Buffer.from(await (await fetch(url)).arrayBuffer())
    return { reportType: KIOSK, account: name, text: (bytes[0] === 0x1f ? gunzipSync(bytes) : bytes).toString('utf8') }
  }
}

/** The whole list of what Amazon makes by itself; the newest documents are fetched later. */
async function askList({ api, caller }: ShopAccount, name: string, reportType: string): Promise<(() => Promise<Fetched>)[]> {
  const { reports: found } = await expectOk(api.listReports(caller, { reportType, since: START - 89 * 86_400_000, cursor: null }))
  if (found.length < 5 || found.some((one) => one.look.kind !== 'done')) throw new Error(`${reportType} lists too little`)
  return found.slice(0, 2).map((one) => async () => {
    const look = await expectOk(api.lookAtReport(caller, one.reportId))
    if (look.kind !== 'done') throw new Error(`${reportType} is ${look.kind}`)
    const { url, gzip } = await expectOk(api.resolveDocument(caller, look.documentId))
    const bytes = Buffer.from(await (await fetch(url)).arrayBuffer())
    return { reportType, account: name, text: (gzip ? gunzipSync(bytes) : bytes).toString('utf8') }
  })
}

async function order(
  account: ShopAccount,
  name: string,
  request: Extract<DatasetRequest, { kind: 'amazon-report' }>,
  scope: RequestScope,
): Promise<() => Promise<Fetched>> {
  const { reportType } = request
  const wanted: ReportOrder = {
    reportType,
    marketplaceIds: [scope.channel.marketplaceId],
    options: request.options(scope),
    dates: request.dates(scope),
  }
  const { api, caller } = account
  const { reportId } = await expectOk(api.createReport(caller, wanted))
  await expectOk(api.lookAtReport(caller, reportId))
  return async () => {
    const found = await expectOk(api.findReports(caller, { reportType, since: START - 1000 }))
    if (!found.some((one) => one.reportId === reportId)) throw new Error(`${reportType} was not found again`)
    const look = await expectOk(api.lookAtReport(caller, reportId))
    if (look.kind !== 'done') throw new Error(`${reportType} is ${look.kind}`)
    const { url, gzip } = await expectOk(api.resolveDocument(caller, look.documentId))
    const bytes = Buffer.from(await (await fetch(url)).arrayBuffer())
    return { reportType, account: name, text: (gzip ? gunzipSync(bytes) : bytes).toString('utf8') }
  }
}

/** Where the answers of paged calls carry their cursor (finances: inside the payload; listings and stock: beside it). */
function cursorIn(page: unknown): string | null {
  const cursor =
    fieldsOf(fieldsOf(page)['payload'])['nextToken'] ?? fieldsOf(fieldsOf(page)['pagination'])['nextToken'] ?? fieldsOf(page)['nextToken']
  return typeof cursor === 'string' && cursor !== '' ? cursor : null
}

async function expectOk<Value>(
  asked: Promise<{ readonly ok: true; readonly value: Value } | { readonly ok: false; readonly error: unknown }>,
): Promise<Value> {
  const answer = await asked
  if (!answer.ok) throw new Error(JSON.stringify(answer.error))
  return answer.value
}
