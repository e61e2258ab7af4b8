import type { AmazonAccount, Channel } from '../../../shared/domain/account.ts'
import type { AccessCredential } from '../ports/login.ts'
import type { CredentialEntry } from '../ports/vault.ts'
import { chooseChannels } from './choose-channels.ts'
import type { CheckingAttempt } from './checking-attempt.ts'
import { authorizationIdFor } from './derive-ids.ts'
import { connectedActivity, describeGrant } from './describe-grant.ts'
import { endAttempt } from './end-attempt.ts'
import type { Finding } from './find-identity.ts'
import { finishConnection } from './finish-connection.ts'
import { describeAccount, readParticipations } from './new-account.ts'
import type { AuthorizationWorld } from './world.ts'

export interface Replacement {
  readonly attempt: CheckingAttempt
  readonly entry: CredentialEntry
  readonly access: AccessCredential
  readonly target: Extract<Finding, { kind: 'match' }>
}

/**
 * Puts a proven credential in force. The order is the promise: everything Amazon must still say is asked first, then one
 * move in the vault decides, then the database mirrors it. A crash between any two steps leaves the old or the new grant.
 */
export async function replaceGrant(world: AuthorizationWorld, replacement: Replacement): Promise<void> {
  const { attempt, entry, access, target } = replacement
  const { ports, board } = world
  board.tick(attempt.id, 'stored', 'running')
  const participations = await readParticipations(world, attempt, access)
  const account = await describeAccount(world, { target, attempt, participations: participations.ok ? participations.value : null })
  const existing = await channelsOf(world, account)
  const isMissing = !participations.ok && existing.length === 0
  if (isMissing) return fail(world, attempt, participations.error)
  const id = authorizationIdFor(ports.random, account.id, attempt.family)
  const proven = { ...entry, identity: target.identity }
  const channels = chooseChannels(world, {
    account, existing, countries: existing.length === 0 ? [attempt.country] : [], now: ports.clock.now(),
    participations: participations.ok ? participations.value : null,
  })
  const before = (await ports.stores.accounts.authorizations()).find((one) => one.id === id)
  const isStored = await world.oneAtATime(id, async () => {
    if (entry.identity !== proven.identity && !(await ports.vault.write(`quarantine/${attempt.id}`, proven)).ok) return false
    if (!(await ports.vault.move(`quarantine/${attempt.id}`, `authorization/${id}`)).ok) return false
    world.keeper.adopt(id, access)
    const authorization = describeGrant({ id, account, entry: proven, secretIssuedAt: null })
    const activity = connectedActivity(account.id, attempt.family, before, ports.clock.now())
    await ports.stores.accounts.attach({ account, authorization, channels, activity })
    return true
  })
  if (!isStored) return fail(world, attempt, 'vault')
  await finishConnection(world, { attempt, account, match: target.match })
}

async function channelsOf({ ports }: AuthorizationWorld, account: AmazonAccount): Promise<readonly Channel[]> {
  return (await ports.stores.accounts.channels()).filter((one) => one.accountId === account.id)
}

async function fail(world: AuthorizationWorld, attempt: CheckingAttempt, reason: string): Promise<void> {
  world.board.tick(attempt.id, 'stored', 'failed')
  await endAttempt(world, attempt, 'checking', { outcome: 'failed', reason })
}
