import type { Secret } from '../../../shared/lib/secret.ts'
import { causeOfLogin } from '../../../shared/domain/refusals/login-kind-of.ts'
import type { Result } from '../../../shared/lib/result.ts'
import type { LoginTrouble } from '../../../shared/domain/trouble.ts'
import type { Redeemed } from '../ports/login.ts'
import { identityCheckOf } from './attempt-checks.ts'
import { checkQuarantine } from './check-quarantine.ts'
import type { CheckingAttempt } from './checking-attempt.ts'
import { endAttempt, type AttemptEnd } from './end-attempt.ts'
import { readAttemptSecret, readDevice } from './read-vault.ts'
import type { AuthorizationWorld } from './world.ts'

/** The one exchange of a claimed attempt. The new credential goes into quarantine before anything is asked with it. */
export async function redeemAttempt(world: AuthorizationWorld, attempt: CheckingAttempt, handoff: Secret): Promise<void> {
  const { ports } = world
  world.board.tick(attempt.id, identityCheckOf(attempt.family), 'running')
  const secret = await readAttemptSecret(ports.vault, `attempt/${attempt.id}`)
  const device = await readDevice(ports.vault)
  if (!secret.ok || !device.ok || secret.value === null || device.value === null)
    return fail(world, attempt, { outcome: 'failed', reason: 'vault' })
  const { verifier } = secret.value
  const redeemed = await ports.login.redeem({ issuer: attempt.issuer, handoff, verifier, device: device.value })
  noteEvidence(world, attempt, redeemed)
  if (!redeemed.ok) {
    ports.log.write('warn', 'redemption-failed', { attempt: attempt.id, kind: redeemed.error.kind, evidence: redeemed.error.evidence })
    return fail(world, attempt, endOf(redeemed.error))
  }
  const { family, region } = attempt
  const { credential, identity, access } = redeemed.value
  const kept = await ports.vault.write(`quarantine/${attempt.id}`, {
    kind: 'credential',
    family,
    region,
    identity,
    // The moment the attempt was claimed is the grant's mark: after a crash it tells whose credential this is.
    consentedAt: attempt.state.since,
    boundTo: ports.login.boundTo(credential.way, family, region),
    credential,
  })
  if (!kept.ok) return fail(world, attempt, { outcome: 'failed', reason: 'vault' })
  await checkQuarantine(world, attempt, access)
}

function noteEvidence(
  { evidence }: AuthorizationWorld,
  { accountId, family }: CheckingAttempt,
  answer: Result<Redeemed, LoginTrouble>,
): void {
  const scope = { accountId, family, channelId: null, dataset: null, source: 'redeem' }
  if (answer.ok) return evidence.fine(scope, 'redeemed')
  const cause = causeOfLogin(answer.error)
  if (cause !== null) evidence.trouble(scope, cause, answer.error.evidence)
}

async function fail(world: AuthorizationWorld, attempt: CheckingAttempt, end: AttemptEnd): Promise<void> {
  world.board.tick(attempt.id, identityCheckOf(attempt.family), 'failed')
  await endAttempt(world, attempt, 'checking', end)
}

/** A refused exchange means *try again*, never *reconnect required*: the grant held before is untouched. */
function endOf(trouble: LoginTrouble): AttemptEnd {
  switch (trouble.kind) {
    case 'code-refused':
    case 'grant-refused':
      return { outcome: 'refused', reason: null }
    case 'handoff-refused':
    case 'publisher-problem':
    case 'amazon-trouble':
    case 'offline':
      return { outcome: 'failed', reason: trouble.kind }
  }
}
