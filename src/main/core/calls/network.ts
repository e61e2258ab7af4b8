import type { Instant } from '../../../shared/domain/ids.ts'
import type { Connectivity } from '../app-surface.ts'
import type { Clock } from '../ports/clock.ts'
import type { AccountProgress } from '../ports/sync-progress.ts'

export interface NetworkView {
  readonly hint: Connectivity
  readonly offlineSince: Instant | null
}

/** What is known of the network: the host's word, else what real requests met with. */
export interface Network {
  /** Takes the host's word; answers what changed. */
  told(hint: Connectivity): 'nothing' | 'first-word' | 'changed'
  isOffline(): boolean
  view(progress: readonly AccountProgress[]): NetworkView
}

export function createNetwork(clock: Pick<Clock, 'now'>): Network {
  let hint: Connectivity = 'unknown'
  let since: Instant | null = null
  return {
    told(next) {
      if (next === hint) return 'nothing'
      const before = hint
      hint = next
      since = next === 'offline' ? clock.now() : null
      return before === 'unknown' ? 'first-word' : 'changed'
    },
    isOffline: () => hint === 'offline',
    view: (progress) => (hint === 'unknown' ? seenBy(progress) : { hint, offlineSince: since }),
  }
}

/** Offline while the newest thing every asking account met was a missing network; pure. */
export function seenBy(progress: readonly AccountProgress[]): NetworkView {
  const met = progress.flatMap(({ troubles, lastSuccessAt }) => {
    const [newest] = troubles
    if (!newest || (lastSuccessAt !== null && lastSuccessAt >= newest.at))
      return lastSuccessAt === null ? [] : [{ kind: 'success', at: lastSuccessAt }]
    return [newest]
  })
  if (met.length === 0) return { hint: 'unknown', offlineSince: null }
  const isOffline = met.every((one) => one.kind === 'offline')
  return isOffline ? { hint: 'offline', offlineSince: Math.min(...met.map((one) => one.at)) } : { hint: 'online', offlineSince: null }
}
