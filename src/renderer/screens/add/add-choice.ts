import type { AppView } from '../../../shared/contract/views/app.ts'
import { REGIONS, type AccountKind, type ApiFamily, type Region } from '../../../shared/domain/region.ts'
import type { AttemptTarget } from '../../state/attempt-flow.ts'

export type AddKind = AccountKind | 'advertising'

/** What is to be added, as the form stands. */
export interface AddChoice {
  readonly kind: AddKind
  readonly region: Region
  readonly country: string
  readonly way: 'amazon' | 'private'
}

type Marketplaces = AppView['marketplaces']

/** Countries where such an account can be, in the region. */
export function countriesOf(marketplaces: Marketplaces, kind: AddKind, region: Region): Marketplaces {
  return marketplaces.filter((one) => one.region === region && (kind === 'advertising' || one[kind]))
}

/** Regions where such an account can be. */
export function regionsOf(marketplaces: Marketplaces, kind: AddKind): Region[] {
  return REGIONS.filter((region) => countriesOf(marketplaces, kind, region).length > 0)
}

/** The choice after one part of it changed: region and country follow, so that no impossible one can stand. */
export function chosen(choice: AddChoice, change: Partial<AddChoice>, marketplaces: Marketplaces): AddChoice {
  const next = { ...choice, ...change }
  const regions = regionsOf(marketplaces, next.kind)
  const region = regions.includes(next.region) ? next.region : (regions[0] ?? next.region)
  const countries = countriesOf(marketplaces, next.kind, region)
  const country = countries.some((one) => one.country === next.country) ? next.country : (countries[0]?.country ?? next.country)
  return { ...next, region, country }
}

export function familyOf(kind: AddKind): ApiFamily {
  return kind === 'advertising' ? 'advertising' : 'selling'
}

/** What an attempt is begun with. */
export function targetOf({ kind, region, country }: AddChoice): AttemptTarget {
  return { accountId: null, family: familyOf(kind), kind: kind === 'advertising' ? 'seller' : kind, region, country }
}
