import { err, ok, type Result } from '../../../shared/lib/result.ts'
import type { DocumentIngest, FailureWord, IngestOrder, IngestTrouble } from '../../core/ports/document-ingest.ts'
import { BadDocument, WrongCharset } from './bad-document.ts'
import { collectVerdicts } from './collect-verdicts.ts'
import { commitBody, datasetOf, evidenceOf, faultsOf, readBody, refusalOf, summed, type Fetched } from './commit-body.ts'
import { download } from './download.ts'
import { findingsOf, newValues, unknownFields } from './find-news.ts'
import type { IngestWorld } from './ingest-world.ts'
import { createPageStack, type PageStack } from './page-stack.ts'
import { MOST_REASON_BYTES } from './policy.ts'
import { readReason } from './read-reason.ts'
import { readJson } from './read-json.ts'
import { rowContext } from './row-context.ts'
import { uniqueRows } from './unique-rows.ts'

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
    commitListing: async (order, rows) => summed(world.listed.list(order, rows), 0, 0),
    readReason: (source, signal) => reasonAt(world, source, signal),
    dropPages: async (runId) => pages.drop(runId),
  }
}

/** A document that is no text tells nothing. */
const UNKNOWN_FAILURE: FailureWord = { reason: 'unknown', code: null }

/**
 * The same document twice is no page of its own: whatever should stand in its place is missing. A refused page is not kept:
 * read again by itself it would stand for the whole slice.
 */
async function addDocument(
  world: IngestWorld,
  pages: PageStack,
  order: IngestOrder,
  fetched: Fetched,
): Promise<Result<null, IngestTrouble>> {
  const bytes = Buffer.concat(fetched.body.chunks)
  if (pages.cursorOf(order.runId, bytes) !== undefined) return err(refusalOf(order, new BadDocument('the same page came twice')))
  const read = await readBody({ ...world, keepIn: null }, order, fetched)
  if (!read.ok) return read
  pages.add(order.runId, bytes, { ...read.value, cursor: null })
  world.note(findingsOf(order, read.value.news))
  return ok(null)
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

/** Calls answer JSON, and JSON is UTF-8. */
function decodePage(page: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(page)
  } catch (cause) {
    if (cause instanceof TypeError) throw new BadDocument('not UTF-8')
    throw cause
  }
}
