import { drawFor, letters, wholeBetween } from '../lib/random.ts'
import { exponentOf } from '../lib/money.ts'
import { nextDay, type Day } from '../lib/days.ts'
import type { Marketplace } from './marketplaces.ts'
import { KIDS_IN_ENGLISH, NOUNS, TAGLINES } from './product-names.ts'
import type { AccountSpec } from './spec.ts'

export type Product = {
  readonly sku: string
  readonly asin: string
  readonly listingId: string
  readonly title: string
  /** Price of one unit in the marketplace's minor units. */
  readonly priceMinor: number
  /** How popular it is beside its neighbours; sums to 1 over a channel. */
  readonly share: number
  readonly listedOn: Day
  readonly fulfilledByAmazon: boolean
}

/** What one euro's worth of goods is priced at elsewhere. */
const PRICE_LEVEL: Readonly<Record<string, number>> = {
  EUR: 1,
  GBP: 0.88,
  USD: 1.08,
  CAD: 1.45,
  MXN: 19.5,
  JPY: 162,
  AUD: 1.65,
}

/** Real titles start with a stray quote now and then; readers that honour quotes swallow rows there. About one line in 200. */
const STRAY_QUOTE_AT = 11

/** An account's range in one marketplace. SKUs and ASINs are the same in all its marketplaces, titles and prices are not. */
export function productsOf(seed: string, account: AccountSpec, marketplace: Marketplace): Product[] {
  const nouns = nounsFor(account, marketplace)
  const shares = nouns.map((_, index) => (index === STRAY_QUOTE_AT ? 0.012 : 1 / (index + 2)))
  const whole = shares.reduce((sum, share) => sum + share, 0)
  return nouns.map((noun, index) => {
    const draw = drawFor(seed, 'product', account.id, index)
    const asin = `B0${letters(draw, 8)}`
    const euroCents = wholeBetween(draw, 8, 90) * 100 - 1
    return {
      sku: `${account.name.slice(0, 3).toUpperCase()}-${String(index + 1).padStart(3, '0')}-${letters(draw, 3)}`,
      asin,
      listingId: `${wholeBetween(draw, 1000, 9999)}${letters(draw, 6)}`,
      title: titleOf(account, marketplace, noun, index),
      priceMinor: Math.round((euroCents * (PRICE_LEVEL[marketplace.currency] ?? 1)) / 10 ** (2 - exponentOf(marketplace.currency))),
      share: (shares[index] ?? 0) / whole,
      listedOn: nextDay(account.openedOn, index < 6 ? 0 : (index - 5) * 37),
      fulfilledByAmazon: draw() < 0.7,
    }
  })
}

function nounsFor(account: AccountSpec, marketplace: Marketplace): readonly string[] {
  return account.theme === 'kids' && marketplace.country !== 'JP' ? KIDS_IN_ENGLISH : NOUNS[account.theme]
}

function titleOf(account: AccountSpec, marketplace: Marketplace, noun: string, index: number): string {
  const taglines = TAGLINES[marketplace.language.slice(0, 2)] ?? TAGLINES['en'] ?? ['']
  const brand = account.name.split(' ')[0] ?? account.name
  const stray = index === STRAY_QUOTE_AT ? '"' : ''
  return `${stray}${brand} ${noun} ${taglines[index % taglines.length] ?? ''}`.trimEnd()
}
