import { assertNever } from '../../../shared/lib/never.ts'
import type { Attempt } from '../../../shared/domain/attempt.ts'
import type { ConsentEnd, ConsentSurface } from '../ports/consent.ts'
import type { Begun } from '../ports/login.ts'
import { completeAttempt } from './complete-attempt.ts'
import { endAttempt, type AttemptEnd } from './end-attempt.ts'
import { CONSENT_LIMIT_MS } from './policy.ts'
import type { AuthorizationWorld } from './world.ts'

/** Shows Amazon's pages beside everything else; however they end, the attempt learns of it. */
export function showConsent(world: AuthorizationWorld, attempt: Attempt, begun: Begun): void {
  const pages = new AbortController()
  world.board.write(attempt.id, { closePages: () => pages.abort() })
  const { consentUrl, callbackUrl, runsOutAt } = begun
  const timeoutMs = Math.max(0, Math.min(CONSENT_LIMIT_MS, runsOutAt - world.ports.clock.now()))
  const title = attempt.family === 'selling' ? 'Amazon' : 'Amazon Ads'
  const order = { attemptId: attempt.id, consentUrl, callbackUrl, title, timeoutMs, signal: pages.signal }
  void runPages(world, attempt, order).catch((cause: unknown) => {
    world.ports.log.write('error', 'consent-pages-broke', { attempt: attempt.id, cause: cause instanceof Error ? cause.name : 'unknown' })
  })
}

async function runPages(world: AuthorizationWorld, attempt: Attempt, order: Parameters<ConsentSurface['run']>[0]): Promise<void> {
  const end = await world.ports.consent.run(order).catch((): ConsentEnd => ({ kind: 'load-failed' }))
  if (end.kind === 'returned') await completeAttempt(world, end.url)
  else await leave(world, attempt, end)
}

/** The pages are gone without a redirect. An attempt that has moved on meanwhile (system browser, pasted link) stays. */
async function leave(world: AuthorizationWorld, attempt: Attempt, end: Exclude<ConsentEnd, { kind: 'returned' }>): Promise<void> {
  await endAttempt(world, attempt, 'open', outcomeOf(end))
}

function outcomeOf(end: Exclude<ConsentEnd, { kind: 'returned' }>): AttemptEnd {
  switch (end.kind) {
    case 'closed':
    case 'aborted':
      return { outcome: 'closed', reason: null }
    case 'timed-out':
      return { outcome: 'timed-out', reason: null }
    case 'blocked':
    case 'load-failed':
      return { outcome: 'failed', reason: end.kind }
    default:
      return assertNever(end)
  }
}
