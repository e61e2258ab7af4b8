import type { CallTrouble } from '../../src/shared/domain/trouble.ts'
import { err, ok, type Result } from '../../src/shared/lib/result.ts'
import type { Clock } from '../../src/main/core/ports/clock.ts'
import type {
  Caller,
  FoundQuery,
  FoundReport,
  Participation,
  QueryLook,
  ReportLook,
  ReportOrder,
  SellingApi,
} from '../../src/main/core/ports/selling-api.ts'
import { createFaults, type Faults } from './faults.ts'

export type SellingOperation = keyof SellingApi

/** What the twin was asked, in our words. */
export interface SellingCall {
  readonly operation: SellingOperation
  readonly at: number
  readonly bucketKey: string
  /** The access credential used, as text: a test may tie it to an account. */
  readonly access: string
  readonly order: ReportOrder | null
  readonly path: string | null
  readonly query: Readonly<Record<string, string>> | null
  readonly reportId: string | null
  /** Text of a Data Kiosk query, and the page of its result. */
  readonly text: string | null
  readonly cursor: string | null
}

export type ReportEnd = 'done' | 'empty' | 'failed' | 'failed-with-reason'

export interface TwinSellingWorld {
  readonly clock: Pick<Clock, 'now'>
  /** Ms from order to end; 30 s when left out. */
  readonly reportMs?: (order: ReportOrder, call: SellingCall) => number
  readonly reportEnd?: (order: ReportOrder, call: SellingCall) => ReportEnd
  /** How many queries a result is spread over; 1 when left out. */
  readonly queryPages?: (text: string) => number
  readonly queryEnd?: (text: string, call: SellingCall) => ReportEnd
  readonly participations?: (call: SellingCall) => readonly Participation[]
  /** Body of a paged or probing call, sent as JSON; `{}` when left out. */
  readonly page?: (call: SellingCall) => unknown
}

export interface TwinReport {
  readonly reportId: string
  readonly bucketKey: string
  readonly order: ReportOrder
  readonly createdAt: number
  readonly endsAt: number
  readonly end: ReportEnd
}

export interface TwinQuery {
  readonly queryId: string
  readonly bucketKey: string
  readonly text: string
  /** First page is 1. */
  readonly page: number
  readonly createdAt: number
  readonly endsAt: number
  readonly end: ReportEnd
}

export interface TwinSellingApi extends SellingApi {
  readonly faults: Faults<SellingOperation, SellingCall, CallTrouble>
  readonly calls: readonly SellingCall[]
  readonly reports: readonly TwinReport[]
  readonly queries: readonly TwinQuery[]
  count(operation: SellingOperation): number
  /** The next createReport or createQuery makes what was asked for, but the answer never arrives. */
  loseNextAnswer(): void
  /** What the document behind an address or document id was ordered as. */
  orderOf(urlOrDocumentId: string): ReportOrder | null
}

