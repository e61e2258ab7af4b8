import { gzipSync } from 'node:zlib'
import type { IngestOrder } from '../../core/ports/document-ingest.ts'
import type { Dataset } from '../../datasets/dataset.ts'
import type { DatasetDocument } from '../../datasets/document.ts'
import type { Downloaded } from './download.ts'
import { writeKept, type KeptNote } from './kept-note.ts'
import { MOST_KEPT_BYTES } from './policy.ts'
import type { Seen } from './read-document.ts'
import { readerMark } from './reader-mark.ts'

export interface RefusedDocument {
  readonly order: IngestOrder
  readonly dataset: Dataset
  /** Of the way the run took. */
  readonly document: DatasetDocument
  readonly body: Downloaded
  readonly gzip: boolean
  /** Null when no header was reached, or the text was no JSON. */
  readonly seen: Seen | null
  readonly evidence: string
  /** The app's version. */
  readonly version: string
}

/**
 * Keeps a refused document for reading it again: always a note with the header and the verdict, the body only when no
 * column of it can hold a buyer's words, so that none ever reaches the disk.
 */
export function keepDocument(folder: string, refused: RefusedDocument): void {
  const hasBody = mayKeepBody(refused)
  writeKept(folder, noteOf(refused, hasBody), hasBody ? packed(refused) : null)
}

function noteOf({ order, dataset, body, seen, evidence, version }: RefusedDocument, hasBody: boolean): KeptNote {
  return {
    dataset: order.dataset,
    report: order.amazonReportId,
    runId: order.runId,
    channelId: order.channel.id,
    request: order.request,
    way: order.way ?? 'own',
    from: order.interval.from,
    until: order.interval.until,
    fetchedAt: order.fetchedAt,
    reason: order.reason,
    charset: body.charset,
    bytes: body.bytes,
    header: seen?.header ? [...seen.header] : null,
    verdict: evidence,
    readBy: readerMark(dataset, version),
    hasBody,
  }
}

/**
 * A flat file's columns that are passed over count as a buyer's unless the dataset says that it has none; a JSON document
 * goes by the fields that are not known. Statements are many channels' and listed by Amazon for 90 days: they are fetched again.
 * Data Kiosk answers only with the fields that were asked for.
 */
function mayKeepBody({ document, seen, body }: RefusedDocument): boolean {
  if (body.bytes > MOST_KEPT_BYTES) return false
  if (document.kind === 'json-lines') return true
  if (document.kind === 'json') return seen !== null && seen.news.length === 0
  if (document.kind !== 'flat-file' || !seen?.header) return false
  const taken = Object.values(document.headers).flatMap(({ anyOf }) => anyOf)
  const known = new Set([...taken, ...(document.hasNoBuyers === true ? (document.passedOver ?? []) : [])])
  return seen.header.every((name) => known.has(name))
}

function packed({ body, gzip }: RefusedDocument): Uint8Array {
  const bytes = Buffer.concat(body.chunks)
  return gzip || (bytes[0] === 0x1f && bytes[1] === 0x8b) ? bytes : gzipSync(bytes)
}
