import type { AmazonAccount } from '../../../shared/domain/account.ts'
import type { CheckingAttempt } from './checking-attempt.ts'
import { endAttempt } from './end-attempt.ts'
import type { ProfileMatch } from './match-profiles.ts'
import { verifyAccess } from './verify-access.ts'
import type { AuthorizationWorld } from './world.ts'

export interface Connection {
  readonly attempt: CheckingAttempt
  readonly account: AmazonAccount
  /** Advertising profiles to note on the channels; null for selling. */
  readonly match: ProfileMatch | null
}

/** After the grant is in force: notes profiles, ends the attempt, verifies permissions and wakes syncing. */
export async function finishConnection(world: AuthorizationWorld, { attempt, account, match }: Connection): Promise<void> {
  const { board, ports } = world
  if (match !== null) await ports.stores.accounts.setAdsProfiles(match.profiles)
  board.tick(attempt.id, 'stored', 'passed')
  board.write(attempt.id, { verifying: true, connectedAs: account.id })
  await endAttempt(world, attempt, 'checking', { outcome: 'connected', reason: null })
  world.onChange({ kind: 'accounts' })
  try {
    board.tick(attempt.id, 'permissions', 'running')
    board.write(attempt.id, { access: await verifyAccess(world, account, attempt.family) })
    board.tick(attempt.id, 'permissions', 'passed')
  } finally {
    // Missed days wait for nobody: they are fetched even when verification could not ask everything.
    world.wakeSync('reconnected', account.id)
    board.tick(attempt.id, 'syncing', 'passed')
    board.write(attempt.id, { verifying: false })
  }
}
