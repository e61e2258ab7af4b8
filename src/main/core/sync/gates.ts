import type { Quota } from '../../datasets/request.ts'
import { ADS_REPORT_QUOTA, REPORT_QUOTA } from '../backfill/policy.ts'
import type { Clock } from '../ports/clock.ts'
import { createGate, type Gate } from './gate.ts'
import { CREATE_RESERVE, DOCUMENT_RESERVE } from './policy.ts'

/** Looks at reports: 2 a second, 15 saved up; lists of reports: 0.0222 a second, 10 saved up. Source: docs/amazon.md §4.0. */
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
  return {
    create,
    document,
    look: gate(LOOK_QUOTA),
    find: gate(LIST_QUOTA),
    adsCreate: gate(ADS_REPORT_QUOTA),
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
        ...[...pages].map(([operation, one]) => [operation, one.tokens()] as const),
      ]),
  }
}
