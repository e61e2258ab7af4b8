import type { Core } from '../core.ts'
import { isoSeconds } from '../lib/instants.ts'
import { hashOf } from '../lib/random.ts'
import type { QueryRow } from '../state.ts'
import { KIOSK, pageOf } from './kiosk-document.ts'

type Status = 'IN_QUEUE' | 'IN_PROGRESS' | 'DONE' | 'CANCELLED' | 'FATAL'

/** Where a query stands now; the first look after its end decides its outcome for good. */
export function queryStatus(core: Core, row: QueryRow): Status {
  const now = core.now()
  if (row.outcome === undefined) {
    if (now < row.startsAt) return 'IN_QUEUE'
    const target = { account: row.accountId, reportType: KIOSK }
    if (now < row.endsAt || core.faults.look('never-done', target) !== undefined) return 'IN_PROGRESS'
    decideOutcome(core, row)
  }
  if (row.outcome === 'cancelled') return 'CANCELLED'
  return row.outcome === 'failed' ? 'FATAL' : 'DONE'
}

function decideOutcome(core: Core, row: QueryRow): void {
  const fatal = core.faults.strike('fatal', { account: row.accountId, reportType: KIOSK })
  if (fatal === undefined) row.outcome = pageOf(core, row).text === '' ? 'empty' : 'done'
  else {
    row.outcome = 'failed'
    if (fatal.status !== undefined) row.failedFor = fatal.status
  }
  core.changed()
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
    pagination: processingStatus === 'DONE' ? pagination(core, row) : undefined,
  }
}

/** Where the result goes on. The token stands for this result and belongs to whoever asked for it. */
function pagination(core: Core, row: QueryRow): { readonly nextToken: string } | undefined {
  if (core.state.pace.pageLines === undefined) return undefined
  const { nextSkip: skip } = pageOf(core, row)
  return skip === null
    ? undefined
    : { nextToken: core.sealer.seal('query page', { of: resultMark(core, row), skip, asOf: row.asOf ?? row.endsAt }) }
}

/** Tells results apart: one query's text, asked by one application for one account. */
export function resultMark(core: Core, { accountId, clientId, text }: Pick<QueryRow, 'accountId' | 'clientId' | 'text'>): string {
  return core.sealer.derive('query result', `${accountId} ${clientId} ${text}`, 24)
}

export function queryDocumentId(row: QueryRow): string {
  return `amzn1.tortuga.4.${row.region}.${hashOf(`document ${row.id} ${row.accountId}`).toString(16).padStart(8, '0')}.${row.id}`
}
