import type { Core } from '../core.ts'
import type { AccountKind } from '../world/spec.ts'
import type { Caller } from './access.ts'
import type { Answer } from './answers.ts'

/** What an operation sees of a request. */
export type Call = {
  readonly core: Core
  readonly caller: Caller
  readonly query: URLSearchParams
  /** Named parts of the path. */
  readonly path: Readonly<Record<string, string>>
  /** The parsed JSON body; undefined when there was none or it was not JSON. */
  readonly body: unknown
}

/** One operation of the selling API. */
export type Operation = {
  /** Amazon's operation id; the quota's name. */
  readonly id: string
  readonly method: 'get' | 'post' | 'delete'
  readonly path: string
  /** Any one of these opens it; empty: no role of its own. */
  readonly roles: readonly string[]
  /** Accounts of another kind are refused. */
  readonly kind?: AccountKind
  answer(call: Call): Answer
}
