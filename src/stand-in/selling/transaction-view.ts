import { isoSeconds } from '../lib/instants.ts'
import { decimalNumber } from '../lib/money.ts'
import { amountOf, statusAt, totalOf, type AmountPart, type Transaction } from '../world/transaction.ts'
import type { Channel } from '../world/world.ts'

/** A transaction as the finances API shows it at an instant. */
export function describeTransaction(channel: Channel, one: Transaction, asOf: number): Record<string, unknown> {
  const { account, marketplace } = channel
  const currency = (minor: number): Record<string, unknown> => ({
    currencyCode: marketplace.currency,
    currencyAmount: decimalNumber(minor, marketplace.currency),
  })
  const breakdown = (part: AmountPart): Record<string, unknown> => ({
    breakdownType: part.name,
    breakdownAmount: currency(amountOf(part)),
    breakdowns: 'parts' in part ? part.parts.map(breakdown) : [],
  })
  return {
    sellingPartnerMetadata: { sellingPartnerId: account.sellingPartnerId, accountType: 'Standard Orders', marketplaceId: marketplace.id },
    transactionType: one.type,
    transactionId: one.id,
    transactionStatus: statusAt(one, asOf),
    relatedIdentifiers: relatedTo(one),
    totalAmount: currency(totalOf(one.parts)),
    description: one.description,
    postedDate: isoSeconds(one.postedMs),
    marketplaceDetails: { marketplaceId: marketplace.id, marketplaceName: marketplace.domain.replace(/^amazon/, 'Amazon') },
    items: one.items.map((item) => ({
      description: item.title,
      totalAmount: currency(totalOf(item.parts)),
      relatedIdentifiers: [],
      breakdowns: item.parts.map(breakdown),
      contexts: [
        {
          contextType: 'ProductContext',
          asin: item.asin,
          sku: item.sku,
          quantityShipped: item.quantity,
          fulfillmentNetwork: item.byAmazon ? 'AFN' : 'MFN',
        },
      ],
    })),
    breakdowns: one.parts.map(breakdown),
    contexts:
      one.releasedMs === undefined
        ? []
        : [{ contextType: 'DeferredContext', deferralReason: 'DD7', maturityDate: isoSeconds(one.releasedMs) }],
  }
}

function relatedTo(one: Transaction): Record<string, string>[] {
  const group = {
    relatedIdentifierName: 'FINANCIAL_EVENT_GROUP_ID',
    relatedIdentifierValue: `group-${Math.floor(one.postedMs / (14 * 86_400_000))}`,
  }
  return one.orderId === undefined ? [group] : [{ relatedIdentifierName: 'ORDER_ID', relatedIdentifierValue: one.orderId }, group]
}
