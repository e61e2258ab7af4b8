import { createStore } from 'zustand/vanilla'
import type { ChannelId } from '../../shared/domain/ids.ts'
import type { DayRange } from './details.ts'
import { carried, valueOf } from './reading.ts'
import type { Resource } from './resource.ts'

/** Follows one report as its days change: the figures before stay until the next ones are there. */
export interface CarryOver<Value> {
  /** The same resource for as long as the same days of the same channel are asked for. */
  of(range: DayRange): Resource<Value>
}

/** Figures are carried over within a channel alone: another channel's never stand under its name. */
export function createCarryOver<Value extends { readonly channelId: ChannelId }>(
  own: (range: DayRange) => Resource<Value>,
): CarryOver<Value> {
  let last: { readonly key: string; readonly resource: Resource<Value> } | null = null
  return {
    of: (range) => {
      const key = JSON.stringify([range.channelId, range.from, range.to])
      if (last?.key === key) return last.resource
      const shown = last === null ? null : valueOf(last.resource.state.getState())
      const resource = carrying(own(range), shown?.channelId === range.channelId ? shown : null)
      last = { key, resource }
      return resource
    },
  }
}

function carrying<Value>(own: Resource<Value>, before: Value | null): Resource<Value> {
  const state = createStore(() => carried(own.state.getState(), before))
  const follow = (): void => {
    state.setState(carried(own.state.getState(), before), true)
  }
  return {
    ...own,
    state,
    watch: () => {
      const leave = own.watch()
      const unfollow = own.state.subscribe(follow)
      follow()
      return () => {
        unfollow()
        leave()
      }
    },
  }
}
