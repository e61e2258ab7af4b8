import type { AmazonAccount, Channel } from '../../../shared/domain/account.ts'
import type { Instant } from '../../../shared/domain/ids.ts'
import type { AccountStore } from '../ports/account-store.ts'
import type { Participation } from '../ports/selling-api.ts'
import type { CredentialEntry } from '../ports/vault.ts'
import { chooseChannels } from './choose-channels.ts'
import { authorizationIdFor } from './derive-ids.ts'
import { connectedActivity, describeGrant } from './describe-grant.ts'
import type { AuthorizationWorld } from './world.ts'

export type Attachment = Parameters<AccountStore['attach']>[0]

export interface AttachmentQuestion {
  readonly account: AmazonAccount
  /** With its proven identity. */
  readonly entry: CredentialEntry
  /** Null where Amazon has no such list or was not asked. */
  readonly participations: readonly Participation[] | null
  /** Used where there is no list: for an account without channels, or when the person is adding them. */
  readonly countries: readonly string[]
  /** The person asked to add these countries, also to an account that is here already. */
  readonly isAdding: boolean
  readonly secretIssuedAt: Instant | null
}

/** Everything the database will mirror of a grant, worked out before the grant is put in force. */
export async function prepareAttachment(world: AuthorizationWorld, question: AttachmentQuestion): Promise<Attachment> {
  const { clock, random, stores } = world.ports
  const { account, entry, participations, countries, isAdding, secretIssuedAt } = question
  const id = authorizationIdFor(random, account.id, entry.family)
  const existing = await channelsOf(world, account)
  const before = (await stores.accounts.authorizations()).find((one) => one.id === id)
  const now = clock.now()
  return {
    account,
    authorization: describeGrant({ id, account, entry, secretIssuedAt }),
    channels: chooseChannels(world, {
      account,
      existing,
      participations,
      countries: existing.length === 0 || isAdding ? countries : [],
      now,
    }),
    activity: connectedActivity(account.id, entry.family, before, now),
  }
}

export async function channelsOf(
  { ports }: Pick<AuthorizationWorld, 'ports'>,
  account: Pick<AmazonAccount, 'id'>,
): Promise<readonly Channel[]> {
  return (await ports.stores.accounts.channels()).filter((one) => one.accountId === account.id)
}
