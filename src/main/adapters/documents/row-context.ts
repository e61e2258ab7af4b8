import { epochDayAt } from '../../../shared/lib/zone.ts'
import type { IngestOrder } from '../../core/ports/document-ingest.ts'
import type { RowContext } from '../../datasets/document.ts'

/** Days begin and clocks change on quarter hours in every zone in use, so one look per quarter hour is enough. */
const QUARTER_MS = 900_000

export function rowContext({ channel, interval, fetchedAt, asked, siblings }: IngestOrder): RowContext {
  const known = new Map<number, number>()
  const dayAt = (instantMs: number): number => {
    const quarter = Math.floor(instantMs / QUARTER_MS)
    const day = known.get(quarter) ?? epochDayAt(instantMs, channel.zone)
    known.set(quarter, day)
    return day
  }
  return { channel, interval, dayAt, today: dayAt(fetchedAt), ...(asked ? { asked } : {}), ...(siblings ? { siblings } : {}) }
}
