import { currencyScale } from '../../shared/domain/money.ts'
import { fieldsOf } from './json-fields.ts'
import { need } from './row-verdict.ts'

/**
 * Minor units of an `{amount, currencyCode}` whose amount Amazon computes as a double: 217.70000000000002 is a sum, no
 * amount of its own, so it is rounded to the currency. Another currency is bad, unless the amount is nil.
 */
export function floatMoney(json: unknown, column: string, currency: string): number {
  return sumMoney([json], column, currency)
}

/** The sum of such amounts, rounded once at its end: a day's storage of one article may be less than a cent. */
export function sumMoney(amounts: readonly unknown[], column: string, currency: string): number {
  const minor = Math.round(amounts.reduce((sum: number, one) => sum + exactMinor(one, column, currency), 0))
  need(minor, column, 'too large', Number.isSafeInteger)
  return minor === 0 ? 0 : minor
}

/** Minor units with what the double holds below them. */
function exactMinor(json: unknown, column: string, currency: string): number {
  const money = fieldsOf(json)
  const amount = need(money?.['amount'], column, 'not an amount', (value) => typeof value === 'number' && Number.isFinite(value))
  const minor = Number(amount) * 10 ** currencyScale(currency)
  if (Math.round(minor) !== 0) need(money?.['currencyCode'], column, `not in ${currency}`, (said) => said === currency)
  return minor
}
