import type { Failure } from '../../shared/contract/failures.ts'
import type { Result } from '../../shared/lib/result.ts'

/**
 * What a screen has of one answer. Once something was shown it stays on screen: `trouble` says that the last reload
 * failed, so the figures are older than they could be.
 */
export type Reading<Value> =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'failed'; readonly failure: Failure }
  | { readonly kind: 'shown'; readonly value: Value; readonly age: 'current' | 'reloading'; readonly trouble: Failure | null }

export const waiting: Reading<never> = { kind: 'waiting' }

/** A read has begun: old figures stay, an old failure gives way. */
export function asked<Value>(reading: Reading<Value>): Reading<Value> {
  return reading.kind === 'shown' ? { ...reading, age: 'reloading' } : waiting
}

/** A read has ended. */
export function answered<Value>(reading: Reading<Value>, result: Result<Value, Failure>): Reading<Value> {
  if (result.ok) return { kind: 'shown', value: result.value, age: 'current', trouble: null }
  if (reading.kind === 'shown') return { ...reading, age: 'current', trouble: result.error }
  return { kind: 'failed', failure: result.error }
}

/** What stands on screen while an answer is awaited or has failed: what stood there before, until there is something of its own. */
export function carried<Value>(reading: Reading<Value>, before: Value | null): Reading<Value> {
  if (before === null || reading.kind === 'shown') return reading
  if (reading.kind === 'failed') return { kind: 'shown', value: before, age: 'current', trouble: reading.failure }
  return { kind: 'shown', value: before, age: 'reloading', trouble: null }
}

/** The value, where there is one. */
export function valueOf<Value>(reading: Reading<Value>): Value | null {
  return reading.kind === 'shown' ? reading.value : null
}
