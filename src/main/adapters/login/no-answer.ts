import type { LoginTrouble } from '../../../shared/domain/trouble.ts'

/**
 * Names a request that brought no readable answer. `answered`: a status line had arrived. Silence and a portal's page
 * are the network's or Amazon's trouble, never a refusal.
 */
export function noAnswer(from: 'broker' | 'login', signal: AbortSignal, answered: boolean): LoginTrouble {
  if (signal.aborted) {
    const isTimeout = signal.reason instanceof DOMException && signal.reason.name === 'TimeoutError'
    return isTimeout
      ? { kind: 'amazon-trouble', evidence: `${from}: no answer in time`, tryAgainAt: null }
      : { kind: 'offline', evidence: `${from}: stopped` }
  }
  if (answered) return { kind: 'amazon-trouble', evidence: `${from}: unreadable answer`, tryAgainAt: null }
  return { kind: 'offline', evidence: `${from}: not reached` }
}
