import { err, ok, type Result } from '../../../shared/lib/result.ts'
import type { Attempt, AttemptState } from '../../../shared/domain/attempt.ts'
import type { AccountId, AttemptId } from '../../../shared/domain/ids.ts'
import { beginAttempt, type BeginTrouble } from './begin-attempt.ts'
import type { CheckingAttempt } from './checking-attempt.ts'
import { endAttempt } from './end-attempt.ts'
import { rememberAttempt } from './first-memory.ts'
import { readProfiles, type Finding, type Suspect } from './find-identity.ts'
import { idsOfOthers, matchProfiles } from './match-profiles.ts'
import { renewEntry } from './renew-entry.ts'
import { replaceGrant } from './replace-grant.ts'
import type { AuthorizationWorld } from './world.ts'

export type AttemptChoice = 'try-again' | 'use-other' | 'add-new' | 'discard'
export type DecideTrouble = BeginTrouble | 'unknown-attempt' | 'not-waiting' | 'not-possible'

type WrongAccount = Extract<AttemptState, { kind: 'wrong-account' }>

/** What becomes of a credential that turned out to be another account's. Answers the attempt to look at next. */
export async function decideAttempt(
  world: AuthorizationWorld,
  id: AttemptId,
  choice: AttemptChoice,
): Promise<Result<Attempt, DecideTrouble>> {
  const attempt = await world.ports.stores.attempts.read(id)
  if (attempt === null) return err('unknown-attempt')
  const { state } = attempt
  if (state.kind !== 'wrong-account') return err('not-waiting')
  switch (choice) {
    case 'discard':
      await endAttempt(world, attempt, 'wrong-account', { outcome: 'discarded', reason: null })
      return reread(world, id)
    case 'try-again':
      return tryAgain(world, attempt)
    case 'use-other':
      return state.foundAccountId === null ? err('not-possible') : use(world, attempt, state)
    case 'add-new':
      return attempt.family === 'advertising' ? err('not-possible') : use(world, attempt, state)
  }
}

async function tryAgain(world: AuthorizationWorld, attempt: Attempt): Promise<Result<Attempt, DecideTrouble>> {
  const { accountId, family, kind, region, country } = attempt
  const surface = world.board.read(attempt.id)?.surface === 'browser' ? 'browser' : 'default'
  await endAttempt(world, attempt, 'wrong-account', { outcome: 'wrong-account', reason: null })
  return beginAttempt(world, { accountId, family, kind, region, country, surface })
}

/** The credential serves the account it belongs to: one that is here, or a new one. It is never connected twice. */
function use(world: AuthorizationWorld, attempt: Attempt, state: WrongAccount): Promise<Result<Attempt, DecideTrouble>> {
  return world.oneAtATime(attempt.id, async () => {
    const renewed = await renewEntry(world, `quarantine/${attempt.id}`)
    if (!renewed.ok) return err(renewed.error === 'offline' || renewed.error === 'vault' ? renewed.error : 'amazon-trouble')
    const { entry, access } = renewed.value
    const checking: CheckingAttempt = { ...attempt, accountId: state.foundAccountId, state: { kind: 'checking', since: entry.consentedAt } }
    const target = await targetOf(world, { attempt: checking, entry, access }, state)
    if (target === null) return err('not-possible')
    const moved = await world.ports.stores.attempts.move(attempt.id, 'wrong-account', checking.state, null)
    if (!moved) return err('not-waiting')
    rememberAttempt(world, attempt)
    await replaceGrant(world, { attempt: checking, entry, access, target })
    return reread(world, attempt.id)
  })
}

type Target = Extract<Finding, { kind: 'match' }>

async function targetOf(world: AuthorizationWorld, suspect: Suspect, state: WrongAccount): Promise<Target | null> {
  const { accounts } = world.ports.stores
  const accountId: AccountId | null = state.foundAccountId
  if (suspect.attempt.family === 'selling') return { kind: 'match', accountId, identity: state.foundIdentity, match: null }
  const account = (await accounts.accounts()).find((one) => one.id === accountId)
  if (account === undefined) return null
  const profiles = await readProfiles(world, suspect, account.id)
  const channels = (await accounts.channels()).filter((one) => one.accountId === account.id)
  const taken = idsOfOthers(await accounts.authorizations(), account.id)
  const match = profiles.ok ? matchProfiles({ account, channels, profiles: profiles.value, stored: null, taken }) : null
  return match?.identity ? { kind: 'match', accountId: account.id, identity: match.identity, match } : null
}

async function reread(world: AuthorizationWorld, id: AttemptId): Promise<Result<Attempt, DecideTrouble>> {
  const attempt = await world.ports.stores.attempts.read(id)
  return attempt === null ? err('unknown-attempt') : ok(attempt)
}
