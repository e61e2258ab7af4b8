import type { ConsentEnd, ConsentSurface } from '../../src/main/core/ports/consent.ts'
import type { ReturnTo } from '../../src/main/core/ports/login.ts'

export type ConsentOrder = Parameters<ConsentSurface['run']>[0]

export interface TwinConsent extends ConsentSurface {
  /** What the person does with the next pages; stays until changed. */
  person(act: (order: ConsentOrder) => ConsentEnd | Promise<ConsentEnd>): void
  /** Orders that were shown, oldest first. */
  readonly shown: readonly ConsentOrder[]
}

/** Consent pages with a scripted person. Without a script the person closes the window. An abort ends it at once. */
export function createTwinConsent(
  returnTo: { readonly default: ReturnTo; readonly browser: ReturnTo } = { default: { kind: 'popup' }, browser: { kind: 'app-link' } },
): TwinConsent {
  let act: (order: ConsentOrder) => ConsentEnd | Promise<ConsentEnd> = () => ({ kind: 'closed' })
  const shown: ConsentOrder[] = []
  return {
    shown,
    person: (next) => {
      act = next
    },
    prepare: async (_attemptId, surface) => returnTo[surface],
    run: async (order) => {
      shown.push(order)
      if (order.signal.aborted) return { kind: 'aborted' }
      return Promise.race([act(order), aborted(order.signal)])
    },
  }
}

function aborted(signal: ConsentOrder['signal']): Promise<ConsentEnd> {
  return new Promise((resolve) => signal.addEventListener('abort', () => resolve({ kind: 'aborted' }), { once: true }))
}
