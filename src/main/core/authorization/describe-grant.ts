import type { AmazonAccount } from '../../../shared/domain/account.ts'
import type { Activity } from '../../../shared/domain/activity.ts'
import { CLIENT_SECRET_DAYS, GRANT_DAYS, type Authorization } from '../../../shared/domain/authorization.ts'
import type { AuthorizationId, Instant } from '../../../shared/domain/ids.ts'
import { issuerFor } from '../../../shared/domain/region.ts'
import type { CredentialEntry } from '../ports/vault.ts'
import { DAY_MS } from './policy.ts'

export interface GrantFacts {
  readonly id: AuthorizationId
  readonly account: AmazonAccount
  readonly entry: CredentialEntry
  /** When the private app's client secret was made, as far as the person knows. */
  readonly secretIssuedAt: Instant | null
}

/**
 * The row that mirrors a vault entry. Ends are forecast from the consent: 365 days for public apps and for every
 * advertising grant; Amazon documents no end for a seller's self-authorization (docs/amazon.md §1.3, §1.5).
 */
export function describeGrant({ id, account, entry, secretIssuedAt }: GrantFacts): Authorization {
  const { family, region, consentedAt, identity, boundTo, credential } = entry
  const hasEnd = credential.way === 'broker' || family === 'advertising'
  return {
    id,
    accountId: account.id,
    family,
    kind: account.kind,
    region,
    identity,
    boundTo,
    consentedAt,
    issuer: issuerFor(family, account.kind, region),
    way: credential.way,
    state: { kind: 'active' },
    endsAt: hasEnd ? consentedAt + GRANT_DAYS * DAY_MS : null,
    secretEndsAt: secretIssuedAt === null ? null : secretIssuedAt + CLIENT_SECRET_DAYS * DAY_MS,
    lastRenewedAt: null,
  }
}

/** The line in the time-line: the first permission of a family connects, every later one reconnects. */
export function connectedActivity(
  accountId: AmazonAccount['id'],
  family: Authorization['family'],
  before: Authorization | undefined,
  at: Instant,
): Activity {
  return {
    at,
    accountId,
    channelId: null,
    kind: before ? 'reconnected' : 'connected',
    facts: { family, before: before?.state.kind ?? null },
  }
}
