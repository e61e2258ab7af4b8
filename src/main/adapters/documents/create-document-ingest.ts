import { err, ok, type Result } from '../../../shared/lib/result.ts'
import type { Finding } from '../../../shared/domain/finding.ts'
import type { DatasetId } from '../../../shared/domain/ids.ts'
import type { DocumentIngest, FailureWord, Ingested, IngestOrder, IngestTrouble } from '../../core/ports/document-ingest.ts'
import type { Dataset } from '../../datasets/dataset.ts'
import type { DatasetDocument } from '../../datasets/document.ts'
import { BadDocument, WrongCharset, type ColumnFault } from './bad-document.ts'
import { collectVerdicts } from './collect-verdicts.ts'
import type { CommitRows } from './commit-rows.ts'
import { download, type Downloaded, type DownloadWorld } from './download.ts'
import { findingsOf, newValues, unknownFields, unknownHeaders, type News } from './find-news.ts'
import type { ReadRows } from './flat-file.ts'
import { keepDocument } from './keep-document.ts'
import { createPageStack, type PageStack } from './page-stack.ts'
import { MOST_REASON_BYTES } from './policy.ts'
import { readDocument } from './read-document.ts'
import { readReason } from './read-reason.ts'
import { readJson } from './read-json.ts'
import { rowContext } from './row-context.ts'
import { uniqueRows } from './unique-rows.ts'

export interface IngestWorld extends DownloadWorld {
  readonly datasets: ReadonlyMap<DatasetId, Dataset>
  readonly commit: CommitRows
  /** Keeps what was found that was not known; never stops an ingest. */
  readonly note: (findings: readonly Finding[]) => void
  /** Folder for refused documents; null keeps none. */
  readonly keepIn: string | null
}

/** Download → unpack → decode → read → one transaction. Whatever is refused leaves what was held untouched. */
export function createDocumentIngest(world: IngestWorld): DocumentIngest {
  const pages = createPageStack()
  return {
    commitDocument: async (order, source, signal) => {
      const body = await download(world, source.url, signal)
      return body.ok ? commitBody(world, order, { body: body.value, gzip: source.gzip, signal }) : body
    },
    commitEmpty: async (order, evidence) => summed(world.commit(order, [], evidence), 0, 0),
    addPage: async (order, page) => addPage(world, pages, order, page),
    addDocument: async (order, source, signal) => {
      const body = await download(world, source.url, signal)
      return body.ok ? addDocument(world, pages, order, { body: body.value, gzip: source.gzip, signal }) : body
    },
    commitPages: async (order) => {
      const stack = pages.take(order.runId)
      if (!stack) return err({ kind: 'bad-document', evidence: `${order.dataset}: no page was read for this run` })
      const rows = uniqueRows(datasetOf(world, order).table, stack.rows)
      const committed = summed(world.commit(order, rows, evidenceOf([...stack.notes])), stack.foreignRows, stack.bytes)
      if (committed.ok) {
        pages.drop(order.runId)
        world.note(findingsOf(order, newValues(datasetOf(world, order), rows)))
      }
      return committed
    },
    readReason: (source, signal) => reasonAt(world, source, signal),
    dropPages: async (runId) => pages.drop(runId),
  }
}

/** A document that is no text tells nothing. */
const UNKNOWN_FAILURE: FailureWord = { reason: 'unknown', code: null }

interface Fetched {
  readonly body: Downloaded
  readonly gzip: boolean
  readonly signal: AbortSignal | undefined
}

async function commitBody(world: IngestWorld, order: IngestOrder, fetched: Fetched): Promise<Result<Ingested, IngestTrouble>> {
  const read = await readBody(world, order, fetched)
  if (!read.ok) return read
  const { rows, foreignRows, notes, news, means } = read.value
  const evidence = means === 'empty' ? 'Amazon answered that there are none' : evidenceOf(notes)
  const committed = summed(world.commit(order, rows, evidence), foreignRows, fetched.body.bytes)
  if (committed.ok) world.note(findingsOf(order, [...news, ...newValues(datasetOf(world, order), rows)]))
  return committed
}

/** The same document twice is no page of its own: whatever should stand in its place is missing. */
async function addDocument(
  world: IngestWorld,
  pages: PageStack,
  order: IngestOrder,
  fetched: Fetched,
): Promise<Result<null, IngestTrouble>> {
  const bytes = Buffer.concat(fetched.body.chunks)
  if (pages.cursorOf(order.runId, bytes) !== undefined) return err(refusalOf(order, new BadDocument('the same page came twice')))
  const read = await readBody(world, order, fetched)
  if (!read.ok) return read
  pages.add(order.runId, bytes, { ...read.value, cursor: null })
  world.note(findingsOf(order, read.value.news))
  return ok(null)
}

