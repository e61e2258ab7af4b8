import type { AccessCredential } from '../ports/login.ts'
import type { CredentialEntry } from '../ports/vault.ts'
import type { CheckingAttempt } from './checking-attempt.ts'
import { accountIdFor } from './derive-ids.ts'
import { endAttempt } from './end-attempt.ts'
import type { Finding } from './find-identity.ts'
import { finishConnection } from './finish-connection.ts'
import { describeAccount, readParticipations } from './new-account.ts'
import { prepareAttachment, type Attachment } from './prepare-attachment.ts'
import { shareAdsGrant } from './share-ads-grant.ts'
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
  const { attempt, access, target } = replacement
  world.board.tick(attempt.id, 'stored', 'running')
  const participations = await readParticipations(world, { ...attempt, bucketKey: bucketKeyOf(world, attempt, target) }, access)
  const listed = participations.ok ? participations.value : null
  const account = await describeAccount(world, { target, attempt, participations: listed })
  const entry = { ...replacement.entry, identity: target.identity }
  // An account that is here keeps its channels when Amazon does not answer; a new one would be guessed.
  const countries = participations.ok ? [attempt.country] : []
  const attachment = await prepareAttachment(world, {
    account,
    entry,
    participations: listed,
    countries,
    isAdding: attempt.accountId === null,
    secretIssuedAt: null,
  })
  if (attachment.channels.length === 0) return fail(world, attempt, participations.ok ? 'amazon-trouble' : participations.error)
  const isStored = (await putAside(world, replacement, entry)) && (await moveInForce(world, replacement, attachment))
  if (!isStored) return fail(world, attempt, 'vault')
  await finishConnection(world, { attempt, account, match: target.match })
  if (attempt.family === 'advertising') await shareAdsGrant(world, { attempt, accountId: account.id, entry, access })
}

/** The identity found belongs into the sealed entry before it is moved: advertising learns it only from its profiles. */
async function putAside({ ports }: AuthorizationWorld, { attempt, entry }: Replacement, proven: CredentialEntry): Promise<boolean> {
  if (entry.identity === proven.identity) return true
  return (await ports.vault.write(`quarantine/${attempt.id}`, proven)).ok
}

/** No renewal of the old grant may run meanwhile: its answer would be written over the new credential. */
function moveInForce(world: AuthorizationWorld, { attempt, access }: Replacement, attachment: Attachment): Promise<boolean> {
  const { id } = attachment.authorization
  const { vault, stores } = world.ports
  return world.oneAtATime(id, async () => {
    const moved = await vault.move(`quarantine/${attempt.id}`, `authorization/${id}`)
    if (!moved.ok) return false
    world.keeper.adopt(id, access)
    await stores.accounts.attach(attachment)
    return true
  })
}

async function fail(world: AuthorizationWorld, attempt: CheckingAttempt, reason: string): Promise<void> {
  world.board.tick(attempt.id, 'stored', 'failed')
  await endAttempt(world, attempt, 'checking', { outcome: 'failed', reason })
}

/** Amazon counts per account: the one that is here, or the one this will be. */
function bucketKeyOf({ ports }: AuthorizationWorld, { kind, region }: CheckingAttempt, target: Replacement['target']): string {
  return target.accountId ?? accountIdFor(ports.random, kind, region, target.identity)
}
