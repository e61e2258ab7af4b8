import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { brand } from '../../../src/shared/lib/brand.ts'
import type { Channel } from '../../../src/shared/domain/account.ts'
import { interval, parseDay, type Day } from '../../../src/shared/domain/day.ts'
import type { AccountId, ChannelId, DatasetId, RunId } from '../../../src/shared/domain/ids.ts'
import type { MarketplaceId } from '../../../src/shared/domain/marketplace.ts'
import type { IngestOrder } from '../../../src/main/core/ports/document-ingest.ts'
import { openReader, type Reader } from '../../../src/main/workers/open-reader.ts'
import { openWriter, type Writer, type WriterOptions } from '../../../src/main/workers/open-writer.ts'

export const GERMANY: Channel = {
  id: brand<ChannelId>(1),
  accountId: brand<AccountId>('acc_1'),
  marketplaceId: brand<MarketplaceId>('A1PA6795UKMFR9'),
  country: 'DE',
  name: 'Acme DE',
  currency: 'EUR',
  zone: 'Europe/Berlin',
  wantedFrom: day('2026-01-01'),
  adsProfileId: null,
}
export const JAPAN: Channel = {
  ...GERMANY,
  id: brand<ChannelId>(2),
  marketplaceId: brand<MarketplaceId>('A1VC38T7YXB528'),
  country: 'JP',
  name: 'Acme JP',
  currency: 'JPY',
  zone: 'Asia/Tokyo',
}
export const NOON = Date.UTC(2026, 2, 20, 12)

export function day(text: string): Day {
  const found = parseDay(text)
  if (found === null) throw new Error(`no day ${text}`)
  return found
}

export function days(from: string, until: string) {
  return interval(day(from), day(until))
}

let runs = 0

/** An order for the days 2026-03-01 up to 2026-03-04 unless said otherwise. */
export function orderFor(change: Partial<IngestOrder> = {}): IngestOrder {
  runs += 1
  return {
    runId: brand<RunId>(`run_${runs}`),
    dataset: brand<DatasetId>('orders'),
    request: 'days',
    channel: GERMANY,
    interval: days('2026-03-01', '2026-03-04'),
    fetchedAt: NOON,
    amazonReportId: `report-${runs}`,
    reason: 'gap',
    ...change,
  }
}

export interface Body {
  readonly bytes: Uint8Array
  readonly contentType?: string
  readonly status?: number
}

/** A document store in memory: addresses to bodies. */
export function documentFetch(bodies: ReadonlyMap<string, Body>): typeof fetch {
  return async (address) => {
    const body = bodies.get(address instanceof Request ? address.url : address.toString())
    if (!body) return new Response('gone', { status: 404 })
    return new Response(Uint8Array.from(body.bytes), {
      status: body.status ?? 200,
      headers: { 'content-type': body.contentType ?? 'text/tab-separated-values;charset=UTF-8' },
    })
  }
}

export const ADDRESS = 'https://documents.amazonaws.com/one'

export interface Shop extends Writer {
  readonly folder: string
  readonly path: string
  readonly reader: Reader
  /** What the address answers from now on. */
  serve(body: string): void
  commit(
    order: IngestOrder,
    body: string | Uint8Array,
    how?: { gzip?: boolean; contentType?: string },
  ): ReturnType<Writer['ingest']['commitDocument']>
  end(): void
}

/** A writer and a reader in this thread, over a fresh folder. */
export function openShop(options: Partial<WriterOptions> = {}): Shop {
  const folder = mkdtempSync(join(tmpdir(), 'springline-shop-'))
  const path = join(folder, 'data', 'springline.db')
  const bodies = new Map<string, Body>()
  const writer = openWriter({ databasePath: path, allowedOrigins: ['https://*.amazonaws.com'], fetch: documentFetch(bodies), ...options })
  if (!writer.ok) throw new Error(writer.error.kind)
  const reader = openReader({ databasePath: path, ...(options.datasets ? { datasets: options.datasets } : {}) })
  if (!reader.ok) throw new Error(reader.error.kind)
  return {
    ...writer.value,
    folder,
    path,
    reader: reader.value,
    serve: (body) => void bodies.set(ADDRESS, { bytes: new TextEncoder().encode(body) }),
    commit: (order, body, { gzip = true, contentType } = {}) => {
      const plain = typeof body === 'string' ? new TextEncoder().encode(body) : body
      bodies.set(ADDRESS, { bytes: gzip && typeof body === 'string' ? gzipSync(plain) : plain, ...(contentType ? { contentType } : {}) })
      return writer.value.ingest.commitDocument(order, { url: ADDRESS, gzip })
    },
    end: () => {
      reader.value.close()
      writer.value.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
