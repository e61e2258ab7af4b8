import type { FailureReason, FailureWord } from '../../core/ports/document-ingest.ts'
import type { Downloaded } from './download.ts'
import { looksPacked } from './looks-packed.ts'
import { readText } from './read-text.ts'
import { unpack } from './unpack.ts'

/** A reason is a sentence or two; more than this is something else. */
const MOST_CHARACTERS = 65_536

/**
 * What Amazon's words mean, first match first. Sources: docs/amazon.md §4.0 for reports. Nothing is published about the error
 * document of a query: its words are those of Amazon's error codes and of GraphQL's validation. The sentence goes no further.
 */
const MEANINGS: readonly (readonly [RegExp, FailureReason])[] = [
  [/not yet available|not available yet/i, 'not-yet-available'],
  [/requires the \w+ reportOption/i, 'option-missing'],
  [/does not support account id of type/i, 'wrong-account'],
  [/not authori[sz]ed|unauthori[sz]ed|access ?denied|forbidden/i, 'no-permission'],
  [/validation ?error|invalid ?(query|input|syntax)|syntax ?error|cannot query field|unknown (field|argument|type)/i, 'query-invalid'],
]

/** Where Amazon's errors carry their code. */
const CODE = /"(?:code|errorCode|classification)"\s*:\s*"([A-Za-z0-9_-]{1,64})"/

/** Reads the document of a report or query that Amazon could not make. Throws `BadDocument` or `WrongCharset` when it is no text. */
export async function readReason({ chunks }: Downloaded, gzip: boolean): Promise<FailureWord> {
  let text = ''
  for await (const piece of readText(unpack(chunks, gzip || looksPacked(chunks)), 'utf-8')) {
    text += piece
    if (text.length > MOST_CHARACTERS) break
  }
  return { reason: MEANINGS.find(([words]) => words.test(text))?.[1] ?? 'unknown', code: CODE.exec(text)?.[1] ?? null }
}
