import { CAUSES, type Cause } from '../cause.ts'
import type { Meaning } from './meaning.ts'

const ALL: ReadonlySet<string> = new Set(CAUSES)

/** The cause an answer named itself, to be carried with the trouble; nothing where it named none. */
export function observedCause(means: Meaning): { readonly cause?: Cause } {
  return isCause(means) ? { cause: means } : {}
}

function isCause(means: Meaning): means is Cause {
  return ALL.has(means)
}
