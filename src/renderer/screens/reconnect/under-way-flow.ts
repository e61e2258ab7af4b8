import type { AttemptFlow } from '../../state/attempt-flow.ts'

/** The dialog while an attempt is under way. */
export type UnderWayFlow = Extract<AttemptFlow, { readonly kind: 'under-way' }>
