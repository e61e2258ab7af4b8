import { parseMinor } from '../../shared/domain/money.ts'

/**
 * An amount as a file writes it, in minor units. The last of dot and comma is the decimal mark, the other groups
 * thousands; a lone comma before exactly three digits groups too, because no amount here has three decimals. Null when
 * it is no amount.
 */
export function readAmount(text: string, scale: number): number | null {
  const plain = text.trim()
  if (!plain.includes(',')) return parseMinor(plain, scale)
  const isDecimalComma = plain.lastIndexOf(',') > plain.lastIndexOf('.') && !/^[+-]?\d{1,3}(,\d{3})+$/.test(plain)
  const grouping = isDecimalComma ? '.' : ','
  if (!isGrouped(plain, grouping)) return null
  const ungrouped = plain.replaceAll(grouping, '')
  return parseMinor(isDecimalComma ? ungrouped.replace(',', '.') : ungrouped, scale)
}

function isGrouped(text: string, grouping: '.' | ','): boolean {
  const mark = grouping === '.' ? ',' : '.'
  const whole = text.slice(0, text.includes(mark) ? text.lastIndexOf(mark) : text.length)
  return !whole.includes(grouping) || (grouping === '.' ? /^[+-]?\d{1,3}(\.\d{3})+$/ : /^[+-]?\d{1,3}(,\d{3})+$/).test(whole)
}

/** An amount out of JSON: a number by its shortest decimal text, or a text. Null when it is neither or has an exponent. */
export function jsonAmount(value: unknown, scale: number): number | null {
  if (typeof value === 'number') return Number.isFinite(value) ? parseMinor(String(value), scale) : null
  return typeof value === 'string' ? parseMinor(value, scale) : null
}
