import type { z } from 'zod'
import { observedCause } from '../../../shared/domain/refusals/observed-cause.ts'
import type { CallTrouble } from '../../../shared/domain/trouble.ts'
import { err, ok, type Result } from '../../../shared/lib/result.ts'
import type { Caller } from '../../core/ports/selling-api.ts'
import type { Quota } from '../../datasets/request.ts'
import type { Buckets } from './buckets.ts'
import { type SellingCall, buildRequest } from './build-request.ts'
import { type SellingVerdict, classifySellingAnswer } from './classify-selling-answer.ts'
import type { CredentialDoubts } from './credential-doubts.ts'
import { type Fetched, type Limits, fetchAnswer } from './fetch-answer.ts'
import { CONTROL_MAX_BYTES, CONTROL_TIMEOUT_MS } from './policy.ts'
import type { SellingWorld } from './world.ts'

export interface Asking {
  readonly world: SellingWorld
  readonly buckets: Buckets
  readonly doubts: CredentialDoubts
}

const CONTROL: Limits = { timeoutMs: CONTROL_TIMEOUT_MS, maxBytes: CONTROL_MAX_BYTES }

/** Asks once: takes a token (or answers `throttled` without a call), sends, sorts the answer and learns from it. */
export async function askBytes(
  asking: Asking,
  caller: Caller,
  order: { readonly quota: Quota; readonly call: SellingCall; readonly limits?: Limits },
): Promise<Result<Fetched & { readonly evidence: string }, CallTrouble>> {
  const { world, buckets } = asking
  const { quota } = order
  if (caller.signal?.aborted) return err({ kind: 'offline', evidence: 'stopped' })
  const tryAgainAt = buckets.take(caller, quota)
  if (tryAgainAt !== null) return err({ kind: 'throttled', tryAgainAt })
  const { url, init } = buildRequest(world, caller, order.call)
  const answer = await fetchAnswer((signal) => world.fetch(url, { ...init, signal }), order.limits ?? CONTROL, caller.signal)
  if (!answer.ok) {
    world.log.write('warn', 'selling-call-failed', { operation: quota.operation, kind: answer.error.kind })
    return answer
  }
  const verdict = classifySellingAnswer(answer.value)
  const heldUntil = buckets.note(caller, quota, { throttled: verdict.kind === 'throttled', rate: answer.value.rate })
  if (verdict.kind === 'fine') {
    asking.doubts.clear(caller)
    return ok({ ...answer.value, evidence: verdict.evidence })
  }
  world.log.write('warn', 'selling-call-refused', { operation: quota.operation, kind: verdict.kind, evidence: verdict.evidence })
  return err(troubleOf(asking, caller, verdict, heldUntil))
}

/** Asks for a small answer and reads it; one that does not fit is Amazon's trouble. */
export async function askFor<Shape extends z.ZodType>(
  asking: Asking,
  caller: Caller,
  order: { readonly quota: Quota; readonly call: SellingCall; readonly shape: Shape },
): Promise<Result<z.infer<Shape>, CallTrouble>> {
  const answer = await askBytes(asking, caller, order)
  if (!answer.ok) return answer
  const read = order.shape.safeParse(parsed(answer.value.body))
  return read.success ? ok(read.data) : err({ kind: 'amazon-trouble', evidence: `unreadable answer ${answer.value.evidence}` })
}

function troubleOf({ doubts }: Asking, caller: Caller, verdict: SellingVerdict, heldUntil: number): CallTrouble {
  const { kind, means, evidence } = verdict
  if (kind === 'throttled') return { kind, tryAgainAt: heldUntil }
  if (kind === 'revoked-or-elsewhere') return doubts.sort(caller, evidence)
  return { kind: kind === 'fine' ? 'amazon-trouble' : kind, evidence, ...observedCause(means) }
}

function parsed(body: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(body))
  } catch {
    return undefined
  }
}
