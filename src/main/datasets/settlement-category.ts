/** In the order of the roll-up's columns. */
export const SETTLEMENT_CATEGORIES = ['sales', 'refunds', 'fees', 'tax', 'promotions', 'advertising', 'reserve', 'other'] as const
export type SettlementCategory = (typeof SETTLEMENT_CATEGORIES)[number]

/**
 * First match wins. The words are Amazon's amount-type, then description, then transaction-type, lower case; Amazon publishes
 * no closed list of them.
 */
const WORDS: readonly (readonly [RegExp, SettlementCategory])[] = [
  [/^itemwithheldtax\|/, 'tax'],
  [/^itemprice\|[^|]*tax\|/, 'tax'],
  [/^itemprice\|[^|]*\|.*(refund|chargeback|a-to-z)/, 'refunds'],
  [/^itemprice\|/, 'sales'],
  [/^itemfees\|/, 'fees'],
  [/^promotion\|/, 'promotions'],
  [/^cost of advertising\|/, 'advertising'],
  [/\|[^|]*reserve amount/, 'reserve'],
  [/\|[^|]*\bfees?\b/, 'fees'],
]

/** What an amount is; what no word explains is *other*, and no total depends on it. */
export function settlementCategory(words: {
  readonly type: string
  readonly amountType: string
  readonly description: string
}): SettlementCategory {
  const said = [words.amountType, words.description, words.type].join('|').toLowerCase()
  return WORDS.find(([pattern]) => pattern.test(said))?.[1] ?? 'other'
}
