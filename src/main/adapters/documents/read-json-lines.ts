import type { DatasetDocument, Row, RowContext } from '../../datasets/document.ts'
import { BadDocument } from './bad-document.ts'
import { badRecord } from './collect-verdicts.ts'
import type { ReadRows } from './flat-file.ts'
import { readJson } from './read-json.ts'
import { readLines } from './read-lines.ts'

const MOST_NOTES = 20

/** Reads a document of one JSON value a line as it streams in. One bad line refuses all, so a day is never half read. */
export async function readJsonLines(
  declared: Extract<DatasetDocument, { kind: 'json-lines' }>,
  context: RowContext,
  text: AsyncIterable<string>,
): Promise<ReadRows> {
  const rows: Row[] = []
  const notes = new Set<string>()
  let foreignRows = 0
  for await (const batch of readLines(text)) {
    for (const line of batch) {
      const verdict = declared.read(jsonOf(line), context)
      if (verdict.kind === 'bad') throw badRecord(`line ${line.number},`, verdict)
      if (verdict.kind === 'foreign') foreignRows += 1
      else {
        rows.push(verdict.row)
        if (verdict.note !== undefined && notes.size < MOST_NOTES) notes.add(verdict.note)
      }
    }
  }
  return { rows, foreignRows, notes: [...notes], news: [], means: rows.length + foreignRows === 0 ? 'empty' : 'rows' }
}

function jsonOf({ number, text }: { readonly number: number; readonly text: string }): unknown {
  try {
    return readJson(text)
  } catch (cause) {
    if (cause instanceof BadDocument) throw new BadDocument(`line ${number} is ${cause.message}`)
    throw cause
  }
}
