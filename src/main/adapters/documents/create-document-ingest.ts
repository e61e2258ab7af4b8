import { err, ok, type Result } from '../../../shared/lib/result.ts'
import type { Finding } from '../../../shared/domain/finding.ts'
import type { DatasetId } from '../../../shared/domain/ids.ts'
import type { DocumentIngest, Ingested, IngestOrder, IngestTrouble } from '../../core/ports/document-ingest.ts'
import type { Dataset } from '../../datasets/dataset.ts'
import type { DatasetDocument } from '../../datasets/document.ts'
import { BadDocument, WrongCharset, type ColumnFault } from './bad-document.ts'
import { collectVerdicts } from './collect-verdicts.ts'
import type { CommitAnswer, CommitListed, CommitRows } from './commit-rows.ts'
import { download, type Downloaded, type DownloadWorld } from './download.ts'
import { findingsOf, newValues, unknownFields, unknownHeaders, type News } from './find-news.ts'
import { keepDocument } from './keep-document.ts'
import { createPageStack, type PageStack } from './page-stack.ts'
import { readDocument, type DocumentSource } from './read-document.ts'
import { readForSiblings } from './read-for-siblings.ts'
import { readReason } from './read-reason.ts'
import { readJson } from './read-json.ts'
import { rowContext } from './row-context.ts'
import { uniqueRows } from './unique-rows.ts'

export interface IngestWorld extends DownloadWorld {
  readonly datasets: ReadonlyMap<DatasetId, Dataset>
  readonly commit: CommitRows
  readonly listed: CommitListed
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
    commitListing: async (order, rows) => summed(world.listed.list(order, rows), 0, 0),
    readReason: (source, signal) => reasonAt(world, source, signal),
    dropPages: async (runId) => pages.drop(runId),
  }
}

interface Fetched {
  readonly body: Downloaded
  readonly gzip: boolean
  readonly signal: AbortSignal | undefined
}

async function commitBody(
  world: IngestWorld,
  order: IngestOrder,
  { body, gzip, signal }: Fetched,
): Promise<Result<Ingested, IngestTrouble>> {
  const dataset = datasetOf(world, order)
  let header: readonly string[] | null = null as readonly string[] | null
  const seen = (names: readonly string[]): void => {
    header = names
  }
  try {
    const source = { ...body, gzip, document: documentOf(dataset, order), seen }
    return source.document.kind === 'statement'
      ? await commitStatement(world, order, source, signal)
      : await commitRead(world, order, source, signal)
  } catch (cause) {
    const trouble = refusalOf(order, cause)
    world.note(findingsOf(order, [...newsOfHeader(documentOf(dataset, order), header), ...faultsOf(cause)]))
    if (world.keepIn !== null && trouble.kind === 'bad-document')
      keepQuietly(world.keepIn, { order, dataset, body, gzip, header, evidence: trouble.evidence })
    return err(trouble)
  }
}

async function commitRead(
  world: IngestWorld,
  order: IngestOrder,
  source: Omit<DocumentSource, 'context'>,
  signal: AbortSignal | undefined,
): Promise<Result<Ingested, IngestTrouble>> {
  const read = await readDocument({ ...source, context: rowContext(order) })
  if (signal?.aborted) return err({ kind: 'download-failed', evidence: 'stopped' })
  const evidence = read.means === 'empty' ? 'Amazon answered that there are none' : evidenceOf(read.notes)
  const committed = summed(world.commit(order, read.rows, evidence), read.foreignRows, source.bytes)
  if (committed.ok) world.note(findingsOf(order, [...read.news, ...newValues(datasetOf(world, order), read.rows)]))
  return committed
}

/** A statement is read for every channel that shares it before anything is committed. */
async function commitStatement(
  world: IngestWorld,
  order: IngestOrder,
  source: Omit<DocumentSource, 'context'>,
  signal: AbortSignal | undefined,
): Promise<Result<Ingested, IngestTrouble>> {
  const parts = await readForSiblings(order, source)
  if (signal?.aborted) return err({ kind: 'download-failed', evidence: 'stopped' })
  const committed = summed(world.listed.document(order, parts), 0, source.bytes)
  if (committed.ok) world.note(findingsOf(order, parts[0]?.news ?? []))
  return committed
}

async function reasonAt(world: IngestWorld, { url, gzip }: { readonly url: string; readonly gzip: boolean }, signal?: AbortSignal) {
  const body = await download(world, url, signal)
  if (!body.ok) return body
  try {
    return ok(await readReason(body.value, gzip))
  } catch (cause) {
    if (cause instanceof BadDocument || cause instanceof WrongCharset) return ok('unknown' as const)
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
  return (document.kind === 'flat-file' || document.kind === 'statement') && header !== null ? unknownHeaders(document, header) : []
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

function summed(committed: CommitAnswer, foreignRows: number, bytes: number): Result<Ingested, IngestTrouble> {
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
