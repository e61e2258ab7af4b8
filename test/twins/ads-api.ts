import type { CallTrouble } from '../../src/shared/domain/trouble.ts'
import { err, ok, type Result } from '../../src/shared/lib/result.ts'
import type { AdsApi, AdsProfile, AdsReportLook, AdsReportOrder } from '../../src/main/core/ports/ads-api.ts'
import type { Clock } from '../../src/main/core/ports/clock.ts'
import type { Caller } from '../../src/main/core/ports/selling-api.ts'
import { createFaults, type Faults } from './faults.ts'

export type AdsOperation = keyof AdsApi

export interface AdsCall {
  readonly operation: AdsOperation
  readonly at: number
  readonly bucketKey: string
  readonly access: string
  readonly profileId: string | null
  readonly order: AdsReportOrder | null
}

export interface TwinAdsWorld {
  readonly clock: Pick<Clock, 'now'>
  readonly profiles?: (call: AdsCall) => readonly AdsProfile[]
  /** Ms from order to end; 2 minutes when left out. */
  readonly reportMs?: (order: AdsReportOrder) => number
  readonly fails?: (order: AdsReportOrder) => boolean
}

interface TwinAdsReport {
  readonly reportId: string
  readonly order: AdsReportOrder
  readonly endsAt: number
  readonly failed: boolean
}

export interface TwinAdsApi extends AdsApi {
  readonly faults: Faults<AdsOperation, AdsCall, CallTrouble>
  readonly calls: readonly AdsCall[]
  readonly reports: readonly TwinAdsReport[]
  count(operation: AdsOperation): number
  orderOf(url: string): AdsReportOrder | null
}

/** A tiny advertising Amazon in memory. The same order while it still runs is answered with the running report's id. */
export function createTwinAdsApi(world: TwinAdsWorld): TwinAdsApi {
  const faults = createFaults<AdsOperation, AdsCall, CallTrouble>()
  const calls: AdsCall[] = []
  const reports: TwinAdsReport[] = []
  const now = () => world.clock.now()

  const ask = async <Value>(
    operation: AdsOperation,
    caller: Caller,
    facts: Pick<AdsCall, 'profileId' | 'order'>,
    answer: (call: AdsCall) => Result<Value, CallTrouble>,
  ) => {
    if (caller.signal?.aborted) return err<CallTrouble>({ kind: 'offline', evidence: 'stopped' })
    const call = { operation, at: now(), bucketKey: caller.bucketKey, access: caller.access.access.reveal(), ...facts }
    calls.push(call)
    const fault = faults.take(operation, call)
    return fault === null ? answer(call) : err(fault)
  }

  const createReport = (order: AdsReportOrder): TwinAdsReport => {
    const running = reports.find((one) => now() < one.endsAt && isSame(one.order, order))
    if (running) return running
    const report = {
      reportId: `A${reports.length + 1}`,
      order,
      endsAt: now() + (world.reportMs?.(order) ?? 120_000),
      failed: world.fails?.(order) ?? false,
    }
    reports.push(report)
    return report
  }

  return {
    faults,
    calls,
    reports,
    count: (operation) => calls.filter((call) => call.operation === operation).length,
    orderOf: (url) => reports.find((one) => url.endsWith(`/${one.reportId}`))?.order ?? null,
    profiles: (caller) => ask('profiles', caller, { profileId: null, order: null }, (call) => ok(world.profiles?.(call) ?? [])),
    createReport: (caller, order) =>
      ask('createReport', caller, { profileId: order.profileId, order }, () => ok({ reportId: createReport(order).reportId })),
    lookAtReport: (caller, profileId, reportId) =>
      ask('lookAtReport', caller, { profileId, order: null }, () => {
        const report = reports.find((one) => one.reportId === reportId && one.order.profileId === profileId)
        return report ? ok(lookAt(report, now())) : err({ kind: 'not-found', evidence: '404' })
      }),
  }
}

/** Amazon compares what is reported on, not the order's name. */
function isSame(one: AdsReportOrder, other: AdsReportOrder): boolean {
  return JSON.stringify({ ...one, name: '' }) === JSON.stringify({ ...other, name: '' })
}

function lookAt(report: TwinAdsReport, now: number): AdsReportLook {
  if (now < report.endsAt) return { kind: 'waiting' }
  return report.failed ? { kind: 'failed', evidence: 'FAILED' } : { kind: 'done', url: `https://documents.example/${report.reportId}` }
}
