import type { Topic } from '../../shared/contract/events.ts'
import type { Failure } from '../../shared/contract/failures.ts'
import type { Result } from '../../shared/lib/result.ts'
import { createResource, type Resource } from './resource.ts'

export interface ShelfOptions<Params, Value> {
  readonly read: (params: Params) => Promise<Result<Value, Failure>>
  readonly topics: readonly Topic[]
  readonly later: (run: () => void, ms: number) => void
}

/** Answers by their parameters, the least recently asked ones forgotten. */
export interface Shelf<Params, Value> {
  of(params: Params): Resource<Value>
  told(topics: readonly Topic[]): void
}

/** Enough to go back and forth between ranges without waiting, small enough for years of days. */
const KEPT = 32

export function createShelf<Params, Value>({ read, topics, later }: ShelfOptions<Params, Value>): Shelf<Params, Value> {
  const kept = new Map<string, Resource<Value>>()
  return {
    of: (params) => {
      const key = JSON.stringify(params)
      const found = kept.get(key) ?? createResource({ read: () => read(params), topics, later })
      kept.delete(key)
      kept.set(key, found)
      const [oldest] = kept.keys()
      if (kept.size > KEPT && oldest !== undefined) kept.delete(oldest)
      return found
    },
    told: (changed) => {
      for (const resource of kept.values()) resource.told(changed)
    },
  }
}
