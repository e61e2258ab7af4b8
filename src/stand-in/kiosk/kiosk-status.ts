import type { Core } from '../core.ts'
import { isoSeconds } from '../lib/instants.ts'
import { hashOf } from '../lib/random.ts'
import type { QueryRow } from '../state.ts'
import { KIOSK, linesOf } from './kiosk-document.ts'

type Status = 'IN_QUEUE' | 'IN_PROGRESS' | 'DONE' | 'FATAL'

/** Where a query stands now; the first look after its end decides its outcome for good. */
export function queryStatus(core: Core, row: QueryRow): Status {
  const now = core.now()
  if (row.outcome === undefined) {
    if (now < row.startsAt) return 'IN_QUEUE'
    const target = { account: row.accountId, reportType: KIOSK }
    if (now < row.endsAt || core.faults.look('never-done', target) !== undefined) return 'IN_PROGRESS'
    const fatal = core.faults.strike('fatal', target)
    if (fatal?.status !== undefined) row.failedFor = fatal.status
    row.outcome = fatal === undefined ? (linesOf(core, row) === '' ? 'empty' : 'done') : 'failed'
    core.changed()
  }
  return row.outcome === 'failed' ? 'FATAL' : 'DONE'
}

/** A query as Amazon describes it; what is undefined is left out of the JSON. */
export function describeQuery(core: Core, row: QueryRow): Record<string, unknown> {
  const processingStatus = queryStatus(core, row)
  const isEnded = processingStatus === 'DONE' || processingStatus === 'FATAL'
  return {
    queryId: row.id,
    query: row.text,
    createdTime: isoSeconds(row.createdAt),
    processingStatus,
    processingStartTime: isEnded ? isoSeconds(row.startsAt) : undefined,
    processingEndTime: isEnded ? isoSeconds(row.endsAt) : undefined,
    dataDocumentId: processingStatus === 'DONE' && row.outcome === 'done' ? queryDocumentId(row) : undefined,
    errorDocumentId: processingStatus === 'FATAL' ? queryDocumentId(row) : undefined,
  }
}

export function queryDocumentId(row: QueryRow): string {
  return `amzn1.tortuga.4.${row.region}.${hashOf(`document ${row.id} ${row.accountId}`).toString(16).padStart(8, '0')}.${row.id}`
}
