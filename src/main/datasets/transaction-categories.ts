/** One named amount of a transaction and the named amounts it is made of. */
export interface Breakdown {
  readonly name: string
  readonly minor: number
  readonly parts: readonly Breakdown[]
}

/** In the order of the table's columns. */
export const CATEGORIES = ['sales', 'refunds', 'fees', 'tax', 'shipping', 'promotions', 'other'] as const
export type Category = (typeof CATEGORIES)[number]

/**
 * Words in Amazon's breakdown names, first match wins: a *coupon fee* is a fee, a *shipping tax* is tax. The names are not
 * a closed list at Amazon (finances model: "Details about the movement of money"), so words are matched, not whole names.
 */
const WORDS: readonly (readonly [RegExp, Category])[] = [
  [/withheld|tax|vat$|gst|tcs$|tds$/, 'tax'],
  [/fee|commission|chargeback|holdback/, 'fees'],
  [/promo|rebate|coupon|discount/, 'promotions'],
  [/shipping|delivery|freight/, 'shipping'],
  [/^refund/, 'refunds'],
  [/^sales$|productcharge|principal|principle|itemprice|giftwrap/, 'sales'],
]

/** Groups whose every part is a cost, whatever its own name. */
const COST_GROUP = /^(amazonfees|expenses|fbafees|servicefees)$/

/** Sorts the amounts of a transaction; the categories sum to `total`. `unknown` names what was put under *other*. */
export function sortBreakdowns(
  parts: readonly Breakdown[],
  { total, type }: { readonly total: number; readonly type: string },
): { readonly amounts: Readonly<Record<Category, number>>; readonly unknown: readonly string[] } {
  const amounts: Record<Category, number> = { sales: 0, refunds: 0, fees: 0, tax: 0, shipping: 0, promotions: 0, other: 0 }
  const unknown = new Set<string>()
  const isRefund = /refund/i.test(type)
  for (const { name, minor, isCost } of leavesOf(parts, false)) {
    const found = categoryOf(name, isCost)
    if (found === null && minor !== 0) unknown.add(name)
    amounts[inRefund(found ?? 'other', isRefund)] += minor
  }
  const explained = Object.values(amounts).reduce((sum, minor) => sum + minor, 0)
  return { amounts: { ...amounts, other: amounts.other + total - explained }, unknown: [...unknown].sort() }
}

interface Leaf {
  readonly name: string
  readonly minor: number
  readonly isCost: boolean
}

/** The deepest names; what a name's parts do not add up to stays with the name itself. */
function leavesOf(parts: readonly Breakdown[], isCost: boolean): Leaf[] {
  return parts.flatMap((part) => {
    const inside = leavesOf(part.parts, isCost || COST_GROUP.test(plain(part.name)))
    const rest = part.minor - part.parts.reduce((sum, one) => sum + one.minor, 0)
    return rest === 0 && part.parts.length > 0 ? inside : [...inside, { name: part.name, minor: rest, isCost }]
  })
}

function categoryOf(name: string, isCost: boolean): Category | null {
  const word = plain(name)
  const found = WORDS.find(([pattern]) => pattern.test(word))?.[1] ?? null
  if (found === 'tax' || found === 'fees') return found
  return isCost || COST_GROUP.test(word) ? 'fees' : found
}

/** In a refund, what was given back to the buyer is one figure; fees and tax keep their own. */
function inRefund(category: Category, isRefund: boolean): Category {
  return isRefund && (category === 'sales' || category === 'shipping' || category === 'promotions') ? 'refunds' : category
}

function plain(name: string): string {
  return name.toLowerCase().replaceAll(/[^a-z]/g, '')
}
