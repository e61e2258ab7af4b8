import { calls, type CallInput, type CallName, type CallResult } from '../../shared/contract/calls.ts'
import type { Failure } from '../../shared/contract/failures.ts'
import { err, type Result } from '../../shared/lib/result.ts'
import type { Clock } from './ports/clock.ts'
import type { Log } from './ports/log.ts'

export type Answer<Name extends CallName> = Promise<Result<CallResult<Name>, Failure>>
export type Handlers = { readonly [Name in CallName]: (input: CallInput<Name>) => Answer<Name> }
export type Dispatch = (name: string, params: unknown) => Promise<Result<unknown, Failure>>

/** Calls slower than this are logged with their name. */
const SLOW_CALL_MS = 200

/** One gate for every carrier: closed names, checked parameters, closed failures. What went wrong inside stays in the log. */
export function createDispatcher(handlers: Handlers, ports: { readonly log: Log; readonly clock: Clock }): Dispatch {
  return async (name, params) => {
    if (!isCallName(name)) return err(failure('bad-request', 'unknown-call', null))
    const checked = calls[name].params.safeParse(params)
    if (!checked.success) return err(failure('bad-request', 'bad-parameters', checked.error.issues[0]?.path.join('.') ?? ''))
    const started = ports.clock.monotonic()
    try {
      return await perform(handlers, name, checked.data)
    } catch (error) {
      ports.log.write('error', 'call-failed', { call: name, error: error instanceof Error ? error.message : 'unknown' })
      return err(failure('internal', null, null))
    } finally {
      const took = ports.clock.monotonic() - started
      if (took > SLOW_CALL_MS) ports.log.write('warn', 'slow-call', { call: name, ms: Math.round(took) })
    }
  }
}

export function failure(code: Failure['code'], reason: string | null, field: string | null): Failure {
  return { code, reason, field }
}

function isCallName(name: string): name is CallName {
  return Object.hasOwn(calls, name)
}

/** The input was read by this call's own schema, so handler and input belong together. */
function perform(handlers: Handlers, name: CallName, input: unknown): Promise<Result<unknown, Failure>> {
  const handler = handlers[name] as (checked: unknown) => Promise<Result<unknown, Failure>>
  return handler(input)
}
