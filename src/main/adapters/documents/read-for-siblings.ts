import type { Channel } from '../../../shared/domain/account.ts'
import type { IngestOrder } from '../../core/ports/document-ingest.ts'
import type { Row, StatementFacts } from '../../datasets/document.ts'
import type { News } from './find-news.ts'
import { readDocument, type DocumentSource } from './read-document.ts'
import { rowContext } from './row-context.ts'

export interface SiblingPart {
  readonly channel: Channel
  readonly says: StatementFacts | null
  readonly rows: readonly Row[]
  readonly news: readonly News[]
}

/** Reads one downloaded statement for every channel that may have rows in it: each in its own zone, charset and marketplace. */
export async function readForSiblings(order: IngestOrder, source: Omit<DocumentSource, 'context'>): Promise<readonly SiblingPart[]> {
  const parts: SiblingPart[] = []
  for (const channel of order.siblings ?? [order.channel]) {
    const { rows, news, says } = await readDocument({ ...source, context: rowContext({ ...order, channel }) })
    parts.push({ channel, rows, news, says: says ?? null })
  }
  return parts
}
