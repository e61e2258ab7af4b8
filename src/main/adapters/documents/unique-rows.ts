import type { Row } from '../../datasets/document.ts'
import type { DatasetTable } from '../../datasets/table.ts'

/**
 * Rows of pages by their key, the last one wins: pages overlap when something is posted while they are read, and a paged
 * dataset's key is unique at Amazon.
 */
export function uniqueRows(table: DatasetTable, rows: readonly Row[]): readonly Row[] {
  const places = table.key.map((name) => table.columns.findIndex((column) => column.name === name))
  const found = new Map<string, Row>()
  for (const row of rows) found.set(places.map((place) => String(row[place])).join('\u001F'), row)
  return [...found.values()]
}
