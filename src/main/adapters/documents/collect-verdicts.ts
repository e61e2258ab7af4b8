import type { Row, RowVerdict } from '../../datasets/document.ts'
import { BadDocument } from './bad-document.ts'

const MOST_NOTES = 20

export interface CollectedRows {
  readonly rows: Row[]
  readonly foreignRows: number
  /** What the dataset remarked, each once. */
  readonly notes: readonly string[]
}

/** Rows of a JSON document; the first bad one refuses all. */
export function collectVerdicts(verdicts: Iterable<RowVerdict>): CollectedRows {
  const rows: Row[] = []
  const notes = new Set<string>()
  let foreignRows = 0
  let number = 0
  for (const verdict of verdicts) {
    number += 1
    if (verdict.kind === 'bad') throw new BadDocument(`record ${number}, ${verdict.column}: ${verdict.why}`)
    if (verdict.kind === 'foreign') foreignRows += 1
    else {
      rows.push(verdict.row)
      if (verdict.note !== undefined && notes.size < MOST_NOTES) notes.add(verdict.note)
    }
  }
  return { rows, foreignRows, notes: [...notes] }
}
