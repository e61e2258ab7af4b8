import type { CallTrouble } from '../../src/shared/domain/trouble.ts'
import { err, ok, type Result } from '../../src/shared/lib/result.ts'
import type { Clock } from '../../src/main/core/ports/clock.ts'
import type { Caller, FoundReport, Participation, ReportLook, ReportOrder, SellingApi } from '../../src/main/core/ports/selling-api.ts'
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
}

export type ReportEnd = 'done' | 'empty' | 'failed'

export interface TwinSellingWorld {
  readonly clock: Pick<Clock, 'now'>
  /** Ms from order to end; 30 s when left out. */
  readonly reportMs?: (order: ReportOrder, call: SellingCall) => number
  readonly reportEnd?: (order: ReportOrder, call: SellingCall) => ReportEnd
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

export interface TwinSellingApi extends SellingApi {
  readonly faults: Faults<SellingOperation, SellingCall, CallTrouble>
  readonly calls: readonly SellingCall[]
  readonly reports: readonly TwinReport[]
  count(operation: SellingOperation): number
  /** The next createReport makes its report, but the answer never arrives. */
  loseNextAnswer(): void
  /** What the document behind an address or document id was ordered as. */
  orderOf(urlOrDocumentId: string): ReportOrder | null
}

/** A tiny Amazon in memory: reports become done after a while, faults come on request, every call is counted. */
export function createTwinSellingApi(world: TwinSellingWorld): TwinSellingApi {
  const faults = createFaults<SellingOperation, SellingCall, CallTrouble>()
  const calls: SellingCall[] = []
  const reports: TwinReport[] = []
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

  const createReport = (call: SellingCall, order: ReportOrder): Result<{ readonly reportId: string }, CallTrouble> => {
    const report = ordered(world, call, order, `R${reports.length + 1}`)
    reports.push(report)
    if (answersToLose === 0) return ok({ reportId: report.reportId })
    answersToLose -= 1
    return err({ kind: 'offline', evidence: 'the answer was lost' })
  }

  return {
    faults,
    calls,
    reports,
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
        return report ? ok(lookAt(report, world.clock.now())) : err({ kind: 'not-found', evidence: 'NotFound' })
      }),
    findReports: (caller, order) =>
      ask('findReports', caller, {}, (call) =>
        ok(
          reports
            .filter((one) => one.bucketKey === call.bucketKey && one.order.reportType === order.reportType && one.createdAt >= order.since)
            .map((one) => found(one, world.clock.now())),
        ),
      ),
    resolveDocument: (caller, documentId) =>
      ask('resolveDocument', caller, {}, () => ok({ url: `https://documents.example/${documentId}`, gzip: false })),
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
    ...facts,
  }
}

function ordered(world: TwinSellingWorld, call: SellingCall, order: ReportOrder, reportId: string): TwinReport {
  const endsAt = call.at + (world.reportMs?.(order, call) ?? 30_000)
  return { reportId, bucketKey: call.bucketKey, order, createdAt: call.at, endsAt, end: world.reportEnd?.(order, call) ?? 'done' }
}

function lookAt(report: TwinReport, now: number): ReportLook {
  if (now < report.endsAt) return { kind: 'waiting' }
  if (report.end === 'empty') return { kind: 'empty' }
  if (report.end === 'failed') return { kind: 'failed', documentId: null }
  return { kind: 'done', documentId: `D-${report.reportId}` }
}

function found(report: TwinReport, now: number): FoundReport {
  return {
    reportId: report.reportId,
    reportType: report.order.reportType,
    marketplaceIds: report.order.marketplaceIds,
    start: report.order.dates?.start ?? null,
    end: report.order.dates?.end ?? null,
    createdAt: report.createdAt,
    look: lookAt(report, now),
  }
}
