import { err, ok, type Result } from '../../../shared/lib/result.ts'
import type { AccountKind } from '../../../shared/domain/region.ts'
import type { CallTrouble } from '../../../shared/domain/trouble.ts'
import type { Quota } from '../../datasets/request.ts'
import type { Caller } from '../ports/selling-api.ts'
import { askPatiently } from './ask-patiently.ts'
import { DAY_MS } from './policy.ts'
import type { AuthorizationPorts } from './authorization-ports.ts'

/** Rates of docs/amazon.md §3.2 (Amazon's models). */
const LISTINGS: Quota = { operation: 'searchListingsItems', perSecond: 5, burst: 5 }
const PURCHASE_ORDERS: Quota = { operation: 'getPurchaseOrders', perSecond: 10, burst: 10 }
/** Any orders at all of the last week prove as much as many. */
const ORDERS_LOOKBACK_MS = 7 * DAY_MS

export interface IdentityClaim {
  readonly kind: AccountKind
  readonly sellingPartnerId: string
  /** A marketplace the account takes part in; null when none is known. */
  readonly marketplaceId: string | null
  readonly caller: Caller
}

/**
 * Whether a private app's credential belongs to the selling partner id that the person gave. Sellers: Amazon answers the
 * listings call of an id only to its owner. Vendors: Amazon answers purchase orders. False is *not proven*, not *wrong*.
 */
export async function proveIdentity(
  { ports }: { readonly ports: Pick<AuthorizationPorts, 'clock' | 'sellingApi'> },
  claim: IdentityClaim,
): Promise<Result<boolean, CallTrouble>> {
  const call = identityCall(claim, ports.clock.now())
  if (call === null) return ok(false)
  const answer = await askPatiently(ports.clock, () => ports.sellingApi.probe(claim.caller, call))
  if (answer.ok) return ok(true)
  return saysNo(answer.error) ? ok(false) : err(answer.error)
}

/** The call that only the account's owner is answered; null when there is nothing to ask about yet. */
export function identityCall(claim: Omit<IdentityClaim, 'caller'>, now: number) {
  return claim.kind === 'seller' ? listingsCall(claim) : purchaseOrdersCall(now)
}

function listingsCall({ sellingPartnerId, marketplaceId }: Omit<IdentityClaim, 'caller'>) {
  if (marketplaceId === null) return null
  return {
    quota: LISTINGS,
    path: `/listings/2021-08-01/items/${encodeURIComponent(sellingPartnerId)}`,
    query: { marketplaceIds: marketplaceId, pageSize: '1' },
  }
}

function purchaseOrdersCall(now: number) {
  return {
    quota: PURCHASE_ORDERS,
    path: '/vendor/orders/v1/purchaseOrders',
    query: { limit: '1', createdAfter: new Date(now - ORDERS_LOOKBACK_MS).toISOString() },
  }
}

function saysNo(trouble: CallTrouble): boolean {
  return trouble.kind === 'permission-missing' || trouble.kind === 'bad-request' || trouble.kind === 'not-found'
}
