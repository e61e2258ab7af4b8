import { text, type Command } from './command.ts'
import { EXIT } from './exit-codes.ts'
import { fail, printJson } from './print.ts'
import { readReport, reportOptions } from './report.ts'
import { chosenPart } from './vendor-part.ts'

/** `springline export NAME`: a report as CSV (UTF-8 with BOM, ISO days, dot decimals as minor units), to a file or standard output. */
export const exportCommand: Command = {
  name: 'export',
  usage: 'export sales|profit|ads|products|vendor|settlements --channel ID [--from D] [--to D] [--part P] [--out FILE]',
  summary: 'a report as CSV',
  options: { ...reportOptions, out: { type: 'string' } },
  needs: 'read',
  async run(context) {
    const found = await readReport(context)
    if (!found.ok) return fail(context, found.error)
    const { rows } = chosenPart(context.values, found.value)
    const csv = toCsv(rows, found.value.currency)
    const out = text(context.values, 'out')
    if (out === null) {
      context.io.out(csv.trimEnd())
      return EXIT.done
    }
    await context.io.writeFile(out, `\uFEFF${csv}`)
    if (context.json) printJson(context, { file: out, rows: rows.length })
    else context.io.out(`${rows.length} rows written to ${out}`)
    return EXIT.done
  },
}

export function toCsv(rows: readonly object[], currency: string): string {
  const heads = rows[0] ? [...Object.keys(rows[0]), 'currency'] : ['currency']
  const lines = rows.map((row) => [...Object.values(row), currency].map(cell).join(','))
  return `${[heads.join(','), ...lines].join('\r\n')}\r\n`
}

/** Text that a spreadsheet would run as a formula is kept as text by a leading apostrophe. */
function cell(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'number') return String(value)
  const raw = typeof value === 'string' ? value : JSON.stringify(value)
  const guarded = /^[\s"']*[=+\-@\t\r\n\0\uFF1D\uFF0B\uFF0D\uFF20]/u.test(raw) && !/^\d{4}-\d{2}-\d{2}$/.test(raw) ? `'${raw}` : raw
  return /[",\r\n]/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded
}
