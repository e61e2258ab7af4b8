import type { RunWay } from '../../../shared/domain/run.ts'
import type { Dataset } from '../../datasets/dataset.ts'
import type { DatasetRequest } from '../../datasets/request.ts'
import type { PlannedSlice } from '../ports/sync-progress.ts'
import { ADS_REPORT_QUOTA, ADS_REPORT_TAIL_MS, CALL_TAIL_MS, DATA_KIOSK_QUOTA, REPORT_QUOTA, REPORT_TAIL_MS } from './policy.ts'

/** The scarce bucket a request spends from, and how long its answer usually takes after that. */
export interface SliceCost {
  readonly bucket: string
  readonly perSecond: number
  readonly burst: number
  readonly tailMs: number
}

/** What a run or slice asks; only runs that fell back have another way than their own. */
export function requestOf(dataset: Dataset, request: 'days' | 'changes', way: RunWay = 'own'): DatasetRequest {
  if (way === 'fallback' && dataset.fallback !== undefined) return dataset.fallback.request
  return request === 'changes' && dataset.changes !== null ? dataset.changes : dataset.request
}

/** Creating a report and fetching its document have the same rate, so one bucket stands for both. */
export function costOf(dataset: Dataset, { request, way }: Pick<PlannedSlice, 'request'> & { readonly way?: RunWay }): SliceCost {
  const asked = requestOf(dataset, request, way)
  if (asked.kind === 'paged-call' || asked.kind === 'calls-by-id')
    return { bucket: asked.quota.operation, ...rateOf(asked.quota), tailMs: CALL_TAIL_MS }
  if (asked.kind === 'ads-report') return { bucket: 'ads-report', ...ADS_REPORT_QUOTA, tailMs: ADS_REPORT_TAIL_MS }
  if (asked.kind === 'data-kiosk') return { bucket: 'data-kiosk', ...DATA_KIOSK_QUOTA, tailMs: REPORT_TAIL_MS }
  return { bucket: 'report', ...REPORT_QUOTA, tailMs: REPORT_TAIL_MS }
}

function rateOf({ perSecond, burst }: { readonly perSecond: number; readonly burst: number }): { perSecond: number; burst: number } {
  return { perSecond, burst }
}

/** Requests that Amazon answers with a document of its own making: they wait there, and creating them is what is scarce. */
export function isDocumentBucket(bucket: string): boolean {
  return bucket === 'report' || bucket === 'ads-report' || bucket === 'data-kiosk'
}
