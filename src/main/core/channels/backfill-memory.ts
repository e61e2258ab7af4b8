import { isFetchable } from '../../../shared/domain/coverage.ts'
import type { Day } from '../../../shared/domain/day.ts'
import type { AccountId } from '../../../shared/domain/ids.ts'
import type { DatasetFacts } from './channel-facts.ts'

/** One hole as it was when it was first seen, so that progress is counted against something that stands still. */
export interface Hole {
  readonly from: Day
  readonly to: Day
  readonly total: number
}

/** Remembers how large an account's holes were until the last of them is closed; lost on restart, then counted anew. */
export interface BackfillMemory {
  look(facts: readonly DatasetFacts[]): void
  hole(one: DatasetFacts): Hole | null
  /** Dataset days back and missing at first, over all remembered holes of an account; null when there is none. */
  count(accountId: AccountId, facts: readonly DatasetFacts[]): { readonly done: number; readonly total: number } | null
}

export function createBackfillMemory(): BackfillMemory {
  const holes = new Map<string, Hole>()
  return {
    look(facts) {
      for (const [accountId, own] of Map.groupBy(facts, (one) => one.channel.accountId)) {
        if (own.every((one) => one.fetchableDays === 0)) forget(holes, accountId)
        else for (const one of own) remember(holes, one)
      }
    },
    hole: (one) => holes.get(keyOf(one)) ?? null,
    count(accountId, facts) {
      const own = facts.filter((one) => one.channel.accountId === accountId && holes.has(keyOf(one)))
      const total = own.reduce((sum, one) => sum + (holes.get(keyOf(one))?.total ?? 0), 0)
      const missing = own.reduce((sum, one) => sum + one.fetchableDays, 0)
      return total === 0 ? null : { done: Math.max(0, total - missing), total }
    },
  }
}

/** A hole only grows: days that come back are progress, days that are newly missing are added. */
function remember(holes: Map<string, Hole>, one: DatasetFacts): void {
  const missing = one.days.filter((day) => isFetchable(day.state)).map((day) => day.day)
  const from = missing[0]
  const to = missing.at(-1)
  if (from === undefined || to === undefined) return
  const known = holes.get(keyOf(one)) ?? { from, to, total: 0 }
  holes.set(keyOf(one), {
    from: known.from < from ? known.from : from,
    to: known.to > to ? known.to : to,
    total: Math.max(known.total, one.fetchableDays),
  })
}

function forget(holes: Map<string, Hole>, accountId: AccountId): void {
  for (const key of holes.keys()) if (key.startsWith(`${accountId}/`)) holes.delete(key)
}

function keyOf(one: DatasetFacts): string {
  return `${one.channel.accountId}/${one.channel.id}/${one.dataset.id}`
}
