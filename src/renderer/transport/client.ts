import type { CallName, CallParams, CallResult } from '../../shared/contract/calls.ts'
import type { Failure } from '../../shared/contract/failures.ts'
import type { EventMessage } from '../../shared/contract/wire.ts'
import { err, ok, type Result } from '../../shared/lib/result.ts'
import type { Link, LinkState } from './link.ts'

/** The contract as functions. Trouble is a value; nothing here throws. */
export interface Client {
  call<Name extends CallName>(name: Name, params: CallParams<Name>): Promise<Result<CallResult<Name>, Failure>>
  subscribe(listener: (message: EventMessage) => void): () => void
  linkState(): LinkState
  onLinkChange(listener: (state: LinkState) => void): () => void
}

/** Types a link's calls. Answers were checked against the contract where they were made. */
export function createClient(link: Link): Client {
  return {
    call: async <Name extends CallName>(name: Name, params: CallParams<Name>) => {
      try {
        const answer = await link.call(name, params)
        return answer.ok ? ok(answer.value as CallResult<Name>) : err(answer.failure)
      } catch {
        return err<Failure>({ code: 'internal', reason: null, field: null })
      }
    },
    subscribe: (listener) => link.subscribe(listener),
    linkState: () => link.linkState(),
    onLinkChange: (listener) => link.onLinkChange(listener),
  }
}
