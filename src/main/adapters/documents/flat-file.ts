import type { DatasetDocument, FlatColumns, FlatRecord, Row, RowContext, StatementFacts } from '../../datasets/document.ts'
import { BadDocument } from './bad-document.ts'
import { badRecord } from './collect-verdicts.ts'
import { unknownHeaders, type News } from './find-news.ts'
import { MOST_COLUMNS } from './policy.ts'
import { readLines, type Line } from './read-lines.ts'

export type FlatFile = Extract<DatasetDocument, { kind: 'flat-file' }>

/** What a document gave: rows, and how many were another channel's. `means` is set when it was a known sentence. */
export interface ReadRows {
  readonly rows: readonly Row[]
  readonly foreignRows: number
  readonly notes: readonly string[]
  /** What the document has that is not known. */
  readonly news: readonly News[]
  readonly means: 'rows' | 'empty'
  /** What a statement says about itself; null when nothing of it is the channel's. */
  readonly says?: StatementFacts | null
}

/** Reads a flat file line by line. One bad row refuses the whole document, so a day is never half read. */
export async function readFlatFile(
  declared: FlatFile,
  context: RowContext,
  text: AsyncIterable<string>,
  seen: (header: readonly string[]) => void,
): Promise<ReadRows> {
  const rows: Row[] = []
  let foreignRows = 0
  let head: Head | null = null
  const ends = new Uint32Array(MOST_COLUMNS + 1)
  for await (const batch of readLines(text)) {
    for (const line of batch) {
      if (head === null) {
        if (sentenceOf(declared, line.text) === 'empty') return { rows: [], foreignRows: 0, notes: [], news: [], means: 'empty' }
        head = readHead(declared, line.text, seen)
        continue
      }
      const verdict = declared.read(recordOf(head, line, ends), context)
      if (verdict.kind === 'bad') throw badRecord(`line ${line.number}, column`, verdict)
      if (verdict.kind === 'row') rows.push(verdict.row)
      else foreignRows += 1
    }
  }
  if (head === null) throw new BadDocument('the document is empty')
  return { rows, foreignRows, notes: [], news: unknownHeaders(declared, head.names), means: 'rows' }
}

export interface Head {
  readonly names: readonly string[]
  readonly places: ReadonlyMap<string, number>
  /** Cells a line must have: up to the last column that a required name stands in. */
  readonly least: number
}

export function sentenceOf(declared: FlatColumns, line: string): 'empty' | null {
  const sentence = declared.sentences.find((one) => line.startsWith(one.startsWith))
  if (sentence?.means === 'range-refused') throw new BadDocument('Amazon refused the range of days', 'range-refused')
  return sentence ? 'empty' : null
}

export function readHead(declared: FlatColumns, line: string, seen: (header: readonly string[]) => void): Head {
  if (line.includes('\r')) throw new BadDocument('line 1: lines end with a carriage return alone')
  const names = line.split('\t').map((name) => name.trim())
  if (names.length > MOST_COLUMNS) throw new BadDocument(`line 1: more than ${MOST_COLUMNS} columns`)
  if (isHeader(declared, names)) seen(names)
  const places = new Map<string, number>()
  let least = 0
  for (const [own, column] of Object.entries(declared.headers)) {
    const place = placeOf(names, column)
    places.set(own, place)
    if (column.required) least = Math.max(least, place + 1)
  }
  return { names, places, least }
}

/** A first line that has half of the columns we need is a header, whatever is missing; another one may hold anybody's cells. */
function isHeader({ headers }: FlatColumns, names: readonly string[]): boolean {
  const needed = Object.values(headers).filter(({ required }) => required)
  return needed.filter(({ anyOf }) => names.some((name) => anyOf.includes(name))).length * 2 >= needed.length
}

/** Where a column stands; -1 for an optional one that is not there. */
function placeOf(names: readonly string[], { anyOf, required }: FlatColumns['headers'][string]): number {
  const place = names.findIndex((name) => anyOf.includes(name))
  const told = anyOf[0] ?? ''
  if (place < 0 && required)
    throw new BadDocument(`line 1: no column ${told}`, 'bad-document', { kind: 'missing-column', column: told, why: 'not in the header' })
  if (place >= 0 && names.lastIndexOf(names[place] ?? '') !== place) throw new BadDocument(`line 1: column ${told} stands twice`)
  return place
}

/** Reads the cells that are asked for; good until the next line, which uses the same `ends`. */
export function recordOf(head: Head, line: Line, ends: Uint32Array): FlatRecord {
  const { text } = line
  const cells = findEnds(text, ends)
  const count = head.names.length
  if (cells > count && text.length > (ends[count - 1] ?? 0) + (cells - count))
    throw new BadDocument(`line ${line.number}: more than ${count} columns`)
  const isCut = cells < count && (cells < head.least || !line.isEnded)
  if (isCut) throw new BadDocument(`line ${line.number}: ends before column ${head.names[cells] ?? ''}`)
  return (column) => {
    const place = head.places.get(column)
    if (place === undefined) throw new Error(`the dataset declares no column ${column}`)
    if (place < 0 || place >= cells) return ''
    return text.slice(place === 0 ? 0 : (ends[place - 1] ?? 0) + 1, ends[place])
  }
}

/** Where each cell ends; splitting every line whole would make twice as many texts as are ever read. Answers how many cells. */
function findEnds(text: string, ends: Uint32Array): number {
  let cells = 0
  for (let at = text.indexOf('\t'); at >= 0 && cells < ends.length - 1; at = text.indexOf('\t', at + 1)) {
    ends[cells] = at
    cells += 1
  }
  ends[cells] = text.length
  return cells + 1
}
