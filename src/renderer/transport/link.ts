import type { AnswerMessage, Bridge, EventMessage } from '../../shared/contract/wire.ts'

/** Whether the window can reach the rest of Springline. `lost` says since when, in ms since 1970. */
export type LinkState = { readonly kind: 'opening' } | { readonly kind: 'open' } | { readonly kind: 'lost'; readonly since: number }

/** A bridge that also tells whether it stands. Electron's never falls; the socket's may. */
export interface Link extends Bridge {
  linkState(): LinkState
  /** Told after every change of the link's state. */
  onLinkChange(listener: (state: LinkState) => void): () => void
}

/** Electron's bridge as a link: it stands as long as the window does. */
export function steadyLink(bridge: Bridge): Link {
  return {
    call: (name, params) => bridge.call(name, params),
    subscribe: (listener: (message: EventMessage) => void) => bridge.subscribe(listener),
    linkState: () => ({ kind: 'open' }),
    onLinkChange: () => () => undefined,
  }
}

/** The answer every pending and later call gets while the link is down. */
export function lostAnswer(id: number): AnswerMessage {
  return { id, ok: false, failure: { code: 'offline', reason: 'link-lost', field: null } }
}
