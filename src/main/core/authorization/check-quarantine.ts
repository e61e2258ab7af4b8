import type { AccessCredential } from '../ports/login.ts'
import { identityCheckOf } from './attempt-checks.ts'
import type { CheckingAttempt } from './checking-attempt.ts'
import { endAttempt } from './end-attempt.ts'
import { findIdentity, type Finding } from './find-identity.ts'
import { readCredential } from './read-vault.ts'
import { replaceGrant } from './replace-grant.ts'
import type { AuthorizationWorld } from './world.ts'

/** Looks whose credential is in quarantine and goes on only when it is the right account's. Until then nothing changes. */
export async function checkQuarantine(world: AuthorizationWorld, attempt: CheckingAttempt, access: AccessCredential): Promise<void> {
  const entry = await readCredential(world.ports.vault, `quarantine/${attempt.id}`)
  if (!entry.ok || entry.value === null) return stop(world, attempt, 'vault')
  const found = await findIdentity(world, { attempt, entry: entry.value, access })
  if (!found.ok) return stop(world, attempt, found.error)
  if (found.value.kind === 'other') return hold(world, attempt, found.value)
  world.board.tick(attempt.id, identityCheckOf(attempt.family), 'passed')
  await replaceGrant(world, { attempt, entry: entry.value, access, target: found.value })
}

async function stop(world: AuthorizationWorld, attempt: CheckingAttempt, reason: string): Promise<void> {
  world.board.tick(attempt.id, identityCheckOf(attempt.family), 'failed')
  const outcome = reason === 'refused' ? 'refused' : 'failed'
  await endAttempt(world, attempt, 'checking', { outcome, reason: reason === outcome ? null : reason })
}

/** Another account: the credential stays aside until the person says what should become of it. */
async function hold(world: AuthorizationWorld, attempt: CheckingAttempt, found: Extract<Finding, { kind: 'other' }>): Promise<void> {
  const { foundIdentity, foundAccountId } = found
  const activity = {
    at: world.ports.clock.now(),
    accountId: attempt.accountId,
    channelId: null,
    kind: 'attempt-ended',
    facts: { family: attempt.family, outcome: 'wrong-account', reason: null },
  } as const
  await world.ports.stores.attempts.move(attempt.id, 'checking', { kind: 'wrong-account', foundIdentity, foundAccountId }, activity)
  world.board.tick(attempt.id, identityCheckOf(attempt.family), 'failed')
}
