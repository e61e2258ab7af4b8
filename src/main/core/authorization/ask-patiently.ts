import type { Result } from '../../../shared/lib/result.ts'
import type { CallTrouble } from '../../../shared/domain/trouble.ts'
import type { Clock } from '../ports/clock.ts'
import { IDENTITY_LONGEST_WAIT_MS, IDENTITY_TRIES, IDENTITY_WAIT_MS } from './policy.ts'

/** Asks an identity question again while Amazon throttles or stumbles, because a person's consent cannot be repeated for it. */
export async function askPatiently<Value>(
  clock: Clock,
  ask: () => Promise<Result<Value, CallTrouble>>,
): Promise<Result<Value, CallTrouble>> {
  let answer = await ask()
  for (let tries = 1; tries < IDENTITY_TRIES; tries += 1) {
    const wait = answer.ok ? null : waitOf(answer.error, clock)
    if (wait === null) return answer
    await rest(clock, wait)
    answer = await ask()
  }
  return answer
}

function waitOf(trouble: CallTrouble, clock: Clock): number | null {
  if (trouble.kind === 'throttled') return Math.min(IDENTITY_LONGEST_WAIT_MS, Math.max(0, trouble.tryAgainAt - clock.now()))
  return trouble.kind === 'amazon-trouble' || trouble.kind === 'offline' ? IDENTITY_WAIT_MS : null
}

function rest(clock: Clock, ms: number): Promise<void> {
  return new Promise((resolve) => {
    clock.timer(ms, resolve)
  })
}
