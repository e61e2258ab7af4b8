import { currencyScale } from '../../shared/domain/money.ts'
import type { RowContext, RowVerdict } from './document.ts'
import { countOf, fieldsOf, listOf, textOf } from './json-fields.ts'
import { productCell } from './product-cell.ts'
import { jsonAmount } from './read-amount.ts'
import { readInstant } from './read-instant.ts'
import { badRow, need, rowVerdict } from './row-verdict.ts'

type Fields = Readonly<Record<string, unknown>>

/** One row per article of a purchase order. Of its parties only the ids are taken, never names, addresses or tax numbers. */
export function readPurchaseOrder(json: unknown, context: RowContext): readonly RowVerdict[] {
  const order = fieldsOf(json)
  const details = fieldsOf(order?.['orderDetails'])
  if (!order || !details) return [badRow('orderDetails', 'left out')]
  if (!Array.isArray(details['items'])) return [badRow('items', 'no list of articles')]
  return listOf(details['items']).map((item) => rowVerdict(() => itemRow({ order, details, context }, fieldsOf(item))))
}

interface Head {
  readonly order: Fields
  readonly details: Fields
  readonly context: RowContext
}

/** Amazon names no marketplace: an article in another currency belongs to another channel of the account. */
function itemRow({ order, details, context }: Head, item: Fields | null) {
  const { channel, dayAt } = context
  const one = need(item, 'items', 'not an object')
  const cost = fieldsOf(one['netCost'])
  if ((textOf(cost?.['currencyCode']) ?? channel.currency) !== channel.currency) return null
  const orderedAt = need(readInstant(textOf(details['purchaseOrderDate']) ?? ''), 'purchaseOrderDate', 'not an ISO instant')
  const units = unitsOf(fieldsOf(one['orderedQuantity']))
  const each = costOf(cost, currencyScale(channel.currency))
  return [
    dayAt(orderedAt),
    need(textOf(order['purchaseOrderNumber']), 'purchaseOrderNumber', 'not a number', (text) => /^[A-Za-z0-9-]{1,40}$/.test(text)),
    need(textOf(one['itemSequenceNumber']), 'itemSequenceNumber', 'not a number', (text) => /^\d{1,9}$/.test(text)),
    productOf(one),
    ...kindOf(order, details),
    orderedAt,
    changedAt(details),
    units,
    each,
    each === null ? null : need(each * units, 'netCost', 'too large', Number.isSafeInteger),
    partyOf(details['sellingParty']),
    partyOf(details['shipToParty']),
  ]
}

/** State and type; a word left out is reported as a new one. */
function kindOf(order: Fields, details: Fields): readonly [string, string] {
  return [textOf(order['purchaseOrderState']) ?? '', textOf(details['purchaseOrderType']) ?? '']
}

function changedAt(details: Fields): number | null {
  return readInstant(textOf(details['purchaseOrderChangedDate']) ?? textOf(details['purchaseOrderStateChangedDate']) ?? '')
}

/** Single pieces, whether Amazon counts them or cases of them; in any other unit they cannot be told. */
function unitsOf(quantity: Fields | null): number {
  const amount = need(countOf(quantity?.['amount']), 'orderedQuantity', 'not a count', (count) => count >= 0)
  const unit = need(textOf(quantity?.['unitOfMeasure']), 'unitOfMeasure', 'left out').toLowerCase()
  if (unit === 'eaches') return amount
  need(unit, 'unitOfMeasure', 'neither cases nor eaches', (said) => said === 'cases')
  return need(countOf(quantity?.['unitSize']), 'unitSize', 'not a count', (size) => size > 0) * amount
}

/** Cost of one piece in minor units; unknown where it is left out or told per weight. */
function costOf(cost: Fields | null, scale: number): number | null {
  if (cost === null || textOf(cost['unitOfMeasure']) !== null) return null
  return need(jsonAmount(cost['amount'], scale), 'netCost', 'not an amount')
}

function productOf(item: Fields): string {
  return productCell({ sku: textOf(item['vendorProductIdentifier']) ?? '', asin: textOf(item['amazonProductIdentifier']) ?? '', title: '' })
}

function partyOf(json: unknown): string {
  const id = textOf(fieldsOf(json)?.['partyId']) ?? ''
  return /^[A-Za-z0-9_-]{1,32}$/.test(id) ? id : ''
}
