import { brand } from '../../../shared/lib/brand.ts'
import type { AccountId, AuthorizationId } from '../../../shared/domain/ids.ts'
import type { AccountKind, ApiFamily, Region } from '../../../shared/domain/region.ts'
import type { Random } from '../ports/random.ts'

type Hasher = Pick<Random, 'sha256' | 'base64url'>

const ID_LENGTH = 22

/**
 * The id of an account follows from what it is, so the same account can never be connected twice, and a crash between
 * the vault and the database leaves nothing that could not be put together again.
 */
export function accountIdFor(random: Hasher, kind: AccountKind, region: Region, sellingPartnerId: string): AccountId {
  return brand<AccountId>(`acc_${shortHash(random, `account\n${kind}\n${region}\n${sellingPartnerId}`)}`)
}

/** One authorization per account and family. */
export function authorizationIdFor(random: Hasher, accountId: AccountId, family: ApiFamily): AuthorizationId {
  return brand<AuthorizationId>(`aut_${shortHash(random, `authorization\n${accountId}\n${family}`)}`)
}

/** How an attempt is found again by its ticket, without the ticket being stored. */
export function ticketHashOf(random: Hasher, ticket: string): string {
  return random.base64url(random.sha256(ticket))
}

function shortHash(random: Hasher, text: string): string {
  return random.base64url(random.sha256(text)).slice(0, ID_LENGTH)
}
