import { err, ok, type Result } from '../../../shared/lib/result.ts'
import type { Ingested, IngestOrder, IngestTrouble } from '../../core/ports/document-ingest.ts'
import type { Dataset } from '../../datasets/dataset.ts'
import type { DatasetDocument } from '../../datasets/document.ts'
import { BadDocument, type ColumnFault } from './bad-document.ts'
import type { CommitRows } from './commit-rows.ts'
import type { Downloaded } from './download.ts'
import { findingsOf, newValues } from './find-news.ts'
import type { ReadRows } from './flat-file.ts'
import type { IngestWorld } from './ingest-world.ts'
import { keepDocument } from './keep-document.ts'
import { readDocument, type DocumentSource, type Seen } from './read-document.ts'
import { readForSiblings } from './read-for-siblings.ts'
import { rowContext } from './row-context.ts'

export interface Fetched {
  readonly body: Downloaded
  readonly gzip: boolean
  readonly signal: AbortSignal | undefined
}

type ReadingWorld = Omit<IngestWorld, 'fetch' | 'allowedOrigins'>

/** Reads a document that lies in memory and commits it in one transaction; one that is refused changes nothing and is kept. */
export async function commitBody(world: ReadingWorld, order: IngestOrder, fetched: Fetched): Promise<Result<Ingested, IngestTrouble>> {
  if (documentOf(datasetOf(world, order), order).kind === 'statement') return commitStatement(world, order, fetched)
  const read = await readBody(world, order, fetched)
  if (!read.ok) return read
  const { rows, foreignRows, notes, news, means } = read.value
  const evidence = means === 'empty' ? 'Amazon answered that there are none' : evidenceOf(notes)
  const committed = summed(world.commit(order, rows, evidence), foreignRows, fetched.body.bytes)
  if (committed.ok) world.note(findingsOf(order, [...news, ...newValues(datasetOf(world, order), rows)]))
  return committed
}

/** A statement is read for every channel that shares it before anything is committed. */
async function commitStatement(world: ReadingWorld, order: IngestOrder, fetched: Fetched): Promise<Result<Ingested, IngestTrouble>> {
  const parts = await reading(world, order, fetched, (source) => readForSiblings(order, source))
  if (!parts.ok) return parts
  const committed = summed(world.listed.document(order, parts.value), 0, fetched.body.bytes)
  if (committed.ok) world.note(findingsOf(order, parts.value[0]?.news ?? []))
  return committed
}

/** Reads a document and commits nothing; one that is refused is told and, where there is a folder for it, kept. */
export function readBody(world: ReadingWorld, order: IngestOrder, fetched: Fetched): Promise<Result<ReadRows, IngestTrouble>> {
  return reading(world, order, fetched, (source) => readDocument({ ...source, context: rowContext(order) }))
}

async function reading<Read>(
  world: ReadingWorld,
  order: IngestOrder,
  { body, gzip, signal }: Fetched,
  read: (source: Omit<DocumentSource, 'context'>) => Promise<Read>,
): Promise<Result<Read, IngestTrouble>> {
  const dataset = datasetOf(world, order)
  const document = documentOf(dataset, order)
  let seen: Seen | null = null as Seen | null
  const see = (what: Seen): void => {
    seen = what
  }
  try {
    const found = await read({ ...body, gzip, document, see })
    return signal?.aborted ? err({ kind: 'download-failed', evidence: 'stopped' }) : ok(found)
  } catch (cause) {
    const trouble = refusalOf(order, cause)
    world.note(findingsOf(order, [...(seen?.news ?? []), ...faultsOf(cause)]))
    if (world.keepIn !== null && trouble.kind === 'bad-document')
      keepQuietly(world.keepIn, { order, dataset, document, body, gzip, seen, evidence: trouble.evidence, version: world.version })
    return err(trouble)
  }
}

/** A refusal names its column where there is one; a sentence about the range is an answer, not a fault. */
export function faultsOf(cause: unknown): readonly ColumnFault[] {
  if (!(cause instanceof BadDocument) || cause.kind === 'range-refused') return []
  return [cause.fault ?? { kind: 'unreadable', column: 'the document', why: cause.message.slice(0, 200) }]
}

export function evidenceOf(notes: readonly string[]): string | null {
  return notes.length === 0 ? null : [...notes].sort().join('; ')
}

/** A refusal names the dataset and Amazon's report, so that it can be found at Amazon; a mistake of ours is thrown on. */
export function refusalOf(order: IngestOrder, cause: unknown): IngestTrouble {
  if (!(cause instanceof BadDocument)) throw cause
  const report = order.amazonReportId === null ? '' : ` report ${order.amazonReportId}`
  return { kind: cause.kind, evidence: `${order.dataset}${report}: ${cause.message}` }
}

export function summed(committed: ReturnType<CommitRows>, foreignRows: number, bytes: number): Result<Ingested, IngestTrouble> {
  return committed.ok ? ok({ ...committed.value, foreignRows: committed.value.foreignRows + foreignRows, bytes }) : committed
}

export function datasetOf(world: Pick<IngestWorld, 'datasets'>, order: Pick<IngestOrder, 'dataset'>): Dataset {
  const dataset = world.datasets.get(order.dataset)
  if (!dataset) throw new Error(`no dataset ${order.dataset}`)
  return dataset
}

function keepQuietly(folder: string, refused: Parameters<typeof keepDocument>[1]): void {
  try {
    keepDocument(folder, refused)
  } catch (cause) {
    // A full disk must not hide why the document was refused.
    if (!(cause instanceof Error && 'code' in cause)) throw cause
  }
}

/** The document of the way the run took. */
function documentOf(dataset: Dataset, { way }: Pick<IngestOrder, 'way'>): DatasetDocument {
  return way === 'fallback' && dataset.fallback !== undefined ? dataset.fallback.document : dataset.document
}
