import type { Finding } from '../../../shared/domain/finding.ts'
import type { IngestOrder } from '../../core/ports/document-ingest.ts'
import type { Dataset } from '../../datasets/dataset.ts'
import type { DatasetDocument, FlatColumns, Row } from '../../datasets/document.ts'
import type { ColumnFault } from './bad-document.ts'

/** Something in a document that is not known but does not stop it. */
export type News = Pick<Finding, 'column' | 'why'> & { readonly kind: Finding['kind'] }

/** Most things told of one document, and the longest name: both come from outside. */
const MOST_NEWS = 50
const NAME = /^[\p{L}\p{N}_ .:/()・-]{1,80}$/u
const WORD = /^[A-Za-z][A-Za-z0-9_ -]{0,39}$/

/** Headers of a flat file that are neither taken nor known and passed over. */
export function unknownHeaders(document: FlatColumns, header: readonly string[]): readonly News[] {
  const known = new Set([...Object.values(document.headers).flatMap(({ anyOf }) => anyOf), ...(document.passedOver ?? []), ''])
  return told(header.filter((name) => !known.has(name)))
}

/** Fields of records that the dataset does not know. */
export function unknownFields(document: Extract<DatasetDocument, { kind: 'json' | 'pages' }>, json: unknown): readonly News[] {
  if (!document.records || !document.fields) return []
  const known = new Set(document.fields)
  const names = new Set<string>()
  for (const record of document.records(json)) {
    if (typeof record !== 'object' || record === null) continue
    for (const name of Object.keys(record)) if (!known.has(name)) names.add(name)
  }
  return told([...names])
}

/** Words of closed lists that the dataset does not know; their rows were taken as they are. */
export function newValues({ values, table }: Dataset, rows: readonly Row[]): readonly News[] {
  return Object.entries(values ?? {}).flatMap(([column, known]) => {
    const place = table.columns.findIndex((one) => one.name === column)
    const words = new Set<string>()
    for (const row of rows) {
      const cell = row[place]
      if (typeof cell === 'string' && !known.includes(cell)) words.add(cell)
    }
    return [...words].slice(0, MOST_NEWS).map((word): News => ({
      kind: 'new-value',
      column,
      why: word === '' ? 'blank' : WORD.test(word) ? word : 'a word that is not plain',
    }))
  })
}

/** What was found, under the document it was found in. */
export function findingsOf(order: IngestOrder, news: readonly (News | ColumnFault)[]): readonly Finding[] {
  const { dataset, amazonReportId, channel, fetchedAt } = order
  return news.slice(0, MOST_NEWS).map(({ kind, column, why }) => ({
    source: dataset,
    kind,
    column,
    why,
    documentId: amazonReportId,
    channelId: channel.id,
    at: fetchedAt,
  }))
}

/** A name that could be a person's words is not repeated: a file without a header has cells in its place. */
function told(names: readonly string[]): readonly News[] {
  return names
    .slice(0, MOST_NEWS)
    .map((name) => ({ kind: 'unknown-column', column: NAME.test(name) ? name : 'a name that is not plain', why: 'not known' }))
}
