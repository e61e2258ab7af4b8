import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Topic } from '../../shared/contract/events.ts'
import type { Failure } from '../../shared/contract/failures.ts'
import { ok, type Result } from '../../shared/lib/result.ts'
import { answered, asked, waiting, type Reading } from './reading.ts'

/** Changes come in bursts while days are committed; one read answers all of a burst. */
export const COALESCE_MS = 80

export interface ResourceOptions<Value> {
  readonly read: () => Promise<Result<Value, Failure>>
  /** Topics after whose change the value is read again. */
  readonly topics: readonly Topic[]
  /** Runs once after `ms`. */
  readonly later: (run: () => void, ms: number) => void
}

/** One answer of the core, kept current for as long as somebody looks at it. */
export interface Resource<Value> {
  readonly state: StoreApi<Reading<Value>>
  /** Reads when needed and keeps current until the returned function is called. */
  watch(): () => void
  /** Topics changed: reads again soon if watched, else when next watched. */
  told(topics: readonly Topic[]): void
  /** Reads again at once. */
  readonly reload: () => void
  /** Puts an answer in place that came another way; a read still on its way is dropped. */
  replace(value: Value): void
}

export function createResource<Value>({ read, topics, later }: ResourceOptions<Value>): Resource<Value> {
  const state = createStore<Reading<Value>>(() => waiting)
  let watchers = 0
  let isFresh = false
  let isReading = false
  let isAgain = false
  let isPlanned = false
  let revision = 0

  const load = (): void => {
    if (isReading) {
      isAgain = true
      return
    }
    isReading = true
    isFresh = true
    const mine = revision
    state.setState(asked(state.getState()), true)
    void read().then((result) => {
      isReading = false
      if (mine === revision) state.setState(answered(state.getState(), result), true)
      if (!result.ok) isFresh = false
      if (!isAgain) return
      isAgain = false
      load()
    })
  }
  const plan = (): void => {
    if (isPlanned) return
    isPlanned = true
    later(() => {
      isPlanned = false
      if (watchers > 0) load()
    }, COALESCE_MS)
  }
  return {
    state,
    watch: () => {
      watchers += 1
      if (!isFresh && !isReading) load()
      return () => {
        watchers -= 1
      }
    },
    told: (changed) => {
      if (!topics.some((topic) => changed.includes(topic))) return
      isFresh = false
      if (watchers > 0) plan()
    },
    reload: load,
    replace: (value) => {
      revision += 1
      state.setState(answered(state.getState(), ok(value)), true)
    },
  }
}
