import type { Currency } from '../../shared/domain/money.ts'
import { DASH } from './dash.ts'
import { numberFormat } from './intl-cache.ts'
import { trueMinus } from './number.ts'

/** An amount as the ledger keeps it: a safe integer in `scale` decimals beside its currency. */
export interface Amount {
  readonly minor: number
  readonly scale: number
  readonly currency: Currency
}

export interface MoneyWords {
  readonly locale: string
  /** `code` when two dollar currencies meet on one page; the narrow symbol otherwise. */
  readonly sign?: 'symbol' | 'code' | undefined
}

/** "$48,285.38", "¥12,500". Null is unknown and shows a dash. */
export function moneyText(amount: Amount | null, { locale, sign = 'symbol' }: MoneyWords): string {
  if (amount === null) return DASH
  const display = sign === 'code' ? 'code' : 'narrowSymbol'
  return write(amount, numberFormat(locale, { style: 'currency', currency: amount.currency, currencyDisplay: display }))
}

/** "48,285.38": a cell of a column whose head names the currency. */
export function cellMoneyText(amount: Amount | null, locale: string): string {
  if (amount === null) return DASH
  const digits = decimalsOf(amount.currency)
  return write(amount, numberFormat(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits }))
}

/** "+$212.40", "−$31.90": a difference says its direction. */
export function changeMoneyText(amount: Amount | null, { locale, sign = 'symbol' }: MoneyWords): string {
  if (amount === null) return DASH
  const display = sign === 'code' ? 'code' : 'narrowSymbol'
  return write(
    amount,
    numberFormat(locale, { style: 'currency', currency: amount.currency, currencyDisplay: display, signDisplay: 'exceptZero' }),
  )
}

/** "$2k": an axis label, without decimals. */
export function axisMoneyText(amount: Amount, locale: string): string {
  const format = numberFormat(locale, {
    style: 'currency',
    currency: amount.currency,
    currencyDisplay: 'narrowSymbol',
    notation: 'compact',
    maximumFractionDigits: 1,
    minimumFractionDigits: 0,
  })
  const text = write(amount, format)
  return amount.minor === 0 ? '0' : text.replace('K', 'k')
}

/** "$", "€", "CA$": what a column head writes after the comma. */
export function currencySign(currency: Currency, locale: string): string {
  const parts = numberFormat(locale, { style: 'currency', currency, currencyDisplay: 'narrowSymbol' }).formatToParts(0)
  return parts.find((part) => part.type === 'currency')?.value ?? currency
}

function decimalsOf(currency: Currency): number {
  return numberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2
}

function write({ minor, scale }: Amount, format: Intl.NumberFormat): string {
  return trueMinus(format.format(minor / 10 ** scale))
}
