import type { Quota } from '../../datasets/request.ts'
import { ADS_REPORT_QUOTA, DATA_KIOSK_QUOTA, REPORT_QUOTA } from '../backfill/policy.ts'
import type { Clock } from '../ports/clock.ts'
import { createGate, type Gate } from './gate.ts'
import { CREATE_RESERVE, DOCUMENT_RESERVE } from './policy.ts'

/** Looks at reports and queries: 2 a second, 15 saved up; lists of them, and cancelling: 0.0222 a second, 10 saved up. Source: docs/amazon.md §4.0, §4.6. */
const LOOK_QUOTA = { perSecond: 2, burst: 15 }
const LIST_QUOTA = { perSecond: 0.0222, burst: 10 }

/** One gate per operation of an account. */
export interface Gates {
  readonly create: Gate
  readonly look: Gate
  readonly find: Gate
  readonly document: Gate
  readonly adsCreate: Gate
  readonly adsLook: Gate
  readonly kioskCreate: Gate
  readonly kioskLook: Gate
  readonly kioskFind: Gate
  readonly kioskCancel: Gate
  readonly kioskDocument: Gate
  /** The two scarce gates of a bucket; the reports' own where it is none of these. */
  ofBucket(bucket: string): { readonly create: Gate; readonly document: Gate }
  page(quota: Quota): Gate
  /** Tokens left per bucket of the finish time; `ordered` reports have spent theirs for creation, not yet for the document. */
  tokens(ordered: number): ReadonlyMap<string, number>
}

export function createGates(clock: Clock, isUrgentWorkOpen: () => boolean): Gates {
  const gate = (quota: { readonly perSecond: number; readonly burst: number }, reserve = 0) =>
    createGate({ clock, quota, reserve, isUrgentWorkOpen })
  const pages = new Map<string, Gate>()
  const create = gate(REPORT_QUOTA, CREATE_RESERVE)
  const document = gate(REPORT_QUOTA, DOCUMENT_RESERVE)
  const adsCreate = gate(ADS_REPORT_QUOTA)
  const kioskCreate = gate(DATA_KIOSK_QUOTA)
  const kioskDocument = gate(DATA_KIOSK_QUOTA)
  return {
    create,
    document,
    kioskCreate,
    kioskDocument,
    kioskLook: gate(LOOK_QUOTA),
    kioskFind: gate(LIST_QUOTA),
    kioskCancel: gate(LIST_QUOTA),
    ofBucket: (bucket) => {
      if (bucket === 'ads-report') return { create: adsCreate, document: adsCreate }
      return bucket === 'data-kiosk' ? { create: kioskCreate, document: kioskDocument } : { create, document }
    },
    look: gate(LOOK_QUOTA),
    find: gate(LIST_QUOTA),
    adsCreate,
    adsLook: gate(ADS_REPORT_QUOTA),
    page: (quota) => {
      const known = pages.get(quota.operation)
      if (known) return known
      const made = gate(quota)
      pages.set(quota.operation, made)
      return made
    },
    tokens: (ordered) =>
      new Map([
        ['report', Math.min(create.tokens() + ordered, document.tokens())],
        ['data-kiosk', kioskCreate.tokens()],
        ...[...pages].map(([operation, one]) => [operation, one.tokens()] as const),
      ]),
  }
}
