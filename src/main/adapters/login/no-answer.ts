import { sortSilence } from '../../../shared/domain/refusals/sort-silence.ts'
import type { LoginTrouble } from '../../../shared/domain/trouble.ts'

type From = 'broker' | 'login'

/**
 * Names a request that brought no readable answer. `answered`: a status line had arrived; `cause`: what the fetch threw.
 * Silence and a portal's page are the network's or Amazon's trouble, never a refusal.
 */
export function noAnswer(from: From, signal: AbortSignal, { cause, answered }: { cause: unknown; answered: boolean }): LoginTrouble {
  if (signal.aborted) {
    const isTimeout = signal.reason instanceof DOMException && signal.reason.name === 'TimeoutError'
    return isTimeout
      ? { kind: 'amazon-trouble', evidence: `${from}: no answer in time`, tryAgainAt: null }
      : { kind: 'offline', evidence: `${from}: stopped` }
  }
  if (answered) return unreadableAnswer(from)
  const silence = sortSilence(cause)
  return { kind: 'offline', cause: silence.cause, evidence: `${from}: ${silence.said}` }
}

export function unreadableAnswer(from: From): LoginTrouble {
  return { kind: 'amazon-trouble', evidence: `${from}: unreadable answer`, tryAgainAt: null }
}
