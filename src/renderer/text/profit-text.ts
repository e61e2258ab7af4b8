import { own } from './own.ts'

/** Steps of a profit report that are known by name. */
const known: Readonly<Record<string, string>> = {
  sales: 'Sales',
  refunds: 'Refunds',
  fees: 'Amazon fees',
  other: 'Other',
  net: 'Net',
  ads: 'Advertising',
  'product-sales': 'Product sales',
  shipping: 'Shipping',
  'selling-fees': 'Selling fees',
  'fba-fees': 'Fulfilment fees',
  promotions: 'Promotions',
  taxes: 'Taxes',
  tax: 'Tax',
  adjustments: 'Adjustments',
  reimbursements: 'Reimbursements',
  'service-fees': 'Service fees',
}

/** A category as a person reads it; one without words of its own is written out. */
export function categoryWord(category: string): string {
  const found = own(known, category)
  if (found !== undefined) return found
  const spaced = category
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replace(/[-_]+/g, ' ')
    .trim()
    .toLowerCase()
  return spaced.charAt(0).toUpperCase() + spaced.slice(1)
}
