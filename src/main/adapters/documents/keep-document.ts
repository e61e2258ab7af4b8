import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { IngestOrder } from '../../core/ports/document-ingest.ts'
import type { Dataset } from '../../datasets/dataset.ts'
import type { Downloaded } from './download.ts'
import { MOST_KEPT, MOST_KEPT_BYTES } from './policy.ts'

export interface RefusedDocument {
  readonly order: IngestOrder
  readonly dataset: Dataset
  readonly body: Downloaded
  readonly gzip: boolean
  /** Header of a flat file; null when it was never reached. */
  readonly header: readonly string[] | null
  readonly evidence: string
}

/**
 * Keeps a refused document for looking at later: always a note with the header and the verdict, the body only when every
 * column is one the dataset takes, so that no buyer's column ever reaches the disk. Files 0600, the oldest go first.
 */
export function keepDocument(folder: string, refused: RefusedDocument): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const name = `${String(refused.order.fetchedAt).padStart(15, '0')}-${plain(refused.order.dataset)}-${plain(refused.order.runId)}`
  const note = {
    dataset: refused.order.dataset,
    report: refused.order.amazonReportId,
    bytes: refused.body.bytes,
    header: refused.header,
    verdict: refused.evidence,
  }
  writeFileSync(join(folder, `${name}.json`), `${JSON.stringify(note, null, 2)}\n`, { mode: 0o600 })
  if (mayKeepBody(refused)) writeFileSync(join(folder, `${name}.gz`), packed(refused), { mode: 0o600 })
  dropOldest(folder)
}

function mayKeepBody({ dataset: { document }, header, body }: RefusedDocument): boolean {
  if (body.bytes > MOST_KEPT_BYTES) return false
  if (document.kind !== 'flat-file' && document.kind !== 'statement') return document.kind === 'json'
  const declared = new Set(Object.values(document.headers).flatMap(({ anyOf }) => anyOf))
  return header !== null && header.every((name) => declared.has(name))
}

function packed({ body, gzip }: RefusedDocument): Uint8Array {
  const bytes = Buffer.concat(body.chunks)
  return gzip ? bytes : gzipSync(bytes)
}

function dropOldest(folder: string): void {
  const names = [...new Set(readdirSync(folder).map((file) => file.replace(/\.(json|gz)$/, '')))].sort()
  for (const name of names.slice(0, Math.max(0, names.length - MOST_KEPT))) {
    for (const end of ['json', 'gz']) rmSync(join(folder, `${name}.${end}`), { force: true })
  }
}

function plain(text: string): string {
  return text.replaceAll(/[^A-Za-z0-9_-]/g, '_').slice(0, 80)
}
