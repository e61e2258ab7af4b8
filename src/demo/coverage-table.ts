import type { PlainDay } from './history-mark.ts'

const COMPLETE = new Set(['complete-settled', 'complete-settling', 'empty-proven'])
const FETCHABLE = new Set(['missing-fetchable', 'partial'])

/** Per dataset: complete, fetchable and lost days, before and after. */
export function coverageTable(before: readonly PlainDay[], after: readonly PlainDay[], channels: ReadonlySet<number>): string[] {
  const own = [...before, ...after].filter((day) => channels.has(day.channelId))
  const datasets = [...new Set(own.map((day) => day.dataset))].sort()
  const heads = ['DATASET', 'COMPLETE', 'FETCHABLE', 'LOST', '', 'COMPLETE', 'FETCHABLE', 'LOST']
  const rows = datasets.map((dataset) => [dataset, ...counts(before, dataset, channels), '->', ...counts(after, dataset, channels)])
  const widths = heads.map((head, index) => Math.max(head.length, ...rows.map((row) => (row[index] ?? '').length)))
  return [heads, ...rows].map((row) =>
    row.map((cell, index) => (index === 0 ? cell.padEnd(widths[index] ?? 0) : cell.padStart(widths[index] ?? 0))).join('  '),
  )
}

export function fetchableDays(days: readonly PlainDay[], channels: ReadonlySet<number>): PlainDay[] {
  return days.filter((day) => channels.has(day.channelId) && FETCHABLE.has(day.state))
}

function counts(days: readonly PlainDay[], dataset: string, channels: ReadonlySet<number>): string[] {
  const own = days.filter((day) => day.dataset === dataset && channels.has(day.channelId))
  const count = (states: ReadonlySet<string>) => String(own.filter((day) => states.has(day.state)).length)
  return [count(COMPLETE), count(FETCHABLE), count(new Set(['missing-lost']))]
}
