import type { Endpoints } from '../../../shared/contract/endpoints.ts'
import { watchAnswers, type WatchedDoor } from '../../adapters/answers/watch-answers.ts'
import type { Clock } from '../../core/ports/clock.ts'
import type { FindingStore } from '../../core/ports/finding-store.ts'

export interface WatchDoorsOrder {
  readonly fetch: typeof fetch
  readonly endpoints: Endpoints
  readonly clock: Clock
  readonly findings: Pick<FindingStore, 'note'>
}

/** The fetch of each API family, and of the login and the broker together, with refusals that nobody knows noted. */
export function watchDoors({ fetch, endpoints, clock, findings }: WatchDoorsOrder) {
  const watch = (doorOf: (url: URL) => WatchedDoor): typeof globalThis.fetch =>
    watchAnswers({ fetch, doorOf, now: () => clock.now(), note: (found) => findings.note(found) })
  return {
    selling: watch(() => 'selling'),
    advertising: watch(() => 'advertising'),
    login: watch((url) => (endpoints.broker !== '' && url.href.startsWith(`${endpoints.broker}/`) ? 'broker' : 'login')),
  }
}
