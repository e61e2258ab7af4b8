import { currencyScale } from '../../shared/domain/money.ts'
import { fieldsOf } from './json-fields.ts'
import { need } from './row-verdict.ts'

/**
 * Minor units of an `{amount, currencyCode}` whose amount Amazon computes as a double: 217.70000000000002 is a sum, no
 * amount of its own, so it is rounded to the currency. Another currency is bad, unless the amount is nil.
 */
export function floatMoney(json: unknown, column: string, currency: string): number {
  const money = fieldsOf(json)
  const amount = need(money?.['amount'], column, 'not an amount', (value) => typeof value === 'number' && Number.isFinite(value))
  const minor = Math.round(Number(amount) * 10 ** currencyScale(currency))
  need(minor, column, 'too large', Number.isSafeInteger)
  if (minor !== 0) need(money?.['currencyCode'], column, `not in ${currency}`, (said) => said === currency)
  return minor === 0 ? 0 : minor
}
