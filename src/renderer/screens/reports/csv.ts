/** A cell: text, a plain number, or null for what is unknown. */
export type Cell = string | number | null

const BOM = '\uFEFF'
/** Text that begins like this would be run as a formula by a spreadsheet. */
const FORMULA = /^\s*[=+\-@\t\r]/

/** Comma-separated lines for spreadsheets: UTF-8 with BOM, CRLF, dot decimals; text that looks like a formula is disarmed. */
export function toCsv(head: readonly string[], rows: readonly (readonly Cell[])[]): string {
  return BOM + [head, ...rows].map((row) => row.map(csvCell).join(',')).join('\r\n') + '\r\n'
}

/** Tab-separated lines for the clipboard. Tabs and line ends inside a text become spaces. */
export function toTabs(head: readonly string[], rows: readonly (readonly Cell[])[]): string {
  return [head, ...rows].map((row) => row.map((cell) => plain(cell).replace(/[\t\r\n]+/g, ' ')).join('\t')).join('\n')
}

function csvCell(cell: Cell): string {
  const text = plain(cell)
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

function plain(cell: Cell): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return String(cell)
  return FORMULA.test(cell) ? `'${cell}` : cell
}

/** Minor units as a plain decimal: 193511 in scale 2 is 1935.11. */
export function decimal(minor: number | null, scale: number): number | null {
  return minor === null ? null : Number((minor / 10 ** scale).toFixed(scale))
}
