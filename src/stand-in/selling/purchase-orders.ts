import { DAY_MS } from '../lib/days.ts'
import { instantOf, isoSeconds } from '../lib/instants.ts'
import { decimalText } from '../lib/money.ts'
import { purchaseOrderChangedMs, purchaseOrdersBetween, purchaseOrderState, type PurchaseOrder } from '../world/purchase-orders.ts'
import { badRequest, ok, type Answer } from './answers.ts'
import type { Call, Operation } from './operation.ts'
import { placeOf, tokenAfter } from './page-token.ts'
import { paramOf, sizeOf } from './query.ts'

/** Longest run of one request. Source: vendor orders model. */
const LONGEST_MS = 7 * DAY_MS

type Span = { readonly startMs: number; readonly endMs: number; readonly by: 'created' | 'changed' }

export const getPurchaseOrders: Operation = {
  id: 'getPurchaseOrders',
  method: 'get',
  path: '/vendor/orders/v1/purchaseOrders',
  roles: ['Amazon Fulfillment', 'Inventory and Order Tracking'],
  kind: 'vendor',
  answer: (call) => {
    const span = readSpan(call)
    return 'status' in span ? span : listPage(call, span)
  },
}

function readSpan({ core, query }: Call): Span | Answer {
  const by = query.has('changedAfter') ? 'changed' : 'created'
  const startMs = instantOf(query.get(`${by}After`) ?? undefined)
  const endMs = query.has(`${by}Before`) ? instantOf(query.get(`${by}Before`) ?? undefined) : core.now()
  if (startMs === undefined || endMs === undefined) return badRequest('createdAfter or changedAfter is required, in ISO 8601 format.')
  if (endMs <= startMs) return badRequest('The end of the date range must be later than its start.')
  if (endMs - startMs > LONGEST_MS) return badRequest('The date range must not exceed 7 days.')
  return { startMs, endMs, by }
}

function listPage(call: Call, span: Span): Answer {
  const { core, query } = call
  const limit = sizeOf(query, 'limit', 100, 100)
  const args = [`${span.by}After`, `${span.by}Before`, 'purchaseOrderState', 'sortOrder'].map((name) => query.get(name)).join(' ')
  const place = placeOf(core, 'purchase orders', paramOf(query, 'nextToken'), args)
  if (limit === undefined) return badRequest('limit must be 1 to 100.')
  if (place === undefined) return badRequest('The nextToken is invalid.')
  const found = ordersFound(call, span, place.asOf)
  const page = found.slice(place.skip, place.skip + limit)
  const nextToken = tokenAfter(core, 'purchase orders', place, { shown: page.length, all: found.length })
  const details = query.get('includeDetails') !== 'false'
  return ok({ payload: { pagination: { nextToken }, orders: page.map((order) => describePurchaseOrder(order, place.asOf, details)) } })
}

function ordersFound({ core, caller, query }: Call, span: Span, asOf: number): PurchaseOrder[] {
  const wanted = paramOf(query, 'purchaseOrderState')
  const sign = query.get('sortOrder') === 'ASC' ? 1 : -1
  return core.world
    .channelsOf(caller.account.id)
    .flatMap((channel) => purchaseOrdersBetween(channel, span, asOf, span.by))
    .filter((order) => wanted === undefined || purchaseOrderState(order, asOf) === wanted)
    .toSorted((a, b) => sign * (a.createdMs - b.createdMs) || a.number.localeCompare(b.number))
}

/** A purchase order as Amazon shows it. */
export function describePurchaseOrder(order: PurchaseOrder, asOf: number, details: boolean): Record<string, unknown> {
  const { marketplace } = order.channel
  const changed = isoSeconds(purchaseOrderChangedMs(order, asOf))
  const head = { purchaseOrderNumber: order.number, purchaseOrderState: purchaseOrderState(order, asOf) }
  if (!details) return head
  return {
    ...head,
    orderDetails: {
      purchaseOrderDate: isoSeconds(order.createdMs),
      purchaseOrderChangedDate: changed,
      purchaseOrderStateChangedDate: changed,
      purchaseOrderType: 'RegularOrder',
      paymentMethod: 'Invoice',
      buyingParty: { partyId: `${marketplace.country}BUY` },
      sellingParty: { partyId: `${order.channel.account.theme.slice(0, 3).toUpperCase()}${marketplace.country}` },
      shipToParty: { partyId: `${marketplace.country}X1` },
      billToParty: { partyId: `${marketplace.country}PAY` },
      deliveryWindow: `${isoSeconds(order.acknowledgedMs)}--${isoSeconds(order.closedMs)}`,
      items: order.items.map((item, index) => ({
        itemSequenceNumber: String(index + 1),
        amazonProductIdentifier: item.product.asin,
        vendorProductIdentifier: item.product.sku,
        orderedQuantity: { amount: item.cases, unitOfMeasure: 'Cases', unitSize: item.unitSize },
        isBackOrderAllowed: true,
        netCost: { currencyCode: marketplace.currency, amount: decimalText(item.costMinor, marketplace.currency) },
        listPrice: { currencyCode: marketplace.currency, amount: decimalText(item.product.priceMinor, marketplace.currency) },
      })),
    },
  }
}