/** A tiny Amazon in memory: reports become done after a while, faults come on request, every call is counted. */
export function createTwinSellingApi(world: TwinSellingWorld): TwinSellingApi {
  const faults = createFaults<SellingOperation, SellingCall, CallTrouble>()
  const calls: SellingCall[] = []
  const reports: TwinReport[] = []
  const queries: TwinQuery[] = []
  let answersToLose = 0

  const ask = async <Value>(
    operation: SellingOperation,
    caller: Caller,
    facts: Partial<SellingCall>,
    answer: (call: SellingCall) => Result<Value, CallTrouble>,
  ) => {
    if (caller.signal?.aborted) return err<CallTrouble>({ kind: 'offline', evidence: 'stopped' })
    const call = noted(operation, caller, facts, world.clock.now())
    calls.push(call)
    const fault = faults.take(operation, call)
    return fault === null ? answer(call) : err(fault)
  }
  const mine = (call: SellingCall, reportId: string) => reports.find((one) => one.reportId === reportId && one.bucketKey === call.bucketKey)

  const answered = <Value>(value: Value): Result<Value, CallTrouble> => {
    if (answersToLose === 0) return ok(value)
    answersToLose -= 1
    return err({ kind: 'offline', evidence: 'the answer was lost' })
  }
  const createReport = (call: SellingCall, order: ReportOrder): Result<{ readonly reportId: string }, CallTrouble> => {
    const report = ordered(world, call, order, `R${reports.length + 1}`)
    reports.push(report)
    return answered({ reportId: report.reportId })
  }
  const createQuery = (call: SellingCall, text: string): Result<{ readonly queryId: string }, CallTrouble> => {
    const query = {
      queryId: `Q${queries.length + 1}`,
      bucketKey: call.bucketKey,
      text,
      page: Number(call.cursor?.replace('page-', '') ?? 1),
      createdAt: call.at,
      endsAt: call.at + 30_000,
      end: world.queryEnd?.(text, call) ?? 'done',
    }
    queries.push(query)
    return answered({ queryId: query.queryId })
  }

  return {
    faults,
    calls,
    reports,
    queries,
    count: (operation) => calls.filter((call) => call.operation === operation).length,
    loseNextAnswer: () => {
      answersToLose += 1
    },
    budget: () => [],
    orderOf: (text) => reports.find((one) => text.endsWith(`D-${one.reportId}`))?.order ?? null,
    participations: (caller) => ask('participations', caller, {}, (call) => ok(world.participations?.(call) ?? [])),
    createReport: (caller, order) => ask('createReport', caller, { order }, (call) => createReport(call, order)),
    lookAtReport: (caller, reportId) =>
      ask('lookAtReport', caller, { reportId }, (call) => {
        const report = mine(call, reportId)
        return report ? ok(lookAt(report, report.reportId, world.clock.now())) : err({ kind: 'not-found', evidence: 'NotFound' })
      }),
    findReports: (caller, order) =>
      ask('findReports', caller, {}, (call) =>
        ok(
          reports
            .filter((one) => one.bucketKey === call.bucketKey && one.order.reportType === order.reportType && one.createdAt >= order.since)
            .map((one) => found(one, world.clock.now())),
        ),
      ),
    listReports: (caller, order) =>
      ask('listReports', caller, {}, (call) => {
        const mine = reports.filter(
          (one) => one.bucketKey === call.bucketKey && one.order.reportType === order.reportType && one.createdAt >= order.since,
        )
        // Two on a page, so that every list has several.
        const first = Number(order.cursor ?? 0)
        const cursor = first + 2 < mine.length ? String(first + 2) : null
        return ok({ reports: mine.slice(first, first + 2).map((one) => found(one, world.clock.now())), cursor })
      }),
    resolveDocument: (caller, documentId) =>
      ask('resolveDocument', caller, { reportId: documentId.replace(/^D-/, '') }, () =>
        ok({ url: `https://documents.example/${documentId}`, gzip: false }),
      ),
    createQuery: (caller, text, cursor) => ask('createQuery', caller, { text, cursor: cursor ?? null }, (call) => createQuery(call, text)),
    lookAtQuery: (caller, queryId) =>
      ask('lookAtQuery', caller, {}, (call) => {
        const query = queries.find((one) => one.queryId === queryId && one.bucketKey === call.bucketKey)
        return query ? ok(lookAtPage(world, query)) : err({ kind: 'not-found', evidence: 'NotFound' })
      }),
    cancelQuery: (caller, queryId) => ask('cancelQuery', caller, { reportId: queryId }, () => ok(null)),
    findQueries: (caller, { since }) =>
      ask('findQueries', caller, {}, (call) =>
        ok(
          queries
            .filter((one) => one.bucketKey === call.bucketKey && one.createdAt >= since)
            .map((one): FoundQuery => ({ ...one, look: lookAtPage(world, one) })),
        ),
      ),
    resolveQueryDocument: (caller, documentId) =>
      ask('resolveQueryDocument', caller, {}, () => ok({ url: `https://documents.example/${documentId}`, gzip: false })),
    readPage: (caller, { path, query }) =>
      ask('readPage', caller, { path, query }, (call) => ok(new TextEncoder().encode(JSON.stringify(world.page?.(call) ?? {})))),
    probe: (caller, { path, query }) => ask('probe', caller, { path, query }, () => ok({ evidence: 'twin' })),
  }
}

function noted(operation: SellingOperation, caller: Caller, facts: Partial<SellingCall>, at: number): SellingCall {
  return {
    operation,
    at,
    bucketKey: caller.bucketKey,
    access: caller.access.access.reveal(),
    order: null,
    path: null,
    query: null,
    reportId: null,
    text: null,
    cursor: null,
    ...facts,
  }
}

function ordered(world: TwinSellingWorld, call: SellingCall, order: ReportOrder, reportId: string): TwinReport {
  const endsAt = call.at + (world.reportMs?.(order, call) ?? 30_000)
  return { reportId, bucketKey: call.bucketKey, order, createdAt: call.at, endsAt, end: world.reportEnd?.(order, call) ?? 'done' }
}

function lookAt(report: Pick<TwinReport, 'endsAt' | 'end'>, id: string, now: number): ReportLook {
  if (now < report.endsAt) return { kind: 'waiting' }
  if (report.end === 'empty') return { kind: 'empty' }
  if (report.end === 'failed') return { kind: 'failed', documentId: null }
  if (report.end === 'failed-with-reason') return { kind: 'failed', documentId: 'D-reason' }
  return { kind: 'done', documentId: `D-${id}` }
}

function lookAtPage(world: TwinSellingWorld, query: TwinQuery): QueryLook {
  const look = lookAt(query, query.queryId, world.clock.now())
  const isLast = query.page >= (world.queryPages?.(query.text) ?? 1)
  return look.kind === 'done' && !isLast ? { kind: 'page', documentId: look.documentId, next: `page-${query.page + 1}` } : look
}

function found(report: TwinReport, now: number): FoundReport {
  return {
    reportId: report.reportId,
    reportType: report.order.reportType,
    marketplaceIds: report.order.marketplaceIds,
    start: report.order.dates?.start ?? null,
    end: report.order.dates?.end ?? null,
    createdAt: report.createdAt,
    look: lookAt(report, report.reportId, now),
  }
}
