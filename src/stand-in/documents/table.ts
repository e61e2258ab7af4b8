import type { Core } from '../core.ts'
import { hashOf } from '../lib/random.ts'
import type { ReportRow } from '../state.ts'

/**
 * Writes a flat file: tabs, no quoting. Some files end their lines with CR LF, some have an empty line at the end,
 * some begin with a byte order mark; which ones is drawn from the report's id.
 */
export function writeTable(
  core: Core,
  row: ReportRow,
  columns: readonly string[],
  lines: readonly Readonly<Record<string, string>>[],
): string {
  const dice = hashOf(`dirt ${row.id}`)
  const target = { account: row.accountId, reportType: row.type }
  let names = [...columns]
  if (core.faults.look('missing-column', target) !== undefined) names = names.filter((name) => name !== 'sku' && name !== 'seller-sku')
  if (core.faults.look('unknown-column', target) !== undefined) names.splice(3, 0, 'novel-column')
  const end = dice % 3 === 0 ? '\r\n' : '\n'
  const body = [names, ...lines.map((cells) => names.map((name) => cells[name] ?? ''))].map((cells) => cells.join('\t')).join(end)
  return `${dice % 5 === 0 ? '\uFEFF' : ''}${body}${end}${dice % 4 === 0 ? end : ''}`
}
