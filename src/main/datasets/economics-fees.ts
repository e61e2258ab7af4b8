import { sumMoney } from './float-money.ts'
import { fieldsOf, textOf } from './json-fields.ts'
import { need } from './row-verdict.ts'

type FeeKind = 'referral' | 'fulfilment' | 'storage' | 'other'

/**
 * Words in Amazon's fee type names, first match wins. The names are no closed list (schema: "for example FBA fulfillment
 * fees"); these come from the fee types the same schema can preview. A name none of them meets is counted as other and told.
 */
const WORDS: readonly (readonly [RegExp, FeeKind])[] = [
  [/referral/, 'referral'],
  [/storage|agedinventory/, 'storage'],
  [/inboundplacement|lowinventory|returnrate|returnprocessing|returnsprocessing|paneu|oversize|closing|peritem|digitalservice/, 'other'],
  [/fulfil/, 'fulfilment'],
]

export interface Fees {
  /** Minor units; null where Amazon names a fee of that kind without a charge. */
  readonly sums: Readonly<Record<FeeKind, number | null>>
  /** Names that no word meets. */
  readonly unknown: readonly string[]
}

/** What a line's fees add up to by kind. A kind that is not named was not charged: Amazon's proceeds are worked out so. */
export function feesByKind(json: unknown, currency: string): Fees {
  const charged: Record<FeeKind, unknown[] | null> = { referral: [], fulfilment: [], storage: [], other: [] }
  const unknown: string[] = []
  for (const fee of need(listIn(json), 'fees', 'not a list')) {
    const name = need(textOf(fieldsOf(fee)?.['feeTypeName']), 'feeTypeName', 'blank', (text) => text !== '')
    const kind = kindOf(name)
    if (kind === null) unknown.push(name)
    const charges = listIn(fieldsOf(fee)?.['charges'])
    const before = charged[kind ?? 'other']
    charged[kind ?? 'other'] = before === null || charges === null ? null : [...before, ...charges.map(totalIn)]
  }
  const sum = (kind: FeeKind): number | null => {
    const amounts = charged[kind]
    return amounts === null ? null : sumMoney(amounts, 'totalAmount', currency)
  }
  return {
    sums: { referral: sum('referral'), fulfilment: sum('fulfilment'), storage: sum('storage'), other: sum('other') },
    unknown: unknown.toSorted(),
  }
}

/** What the ads of a line cost together; null where Amazon leaves the list or a charge out. */
export function adSpend(json: unknown, currency: string): number | null {
  if (json === null || json === undefined) return null
  const charges = need(listIn(json), 'ads', 'not a list').map((ad) => fieldsOf(fieldsOf(ad)?.['charge']))
  if (charges.includes(null)) return null
  return sumMoney(
    charges.map((charge) => charge?.['totalAmount']),
    'totalAmount',
    currency,
  )
}

function kindOf(name: string): FeeKind | null {
  const word = name.toLowerCase().replaceAll(/[^a-z]/g, '')
  return WORDS.find(([pattern]) => pattern.test(word))?.[1] ?? null
}

function totalIn(charge: unknown): unknown {
  return fieldsOf(fieldsOf(charge)?.['aggregatedDetail'])?.['totalAmount']
}

function listIn(json: unknown): readonly unknown[] | null {
  return Array.isArray(json) ? json : null
}
