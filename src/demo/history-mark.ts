import { createHash } from 'node:crypto'
import type { Springline } from './springline.ts'

export interface PlainDay {
  readonly channelId: number
  readonly dataset: string
  readonly day: string
  readonly state: string
  readonly rows: number
  readonly moneyMinor: number | null
  readonly currency: string | null
  readonly receiptId: number | null
}

export async function readCoverage(springline: Springline): Promise<readonly PlainDay[]> {
  const { days } = (await springline.run(['coverage'])) as { days: PlainDay[] }
  return days
}

/** One hash over every settled day older than the fault: rows, money and receipt, each proven against its rows when read. */
export function settledMark(
  days: readonly PlainDay[],
  keep: ReadonlySet<string> | null,
): { readonly hash: string; readonly keys: ReadonlySet<string> } {
  const settled = days.filter(
    (day) => (day.state === 'complete-settled' || day.state === 'empty-proven') && (keep === null || keep.has(keyOf(day))),
  )
  const hash = createHash('sha256')
  for (const day of settled)
    hash.update(JSON.stringify([day.channelId, day.dataset, day.day, day.rows, day.moneyMinor, day.currency, day.receiptId]))
  return { hash: hash.digest('hex'), keys: new Set(settled.filter((day) => day.state === 'complete-settled').map(keyOf)) }
}

function keyOf(day: PlainDay): string {
  return `${day.channelId}/${day.dataset}/${day.day}`
}
