import type { Attempt } from '../../../shared/domain/attempt.ts'
import type { AccountId } from '../../../shared/domain/ids.ts'
import type { CredentialEntry } from '../ports/vault.ts'
import { checkQuarantine } from './check-quarantine.ts'
import { isChecking, type CheckingAttempt } from './checking-attempt.ts'
import { accountIdFor, authorizationIdFor } from './derive-ids.ts'
import { endAttempt } from './end-attempt.ts'
import { rememberAttempt } from './first-memory.ts'
import { mirrorGrant, type MovedGrant } from './mirror-grant.ts'
import { QUARANTINE_LIMIT_MS } from './policy.ts'
import { isPastQuarantine } from './quarantine-limit.ts'
import { readCredential } from './read-vault.ts'
import { renewEntry } from './renew-entry.ts'
import type { AuthorizationWorld } from './world.ts'

/**
 * Finishes or discards what a crash, a closed app or a dead network left: open attempts past their time, credentials in
 * quarantine, and grants that were moved but not yet mirrored. Safe to call at any time and as often as one likes.
 */
export async function recoverAttempts(world: AuthorizationWorld): Promise<void> {
  for (const attempt of await world.ports.stores.attempts.standing()) {
    await world.oneAtATime(attempt.id, async () => {
      const now = await world.ports.stores.attempts.read(attempt.id)
      if (now !== null) await recoverOne(world, now)
    })
  }
}

async function recoverOne(world: AuthorizationWorld, attempt: Attempt): Promise<void> {
  const now = world.ports.clock.now()
  if (attempt.state.kind === 'open' && now > attempt.runsOutAt) {
    await endAttempt(world, attempt, 'open', { outcome: 'timed-out', reason: null })
  }
  if (attempt.state.kind === 'wrong-account' && now > attempt.runsOutAt + QUARANTINE_LIMIT_MS) {
    await endAttempt(world, attempt, 'wrong-account', { outcome: 'wrong-account', reason: null })
  }
  if (isChecking(attempt)) await recoverChecking(world, attempt)
}

async function recoverChecking(world: AuthorizationWorld, attempt: CheckingAttempt): Promise<void> {
  rememberAttempt(world, attempt)
  const quarantined = await readCredential(world.ports.vault, `quarantine/${attempt.id}`)
  if (!quarantined.ok) return
  if (quarantined.value === null) return recoverMoved(world, attempt)
  const renewed = await renewEntry(world, `quarantine/${attempt.id}`)
  if (renewed.ok) return checkQuarantine(world, attempt, renewed.value.access)
  const isHopeless = renewed.error === 'dead' || renewed.error === 'other-endpoint'
  if (isHopeless || isPastQuarantine(attempt, world.ports.clock.now()))
    await endAttempt(world, attempt, 'checking', { outcome: 'failed', reason: 'refused' })
}

/** The credential was moved (its mark tells), or it never came: then the code is spent and the person begins again. */
async function recoverMoved(world: AuthorizationWorld, attempt: CheckingAttempt): Promise<void> {
  const moved = await findMoved(world, attempt)
  if (moved === 'unreadable') return
  if (moved === null) {
    await endAttempt(world, attempt, 'checking', { outcome: 'failed', reason: 'closed' })
    return
  }
  await mirrorGrant(world, attempt, moved)
}

async function findMoved(world: AuthorizationWorld, attempt: CheckingAttempt): Promise<MovedGrant | 'unreadable' | null> {
  const { vault } = world.ports
  for (const key of (await vault.keys()).filter((one) => one.startsWith('authorization/'))) {
    const read = await readCredential(vault, key)
    if (!read.ok) return 'unreadable'
    const isMine = read.value !== null && isMarked(read.value, attempt)
    const owner = isMine ? await ownerOf(world, attempt, key, read.value) : null
    if (isMine && owner !== null) return { entry: read.value, accountId: owner.accountId }
  }
  return null
}

/** The account whose authorization has this key: one that is here, or the new one its identity makes. */
async function ownerOf(
  { ports }: AuthorizationWorld,
  attempt: CheckingAttempt,
  key: string,
  entry: CredentialEntry,
): Promise<Pick<MovedGrant, 'accountId'> | null> {
  const { random, stores } = ports
  const isKeyOf = (id: AccountId) => key === `authorization/${authorizationIdFor(random, id, attempt.family)}`
  const here = (await stores.accounts.accounts()).find((one) => isKeyOf(one.id))
  if (here) return { accountId: here.id }
  return isKeyOf(accountIdFor(random, attempt.kind, attempt.region, entry.identity ?? '')) ? { accountId: null } : null
}

function isMarked(entry: CredentialEntry, { family, region, state }: CheckingAttempt): boolean {
  return entry.family === family && entry.region === region && entry.consentedAt === state.since && entry.credential.way === 'broker'
}

/** Removes secrets of attempts that ended just before a crash. Only at start-up: later an attempt may just be opening. */
export async function sweepSecrets({ ports }: AuthorizationWorld): Promise<void> {
  const standing = new Set((await ports.stores.attempts.standing()).map((one) => one.id as string))
  for (const key of await ports.vault.keys()) {
    const [shelf, id = ''] = key.split('/')
    if ((shelf === 'attempt' || shelf === 'quarantine') && !standing.has(id)) await ports.vault.remove(key)
  }
}
