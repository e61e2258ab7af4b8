import type { DatasetDocument, RowContext } from '../../datasets/document.ts'
import { BadDocument, WrongCharset } from './bad-document.ts'
import { charsetsToTry, type Charset } from './charset.ts'
import { collectVerdicts } from './collect-verdicts.ts'
import type { Downloaded } from './download.ts'
import { unknownFields, unknownHeaders, type News } from './find-news.ts'
import { readFlatFile, type ReadRows } from './flat-file.ts'
import { looksPacked } from './looks-packed.ts'
import { MOST_JSON_BYTES } from './policy.ts'
import { readJson } from './read-json.ts'
import { readJsonLines } from './read-json-lines.ts'
import { readStatement } from './read-statement.ts'
import { readText } from './read-text.ts'
import { unpack } from './unpack.ts'

export interface DocumentSource extends Downloaded {
  readonly gzip: boolean
  readonly document: DatasetDocument
  readonly context: RowContext
  /** Told what the document is made of as soon as that is known, before a bad record can refuse it. */
  readonly see: (what: Seen) => void
}

export interface Seen {
  /** Columns of a flat file; null for JSON. */
  readonly header: readonly string[] | null
  /** Columns and fields that are not known. */
  readonly news: readonly News[]
}

/** Unpacks, decodes and reads a downloaded document. Throws `BadDocument` naming line and column. */
export async function readDocument(source: DocumentSource): Promise<ReadRows> {
  for (const charset of charsetsToTry(source.charset, source.context.channel.country)) {
    try {
      return await readIn(source, charset)
    } catch (cause) {
      if (!(cause instanceof WrongCharset)) throw cause
    }
  }
  throw new BadDocument('text in no charset we know')
}

async function readIn(source: DocumentSource, charset: Charset): Promise<ReadRows> {
  const { document } = source
  const isPacked = source.gzip || (document.kind === 'json-lines' && looksPacked(source.chunks))
  const text = readText(unpack(source.chunks, isPacked), charset)
  const seen = (header: readonly string[]): void => {
    if (document.kind === 'flat-file' || document.kind === 'statement') source.see({ header, news: unknownHeaders(document, header) })
  }
  if (document.kind === 'flat-file') return readFlatFile(document, source.context, text, seen)
  if (document.kind === 'statement') return readStatement(document, source.context, text, seen)
  if (document.kind === 'json-lines') return readJsonLines(document, source.context, text)
  if (document.kind === 'pages') throw new Error('pages are no document')
  const json = readJson(await joined(text))
  const news = unknownFields(document, json)
  source.see({ header: null, news })
  return { ...collectVerdicts(document.read(json, source.context)), news, means: 'rows' }
}

async function joined(text: AsyncIterable<string>): Promise<string> {
  const pieces: string[] = []
  let length = 0
  for await (const piece of text) {
    length += piece.length
    if (length > MOST_JSON_BYTES) throw new BadDocument(`JSON larger than ${MOST_JSON_BYTES} characters`)
    pieces.push(piece)
  }
  return pieces.join('')
}
