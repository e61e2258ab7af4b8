import { daysTouched, MINUTE_MS } from '../lib/days.ts'
import { instantOf, isoSeconds } from '../lib/instants.ts'
import { lastChangedAt, type Order } from '../world/order.ts'
import { ordersOfDay } from '../world/orders.ts'
import type { Channel } from '../world/world.ts'
import { badRequest, denied, ok, type Answer } from './answers.ts'
import type { Call, Operation } from './operation.ts'
import { describeOrder, INCLUDED, orderStatus, STATUSES } from './order-view.ts'
import { placeOf, tokenAfter } from './page-token.ts'
import { listOf, paramOf, sizeOf } from './query.ts'

/** Nothing younger than this can be asked for. Source: Orders 2026-01-01 model. */
const EDGE_MS = 2 * MINUTE_MS
/** An order may change this long after its purchase. */
const CHANGES_MS = 40 * 24 * 60 * MINUTE_MS

export const searchOrders: Operation = {
  id: 'searchOrders',
  method: 'get',
  path: '/orders/2026-01-01/orders',
  roles: ['Inventory and Order Tracking', 'Amazon Fulfillment'],
  kind: 'seller',
  answer: (call) => {
    const span = readSpan(call)
    return 'status' in span ? span : listPage(call, span)
  },
}

type Span = { readonly by: 'created' | 'lastUpdated'; readonly startMs: number; readonly endMs: number }

/** By creation or by update, never both, and with the end that belongs to it. */
function readSpan({ core, query }: Call): Span | Answer {
  const [by, other] = query.has('createdAfter') ? (['created', 'lastUpdated'] as const) : (['lastUpdated', 'created'] as const)
  if (query.has(`${other}After`) || query.has(`${other}Before`)) return badRequest('Exactly one of createdAfter and lastUpdatedAfter.')
  const startMs = instantOf(paramOf(query, `${by}After`))
  const endMs = query.has(`${by}Before`) ? instantOf(paramOf(query, `${by}Before`)) : core.now() - EDGE_MS
  if (startMs === undefined || endMs === undefined) return badRequest('A date is missing or not in ISO 8601 format.')
  if (endMs > core.now() - EDGE_MS) return badRequest('A date must be at least two minutes before the request.')
  return endMs < startMs ? badRequest('The end must not be before the start.') : { by, startMs, endMs }
}

function listPage(call: Call, span: Span): Answer {
  const { core, caller, query } = call
  const size = sizeOf(query, 'maxResultsPerPage', 100, 100)
  const included = listOf(query, 'includedData')
  const statuses = listOf(query, 'fulfillmentStatuses')
  if (size === undefined) return badRequest('maxResultsPerPage must be 1 to 100.')
  if (!included.every((one) => INCLUDED.includes(one))) return badRequest('includedData is not valid.')
  if (!statuses.every((one) => STATUSES.includes(one))) return badRequest('fulfillmentStatuses is not valid.')
  const place = placeOf(core, 'orders', paramOf(query, 'paginationToken'), argumentsOf(query))
  if (place === undefined) return badRequest('The paginationToken is not valid.')
  const channels = listOf(query, 'marketplaceIds').map((id) => core.world.channel(caller.account.id, id))
  if (channels.length === 0 || channels.includes(undefined)) return denied('', 'marketplace')
  const found = channels
    .flatMap((channel) => (channel === undefined ? [] : ordersIn(channel, span, place.asOf).map((order) => ({ channel, order }))))
    .filter(({ order }) => statuses.length === 0 || statuses.includes(orderStatus(order, place.asOf)))
  const page = found.slice(place.skip, place.skip + size)
  const nextToken = tokenAfter(core, 'orders', place, { shown: page.length, all: found.length })
  return ok({
    orders: page.map(({ channel, order }) => describeOrder(channel, order, { asOf: place.asOf, included })),
    pagination: nextToken === undefined ? undefined : { nextToken },
    [`${span.by}Before`]: isoSeconds(span.endMs),
  })
}

function ordersIn(channel: Channel, { by, startMs, endMs }: Span, asOf: number): Order[] {
  const at = (order: Order): number => (by === 'created' ? order.purchasedMs : lastChangedAt(order, asOf))
  return daysTouched(by === 'created' ? startMs : startMs - CHANGES_MS, endMs, channel.marketplace.zone)
    .flatMap((day) => ordersOfDay(channel, day))
    .filter((order) => order.purchasedMs <= endMs && at(order) >= startMs && at(order) <= endMs)
}

function argumentsOf(query: URLSearchParams): string {
  return [...query]
    .filter(([name]) => name !== 'paginationToken')
    .map(([name, value]) => `${name}=${value}`)
    .toSorted()
    .join('&')
}
