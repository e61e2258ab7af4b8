import type { DatasetDocument, Row, RowContext, Statement } from '../../datasets/document.ts'
import { BadDocument } from './bad-document.ts'
import { badRecord } from './collect-verdicts.ts'
import { unknownHeaders } from './find-news.ts'
import { readHead, recordOf, sentenceOf, type Head, type ReadRows } from './flat-file.ts'
import { MOST_COLUMNS } from './policy.ts'
import { readLines, type Line } from './read-lines.ts'

type Declared = Extract<DatasetDocument, { kind: 'statement' }>

/** Reads a flat file whose first record speaks for all of it, for one channel. One bad record refuses it whole, and so does its end. */
export async function readStatement(
  declared: Declared,
  context: RowContext,
  text: AsyncIterable<string>,
  seen: (header: readonly string[]) => void,
): Promise<ReadRows> {
  const reader = createReader(declared, context, seen)
  for await (const batch of readLines(text)) {
    for (const line of batch) if (reader.add(line) === 'enough') return reader.end()
  }
  return reader.end()
}

interface Reader {
  /** `enough` when nothing that follows can be the channel's. */
  add(line: Line): 'more' | 'enough'
  end(): ReadRows
}

function createReader(declared: Declared, context: RowContext, seen: (header: readonly string[]) => void): Reader {
  const ends = new Uint32Array(MOST_COLUMNS + 1)
  const rows: Row[] = []
  let head: Head | null = null
  let statement: Statement | null = null
  let line = 0
  let foreignRows = 0

  return {
    add: (read) => {
      if (head === null) {
        if (sentenceOf(declared, read.text) === 'empty') throw new BadDocument('a sentence instead of a statement')
        head = readHead(declared, read.text, seen)
        return 'more'
      }
      const record = recordOf(head, read, ends)
      if (statement === null) {
        const opened = declared.open(record, context)
        if ('kind' in opened) throw badRecord(`line ${read.number}, column`, opened)
        statement = opened
        return statement.says === null ? 'enough' : 'more'
      }
      line += 1
      const verdict = statement.read(record, line)
      if (verdict.kind === 'bad') throw badRecord(`line ${read.number}, column`, verdict)
      if (verdict.kind === 'row') rows.push(verdict.row)
      else foreignRows += 1
      return 'more'
    },
    end: () => {
      if (head === null) throw new BadDocument('the document is empty')
      if (statement === null) throw new BadDocument('the statement has no first record')
      const refused = statement.says === null ? null : statement.end()
      if (refused !== null) throw badRecord('the whole statement,', refused)
      return { rows, foreignRows, notes: [], news: unknownHeaders(declared, head.names), means: 'rows', says: statement.says }
    },
  }
}
