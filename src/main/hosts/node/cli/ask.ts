import type { CallName, CallParams, CallResult } from '../../../../shared/contract/calls.ts'
import type { Failure } from '../../../../shared/contract/failures.ts'
import type { Result } from '../../../../shared/lib/result.ts'
import type { App } from '../../../core/app-surface.ts'

/** A typed call through the same dispatcher that the window uses. */
export async function ask<Name extends CallName>(
  app: App,
  name: Name,
  params: CallParams<Name>,
): Promise<Result<CallResult<Name>, Failure>> {
  return (await app.dispatch(name, params)) as Result<CallResult<Name>, Failure>
}
