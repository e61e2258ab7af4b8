import { calls, type CallName } from '../../../src/shared/contract/calls.ts'
import { createDispatcher, type Dispatch, type Handlers } from '../../../src/main/core/dispatch.ts'
import { createSystemClock } from '../../../src/main/adapters/system/system-clock.ts'
import { ok } from '../../../src/shared/lib/result.ts'
import { createSilentLog } from '../../twins/log.ts'

export interface RecordedApp {
  readonly dispatch: Dispatch
  /** Calls that were let through to a handler. */
  readonly passed: () => number
  /** Inputs that a handler should never have seen. */
  readonly violations: string[]
}

/** The real dispatcher before handlers that look hard at what reaches them. */
export function createRecordedApp(): RecordedApp {
  const violations: string[] = []
  let passed = 0
  const handlerFor = (name: CallName) => async (input: unknown) => {
    passed += 1
    const wrong = troubleWith(name, input)
    if (wrong !== null) violations.push(`${name} was reached by ${wrong}: ${JSON.stringify(input).slice(0, 200)}`)
    return ok({})
  }
  // Every name has a handler of one shape; the results are not what is tried here.
  const handlers = Object.fromEntries(Object.keys(calls).map((name) => [name, handlerFor(name as CallName)])) as unknown as Handlers
  return { dispatch: createDispatcher(handlers, { log: createSilentLog(), clock: createSystemClock() }), passed: () => passed, violations }
}

function troubleWith(name: CallName, input: unknown): string | null {
  if (typeof input !== 'object' || input === null || Array.isArray(input)) return 'no object'
  if (Object.getPrototypeOf(input) !== Object.prototype) return 'a foreign prototype'
  const shape: Readonly<Record<string, unknown>> = calls[name].params.shape
  const stranger = Object.getOwnPropertyNames(input).find((field) => !Object.hasOwn(shape, field))
  if (stranger !== undefined) return `an unknown field ${stranger}`
  return calls[name].params.safeParse(input).success ? null : 'parameters of another shape'
}
