import type { DatasetDocument, RowContext } from '../../datasets/document.ts'
import { BadDocument, WrongCharset } from './bad-document.ts'
import { charsetsToTry, type Charset } from './charset.ts'
import { collectVerdicts } from './collect-verdicts.ts'
import type { Downloaded } from './download.ts'
import { unknownFields } from './find-news.ts'
import { readFlatFile, type ReadRows } from './flat-file.ts'
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
  /** Told the header of a flat file as soon as it is read. */
  readonly seen: (header: readonly string[]) => void
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
  if (document.kind === 'flat-file') return readFlatFile(document, source.context, text, source.seen)
  if (document.kind === 'statement') return readStatement(document, source.context, text, source.seen)
  if (document.kind === 'json-lines') return readJsonLines(document, source.context, text)
  if (document.kind === 'pages') throw new Error('pages are no document')
  const json = readJson(await joined(text))
  const collected = collectVerdicts(document.read(json, source.context))
  return { ...collected, news: unknownFields(document, json), means: 'rows' }
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

/** The two bytes every gzip stream begins with; no JSON does. */
function looksPacked(chunks: readonly Uint8Array[]): boolean {
  const [first, second] = Buffer.concat(chunks.slice(0, 2)).subarray(0, 2)
  return first === 0x1f && second === 0x8b
}
