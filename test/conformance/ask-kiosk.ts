import { gunzipSync } from 'node:zlib'
import type { Dataset } from '../../src/main/datasets/dataset.ts'
import { scopeFor, type Shop, type ShopAccount } from './shop.ts'

/** What a dataset asked Data Kiosk, and the lines that came back. */
export interface KioskDocument {
  readonly dataset: string
  readonly query: string
  readonly lines: readonly unknown[]
}

/** Asks every dataset of Data Kiosk for a month ago, for each channel of one account. */
export async function kioskDocuments(shop: Shop, name = 'halden'): Promise<readonly KioskDocument[]> {
  const account = await shop.account(name)
  const asked = account.datasets.flatMap((dataset) =>
    account.channels.flatMap((channel) =>
      dataset.request.kind === 'data-kiosk' ? [{ dataset, query: dataset.request.query(scopeFor(account, dataset, channel, 30)) }] : [],
    ),
  )
  const ordered = await Promise.all(asked.map((one) => order(account, one)))
  await shop.pass(60_000)
  return Promise.all(ordered.map((fetchIt) => fetchIt()))
}

async function order(
  { api, caller }: ShopAccount,
  { dataset, query }: { readonly dataset: Dataset; readonly query: string },
): Promise<() => Promise<KioskDocument>> {
  const created = await api.createQuery(caller, query)
  if (!created.ok) throw new Error(JSON.stringify(created.error))
  return async () => {
    const look = await api.lookAtQuery(caller, created.value.queryId)
    if (!look.ok || look.value.kind !== 'done') throw new Error(`${dataset.id}: ${JSON.stringify(look)}`)
    const address = await api.resolveQueryDocument(caller, look.value.documentId)
    if (!address.ok) throw new Error(JSON.stringify(address.error))
    const bytes = Buffer.from(await (await fetch(address.value.url)).arrayBuffer())
    const text = (bytes[0] === 0x1f ? gunzipSync(bytes) : bytes).toString('utf8')
    const lines = text.trim().split('\n')
    return { dataset: dataset.id, query, lines: lines.map((line): unknown => JSON.parse(line)) }
  }
}
