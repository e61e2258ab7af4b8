import { err, ok, type Result } from '../../../shared/lib/result.ts'
import type { AmazonAccount } from '../../../shared/domain/account.ts'
import type { AccountId } from '../../../shared/domain/ids.ts'
import type { CallTrouble } from '../../../shared/domain/trouble.ts'
import type { AccessCredential } from '../ports/login.ts'
import type { CredentialEntry } from '../ports/vault.ts'
import { askPatiently } from './ask-patiently.ts'
import type { CheckingAttempt } from './checking-attempt.ts'
import { foundIdentityOf, idsOfOthers, matchProfiles, type ProfileMatch, type ProfileQuestion } from './match-profiles.ts'
import type { AuthorizationWorld } from './world.ts'

/** Whose grant is in quarantine: the expected (or a new) account's, or another's. */
export type Finding =
  | { readonly kind: 'match'; readonly accountId: AccountId | null; readonly identity: string; readonly match: ProfileMatch | null }
  | { readonly kind: 'other'; readonly foundIdentity: string; readonly foundAccountId: AccountId | null }

export interface Suspect {
  readonly attempt: CheckingAttempt
  readonly entry: CredentialEntry
  readonly access: AccessCredential
}

/** Selling: the identity sealed into the hand-off decides. Advertising: the profiles the new permission can see. */
export async function findIdentity(world: AuthorizationWorld, suspect: Suspect): Promise<Result<Finding, string>> {
  const accounts = await world.ports.stores.accounts.accounts()
  if (suspect.attempt.family === 'selling') return findSeller(accounts, suspect)
  const account = accounts.find((one) => one.id === suspect.attempt.accountId)
  if (account === undefined) return err('closed')
  const profiles = await readProfiles(world, suspect, account.id)
  if (!profiles.ok) return err(REASONS[profiles.error.kind])
  // The sign-in sees no advertising account of this region at all: nobody's identity, and no choice to offer.
  if (profiles.value.length === 0) return err('no-profiles')
  const { stores } = world.ports
  const channels = (await stores.accounts.channels()).filter((one) => one.accountId === account.id)
  const taken = idsOfOthers(await stores.accounts.authorizations(), account.id)
  const stored = account.kind === 'vendor' ? suspect.attempt.expectedIdentity : null
  return ok(judgeProfiles({ account, channels, profiles: profiles.value, stored, taken }, accounts))
}

/** Profiles that a credential sees, for an account's token bucket. */
export function readProfiles(
  { ports }: AuthorizationWorld,
  { attempt, access }: Pick<Suspect, 'attempt' | 'access'>,
  accountId: AccountId,
) {
  return askPatiently(ports.clock, () => ports.adsApi.profiles({ access, region: attempt.region, bucketKey: accountId }))
}

function findSeller(accounts: readonly AmazonAccount[], { attempt, entry }: Suspect): Result<Finding, string> {
  const { identity } = entry
  if (identity === null) return err('handoff-refused')
  const here = accounts.find((one) => one.sellingPartnerId === identity && one.region === attempt.region && one.kind === attempt.kind)
  const isExpected = attempt.accountId === null || identity === attempt.expectedIdentity
  if (!isExpected) return ok({ kind: 'other', foundIdentity: identity, foundAccountId: here?.id ?? null })
  return ok({ kind: 'match', accountId: attempt.accountId ?? here?.id ?? null, identity, match: null })
}

function judgeProfiles(question: ProfileQuestion, accounts: readonly AmazonAccount[]): Finding {
  const { account, profiles } = question
  const match = matchProfiles(question)
  if (match.identity !== null) return { kind: 'match', accountId: account.id, identity: match.identity, match }
  const ids = new Set(profiles.map((one) => one.accountId))
  const other = accounts.find((one) => one.id !== account.id && one.region === account.region && ids.has(one.sellingPartnerId))
  return { kind: 'other', foundIdentity: other?.sellingPartnerId ?? foundIdentityOf(profiles), foundAccountId: other?.id ?? null }
}

const REASONS: Readonly<Record<CallTrouble['kind'], string>> = {
  offline: 'offline',
  'permission-missing': 'refused',
  'access-ended': 'refused',
  'account-problem': 'refused',
  'wrong-region': 'refused',
  'application-credential-ended': 'publisher-problem',
  'amazon-trouble': 'amazon-trouble',
  'bad-document': 'amazon-trouble',
  'bad-request': 'amazon-trouble',
  'not-found': 'amazon-trouble',
  throttled: 'amazon-trouble',
}
