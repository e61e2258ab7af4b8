import type { ReactElement } from 'react'
import type { AccountView } from '../../../shared/contract/views/channels.ts'
import type { AppView } from '../../../shared/contract/views/app.ts'
import { RadioGroup } from '../../parts/controls/radio-group.tsx'
import { Select } from '../../parts/controls/select.tsx'
import { regionText } from '../../text/place-text.ts'
import { countriesOf, joinable, regionsOf, type AddChoice } from './add-choice.ts'

export interface ChoiceFieldsProps {
  readonly choice: AddChoice
  readonly marketplaces: AppView['marketplaces']
  readonly accounts: readonly AccountView[]
  readonly onChoose: (change: Partial<AddChoice>) => void
}

const kinds = [
  { key: 'seller', word: 'Seller account' },
  { key: 'vendor', word: 'Vendor account' },
  { key: 'advertising', word: 'Advertising only' },
] as const
const ways = [
  { key: 'amazon', word: 'Sign in at Amazon', hint: 'The usual way. Takes about two minutes.' },
  { key: 'private', word: 'Use your own private app', hint: 'You have a developer app of your own and its keys.' },
] as const

/** Kind, region, country and way. */
export function ChoiceFields({ choice, marketplaces, accounts, onChoose }: ChoiceFieldsProps): ReactElement {
  const regions = regionsOf(marketplaces, choice.kind).map((region) => ({ key: region, word: regionText[region] }))
  const countries = countriesOf(marketplaces, choice.kind, choice.region).map((one) => ({
    key: one.country,
    word: `${one.country} ${one.name}`,
  }))
  const joins = joinable(accounts, choice)
  return (
    <div className="flex flex-col gap-4">
      <div className="grid grid-cols-2 gap-6">
        <RadioGroup
          label="What is it?"
          choices={kinds}
          chosen={choice.kind}
          onChoose={(kind) => {
            onChoose({ kind })
          }}
        />
        <RadioGroup
          label="Which way?"
          choices={ways}
          chosen={choice.way}
          onChoose={(way) => {
            onChoose({ way })
          }}
        />
      </div>
      <div className="flex flex-wrap gap-2">
        <Select
          label="Region"
          lead="Region"
          choices={regions}
          chosen={choice.region}
          onChoose={(region) => {
            onChoose({ region })
          }}
        />
        {choice.kind === 'advertising' && choice.way === 'amazon' && joins.length > 0 ? (
          <Select
            label="Joins"
            lead="Joins"
            choices={joins.map((one) => ({ key: one.id, word: one.name }))}
            chosen={choice.joins ?? joins[0]?.id ?? ''}
            onChoose={(key) => {
              onChoose({ joins: joins.find((one) => one.id === key)?.id ?? null })
            }}
          />
        ) : null}
        {choice.kind === 'vendor' || (choice.kind === 'seller' && choice.way === 'amazon') ? (
          <Select
            label="Country"
            lead="Country"
            choices={countries}
            chosen={choice.country}
            onChoose={(country) => {
              onChoose({ country })
            }}
          />
        ) : null}
      </div>
    </div>
  )
}
