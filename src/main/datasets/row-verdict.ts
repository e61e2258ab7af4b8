import type { BadVerdict, Row, RowVerdict } from './document.ts'

/** Ends the reading of a row; caught by `rowVerdict` and never seen outside it. Carries no text of the row. */
class BadCell extends Error {
  readonly column: string
  readonly why: string

  constructor(column: string, why: string) {
    super(`${column}: ${why}`)
    this.column = column
    this.why = why
  }
}

/** The verdict on one record: its row, *foreign* for null, or *bad* where a `need` was not met. */
export function rowVerdict(read: () => Row | { readonly row: Row; readonly note: string } | null): RowVerdict {
  try {
    const found = read()
    if (found === null) return { kind: 'foreign' }
    return 'row' in found ? { kind: 'row', ...found } : { kind: 'row', row: found }
  } catch (cause) {
    if (cause instanceof BadCell) return badRow(cause.column, cause.why)
    throw cause
  }
}

/** The value, or the end of this row when there is none or `holds` is false. `why` never quotes the record. */
export function need<Value>(
  value: Value | null | undefined,
  column: string,
  why: string,
  holds: (value: Value) => boolean = () => true,
): Value {
  if (value === null || value === undefined || !holds(value)) throw new BadCell(column, why)
  return value
}

export function badRow(column: string, why: string): BadVerdict {
  return { kind: 'bad', column, why }
}
