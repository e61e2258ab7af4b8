import type { AppView } from '../../../shared/contract/views/app.ts'
import type { AccountView } from '../../../shared/contract/views/channels.ts'
import type { AccountId } from '../../../shared/domain/ids.ts'
import { REGIONS, type AccountKind, type Region } from '../../../shared/domain/region.ts'
import type { AttemptTarget } from '../../state/attempt-flow.ts'

export type AddKind = AccountKind | 'advertising'

/** What is to be added, as the form stands. */
export interface AddChoice {
  readonly kind: AddKind
  readonly region: Region
  readonly country: string
  readonly way: 'amazon' | 'private'
  /** The account that advertising joins; null until one is chosen. */
  readonly joins: AccountId | null
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

/** Accounts of the region that advertising may join. */
export function joinable(accounts: readonly AccountView[], { region }: Pick<AddChoice, 'region'>): readonly AccountView[] {
  return accounts.filter((account) => account.region === region)
}

/** What an attempt is begun with; null while advertising has no account to join. */
export function targetOf(choice: AddChoice, accounts: readonly AccountView[]): AttemptTarget | null {
  const { kind, region, country } = choice
  if (kind !== 'advertising') return { accountId: null, family: 'selling', kind, region, country }
  const choices = joinable(accounts, choice)
  const account = choices.find((one) => one.id === choice.joins) ?? choices[0]
  return account === undefined
    ? null
    : { accountId: account.id, family: 'advertising', kind: account.kind, region, country: account.channels[0]?.country ?? country }
}