async function readBody(world: IngestWorld, order: IngestOrder, { body, gzip, signal }: Fetched): Promise<Result<ReadRows, IngestTrouble>> {
  const dataset = datasetOf(world, order)
  let header: readonly string[] | null = null as readonly string[] | null
  const seen = (names: readonly string[]): void => {
    header = names
  }
  try {
    const read = await readDocument({ ...body, gzip, document: documentOf(dataset, order), context: rowContext(order), seen })
    return signal?.aborted ? err({ kind: 'download-failed', evidence: 'stopped' }) : ok(read)
  } catch (cause) {
    const trouble = refusalOf(order, cause)
    world.note(findingsOf(order, [...newsOfHeader(documentOf(dataset, order), header), ...faultsOf(cause)]))
    if (world.keepIn !== null && trouble.kind === 'bad-document')
      keepQuietly(world.keepIn, { order, dataset, body, gzip, header, evidence: trouble.evidence })
    return err(trouble)
  }
}

async function reasonAt(world: IngestWorld, { url, gzip }: { readonly url: string; readonly gzip: boolean }, signal?: AbortSignal) {
  const body = await download({ ...world, limits: { ...world.limits, bytes: MOST_REASON_BYTES } }, url, signal)
  if (!body.ok) return body
  try {
    return ok(await readReason(body.value, gzip))
  } catch (cause) {
    if (cause instanceof BadDocument || cause instanceof WrongCharset) return ok(UNKNOWN_FAILURE)
    throw cause
  }
}

function addPage(
  world: IngestWorld,
  pages: PageStack,
  order: IngestOrder,
  page: Uint8Array,
): Result<{ readonly cursor: string | null }, IngestTrouble> {
  const { document } = datasetOf(world, order)
  if (document.kind !== 'pages') throw new Error(`dataset ${order.dataset} has no pages`)
  const known = pages.cursorOf(order.runId, page)
  if (known !== undefined) return ok({ cursor: known })
  try {
    const json = readJson(decodePage(page))
    const read = document.read(json, rowContext(order))
    pages.add(order.runId, page, { ...collectVerdicts(read.verdicts), cursor: read.cursor })
    world.note(findingsOf(order, unknownFields(document, json)))
    return ok({ cursor: read.cursor })
  } catch (cause) {
    const trouble = refusalOf(order, cause)
    world.note(findingsOf(order, faultsOf(cause)))
    return err(trouble)
  }
}

function newsOfHeader(document: DatasetDocument, header: readonly string[] | null): readonly News[] {
  return document.kind === 'flat-file' && header !== null ? unknownHeaders(document, header) : []
}

/** A refusal names its column where there is one; a sentence about the range is an answer, not a fault. */
function faultsOf(cause: unknown): readonly ColumnFault[] {
  if (!(cause instanceof BadDocument) || cause.kind === 'range-refused') return []
  return [cause.fault ?? { kind: 'unreadable', column: 'the document', why: cause.message.slice(0, 200) }]
}

function evidenceOf(notes: readonly string[]): string | null {
  return notes.length === 0 ? null : [...notes].sort().join('; ')
}

/** Calls answer JSON, and JSON is UTF-8. */
function decodePage(page: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(page)
  } catch (cause) {
    if (cause instanceof TypeError) throw new BadDocument('not UTF-8')
    throw cause
  }
}

/** A refusal names the dataset and Amazon's report, so that it can be found at Amazon; a mistake of ours is thrown on. */
function refusalOf(order: IngestOrder, cause: unknown): IngestTrouble {
  if (!(cause instanceof BadDocument)) throw cause
  const report = order.amazonReportId === null ? '' : ` report ${order.amazonReportId}`
  return { kind: cause.kind, evidence: `${order.dataset}${report}: ${cause.message}` }
}

function keepQuietly(folder: string, refused: Parameters<typeof keepDocument>[1]): void {
  try {
    keepDocument(folder, refused)
  } catch (cause) {
    // A full disk must not hide why the document was refused.
    if (!(cause instanceof Error && 'code' in cause)) throw cause
  }
}

function summed(committed: ReturnType<CommitRows>, foreignRows: number, bytes: number): Result<Ingested, IngestTrouble> {
  return committed.ok ? ok({ ...committed.value, foreignRows: committed.value.foreignRows + foreignRows, bytes }) : committed
}

function datasetOf(world: IngestWorld, order: IngestOrder): Dataset {
  const dataset = world.datasets.get(order.dataset)
  if (!dataset) throw new Error(`no dataset ${order.dataset}`)
  return dataset
}

/** The document of the way the run took. */
function documentOf(dataset: Dataset, { way }: Pick<IngestOrder, 'way'>): DatasetDocument {
  return way === 'fallback' && dataset.fallback !== undefined ? dataset.fallback.document : dataset.document
}
