import { brand } from '../../../../shared/lib/brand.ts'
import type { AmazonAccount, Channel } from '../../../../shared/domain/account.ts'
import type { Authorization, AuthorizationState } from '../../../../shared/domain/authorization.ts'
import type { Day } from '../../../../shared/domain/day.ts'
import type { AccountId, AuthorizationId, ChannelId } from '../../../../shared/domain/ids.ts'
import type { MarketplaceId } from '../../../../shared/domain/marketplace.ts'

export interface AccountRow {
  readonly id: string
  readonly kind: AmazonAccount['kind']
  readonly region: AmazonAccount['region']
  readonly selling_partner_id: string
  readonly identity_proven: number
  readonly name: string
  readonly connected_at: number
  readonly paused: number
}

export function toAccount(row: AccountRow): AmazonAccount {
  return {
    id: brand<AccountId>(row.id),
    kind: row.kind,
    region: row.region,
    sellingPartnerId: row.selling_partner_id,
    identityProven: row.identity_proven === 1,
    name: row.name,
    connectedAt: row.connected_at,
    paused: row.paused === 1,
  }
}

export interface ChannelRow {
  readonly id: number
  readonly account_id: string
  readonly marketplace_id: string
  readonly country: string
  readonly name: string
  readonly currency: string
  readonly zone: string
  readonly wanted_from: number
  readonly ads_profile_id: string | null
  readonly ads_zone: string | null
  readonly connected_at: number
  readonly ads_connected_at: number | null
}

export function toChannel(row: ChannelRow): Channel {
  return {
    id: brand<ChannelId>(row.id),
    accountId: brand<AccountId>(row.account_id),
    marketplaceId: brand<MarketplaceId>(row.marketplace_id),
    country: row.country,
    name: row.name,
    currency: row.currency,
    zone: row.zone,
    wantedFrom: brand<Day>(row.wanted_from),
    connectedAt: row.connected_at,
    adsProfileId: row.ads_profile_id,
    ...(row.ads_connected_at === null ? {} : { adsConnectedAt: row.ads_connected_at }),
    ...(row.ads_zone === null ? {} : { adsZone: row.ads_zone }),
  }
}

export interface AuthorizationRow {
  readonly id: string
  readonly account_id: string
  readonly family: Authorization['family']
  readonly kind: Authorization['kind']
  readonly region: Authorization['region']
  readonly issuer: Authorization['issuer']
  readonly way: Authorization['way']
  readonly state: string
  readonly consented_at: number
  readonly ends_at: number | null
  readonly secret_ends_at: number | null
  readonly last_renewed_at: number | null
  readonly identity: string | null
  readonly bound_to: string
}

export function toAuthorization(row: AuthorizationRow): Authorization {
  return {
    id: brand<AuthorizationId>(row.id),
    accountId: brand<AccountId>(row.account_id),
    family: row.family,
    kind: row.kind,
    region: row.region,
    issuer: row.issuer,
    way: row.way,
    state: JSON.parse(row.state) as AuthorizationState,
    consentedAt: row.consented_at,
    endsAt: row.ends_at,
    secretEndsAt: row.secret_ends_at,
    lastRenewedAt: row.last_renewed_at,
    identity: row.identity,
    boundTo: row.bound_to,
  }
}
