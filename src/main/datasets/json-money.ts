import { currencyScale } from '../../shared/domain/money.ts'
import { fieldsOf } from './json-fields.ts'
import { jsonAmount } from './read-amount.ts'
import { need } from './row-verdict.ts'

/** How an API spells an amount and its currency. */
export interface MoneyNames {
  readonly amount: string
  readonly currency: string
}

/** Minor units of a money object in the channel's currency; another currency is bad, unless the amount is nil. */
export function needMoney(
  json: unknown,
  column: string,
  { names, currency }: { readonly names: MoneyNames; readonly currency: string },
): number {
  const money = fieldsOf(json)
  const minor = need(jsonAmount(money?.[names.amount], currencyScale(currency)), column, 'not an amount')
  if (minor !== 0) need(money?.[names.currency], column, `not in ${currency}`, (said) => said === currency)
  return minor
}
