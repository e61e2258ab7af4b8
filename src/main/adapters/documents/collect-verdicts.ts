import type { Row, RowVerdict } from '../../datasets/document.ts'
import { BadDocument } from './bad-document.ts'

const MOST_NOTES = 20

export interface CollectedRows {
  readonly rows: readonly Row[]
  readonly foreignRows: number
  /** What the dataset remarked, each once. */
  readonly notes: readonly string[]
}

/** The refusal of a document for one bad record. */
export function badRecord(place: string, { column, why }: Extract<RowVerdict, { kind: 'bad' }>): BadDocument {
  return new BadDocument(`${place} ${column}: ${why}`, 'bad-document', {
    kind: isAbsence(why) ? 'missing-column' : 'unreadable',
    column,
    why,
  })
}

function isAbsence(why: string): boolean {
  return why === 'left out' || why.startsWith('no list of')
}

/** Rows of a JSON document; the first bad one refuses all. */
export function collectVerdicts(verdicts: Iterable<RowVerdict>): CollectedRows {
  const rows: Row[] = []
  const notes = new Set<string>()
  let foreignRows = 0
  let number = 0
  for (const verdict of verdicts) {
    number += 1
    if (verdict.kind === 'bad') throw badRecord(`record ${number},`, verdict)
    if (verdict.kind === 'foreign') foreignRows += 1
    else {
      rows.push(verdict.row)
      if (verdict.note !== undefined && notes.size < MOST_NOTES) notes.add(verdict.note)
    }
  }
  return { rows, foreignRows, notes: [...notes] }
}
