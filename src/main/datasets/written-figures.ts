import { parseMinor } from '../../shared/domain/money.ts'

/** How one file writes its dates; every date of it is written alike. */
export type DateShape = 'iso' | 'year-first' | 'day-first'

const SHAPES: Readonly<Record<DateShape, RegExp>> = {
  iso: /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2}):(\d{2})(Z|[+-]\d{2}:\d{2})$/,
  'year-first': /^(\d{4})[-/](\d{2})[-/](\d{2}) (\d{2}):(\d{2}):(\d{2}) (?:UTC|GMT)$/,
  'day-first': /^(\d{2})\.(\d{2})\.(\d{4}) (\d{2}):(\d{2}):(\d{2}) (?:UTC|GMT)$/,
}

/** Null for a date of no shape known: with slashes, a day before its month cannot be told from a month before its day. */
export function dateShapeOf(text: string): DateShape | null {
  return (['iso', 'year-first', 'day-first'] as const).find((shape) => SHAPES[shape].test(text)) ?? null
}

/** An instant written in a shape, in ms since 1970; null when it is written otherwise or no date of the calendar. */
export function readShaped(text: string, shape: DateShape): number | null {
  const match = SHAPES[shape].exec(text)
  if (!match) return null
  const [, first = '', month = '', third = '', hour, minute, second, offset = 'Z'] = match
  const [year, day] = shape === 'day-first' ? [third, first] : [first, third]
  const written = `${year}-${month}-${day}T${hour}:${minute}:${second}`
  const ms = Date.parse(`${written}${offset}`)
  // The parser carries 31 April over into May.
  return !Number.isNaN(ms) && new Date(Date.parse(`${written}Z`)).toISOString().startsWith(written) ? ms : null
}

export type DecimalMark = ',' | '.'

/**
 * The decimal mark an amount shows: before one or two last digits it is one, before three it groups thousands, so the
 * other is. Null when the amount shows neither.
 */
export function decimalMarkOf(text: string): DecimalMark | null {
  const [, mark, digits = ''] = /([.,])(\d+)$/.exec(text) ?? []
  if (mark !== ',' && mark !== '.') return null
  const other = mark === ',' ? '.' : ','
  return digits.length === 3 && !text.includes(other) ? other : mark
}

const WRITTEN: Readonly<Record<DecimalMark, RegExp>> = {
  ',': /^[+-]?(\d+|\d{1,3}(\.\d{3})+)(,\d{1,2})?$/,
  '.': /^[+-]?(\d+|\d{1,3}(,\d{3})+)(\.\d{1,2})?$/,
}

/** An amount written with a decimal mark, in minor units; null when it is written otherwise or finer than the currency. */
export function readMarked(text: string, mark: DecimalMark, scale: number): number | null {
  if (!WRITTEN[mark].test(text)) return null
  const plain = mark === ',' ? text.replaceAll('.', '').replace(',', '.') : text.replaceAll(',', '')
  const isFiner = /[1-9]/.test((plain.split('.')[1] ?? '').slice(scale))
  return isFiner ? null : parseMinor(plain, scale)
}
