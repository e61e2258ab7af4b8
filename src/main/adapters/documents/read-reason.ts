import type { FailureReason } from '../../core/ports/document-ingest.ts'
import type { Downloaded } from './download.ts'
import { readText } from './read-text.ts'
import { unpack } from './unpack.ts'

/** A reason is a sentence or two; more than this is something else. */
const MOST_CHARACTERS = 65_536

/** What Amazon's sentences mean. Source: docs/amazon.md §4.0. The sentence itself goes no further. */
const MEANINGS: readonly (readonly [RegExp, FailureReason])[] = [
  [/not yet available/i, 'not-yet-available'],
  [/requires the \w+ reportOption/i, 'option-missing'],
  [/does not support account id of type/i, 'wrong-account'],
]

/** Reads the document of a report that Amazon could not make. Throws `BadDocument` or `WrongCharset` when it is no text. */
export async function readReason({ chunks }: Downloaded, gzip: boolean): Promise<FailureReason> {
  let text = ''
  for await (const piece of readText(unpack(chunks, gzip), 'utf-8')) {
    text += piece
    if (text.length > MOST_CHARACTERS) break
  }
  return MEANINGS.find(([words]) => words.test(text))?.[1] ?? 'unknown'
}
