import { err, type Result } from '../../../shared/lib/result.ts'
import type { AmazonAccount, Channel } from '../../../shared/domain/account.ts'
import { causeOfCall } from '../../../shared/domain/refusals/call-kind-of.ts'
import type { ApiFamily } from '../../../shared/domain/region.ts'
import type { CallTrouble } from '../../../shared/domain/trouble.ts'
import type { CallWord } from '../ports/examiner.ts'
import type { Caller } from '../ports/selling-api.ts'
import { authorizationIdFor } from './derive-ids.ts'
import type { AuthorizationWorld } from './world.ts'

/** An account with what a question about it needs. */
export interface Examined {
  readonly world: AuthorizationWorld
  readonly account: AmazonAccount
  readonly channels: readonly Channel[]
}

/** Asks with the hour at hand; an hour that Amazon calls ended is renewed once, as in any sync. */
export async function askAs<Value>(
  { world, account }: Examined,
  family: ApiFamily,
  ask: (caller: Caller) => Promise<Result<Value, CallTrouble>>,
): Promise<Result<Value, CallTrouble>> {
  const id = authorizationIdFor(world.ports.random, account.id, family)
  const once = async (): Promise<Result<Value, CallTrouble>> => {
    const access = await world.keeper.accessFor(id)
    if (!access.ok) return err({ kind: 'access-ended', evidence: `no access: ${access.error.kind}` })
    const answer = await ask({ access: access.value, region: account.region, bucketKey: account.id })
    if (!answer.ok && answer.error.kind === 'access-ended') world.keeper.forget(id, access.value)
    return answer
  }
  const first = await once()
  return !first.ok && first.error.kind === 'access-ended' ? once() : first
}

/** An answer in a diagnosis' words. An hour that stays ended although it is fresh is Amazon's trouble. */
export function wordOf<Value>(answer: Result<Value, CallTrouble>): CallWord<Value> {
  if (answer.ok) return { value: answer.value, cause: null, said: '' }
  const { error } = answer
  if (error.kind === 'throttled') return { value: null, cause: 'throttled', said: 'throttled' }
  return { value: null, cause: error.kind === 'access-ended' ? 'amazon-trouble' : causeOfCall(error), said: error.evidence }
}
