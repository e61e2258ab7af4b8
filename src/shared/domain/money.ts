/** ISO 4217 code, upper case. */
export type Currency = string

/** Currencies of Amazon's marketplaces without minor units (ISO 4217 exponent 0). */
const WITHOUT_MINOR = new Set(['JPY'])

/** Decimals kept for a currency: 2, or 0 for yen. */
export function currencyScale(currency: Currency): number {
  return WITHOUT_MINOR.has(currency) ? 0 : 2
}

/** A digit must stand on at least one side of the dot. */
const NUMBER = /^([+-]?)(?=\.?\d)(\d*)(?:\.(\d*))?$/

/**
 * Reads a plain decimal (dot as the mark, optional sign) into minor units without going through a float.
 * Null when the text is no such number or does not fit a safe integer; digits beyond the scale round half away from zero.
 */
export function parseMinor(text: string, scale: number): number | null {
  const match = NUMBER.exec(text.trim())
  if (!match) return null
  const [, sign, whole = '', decimals = ''] = match
  const kept = decimals.slice(0, scale).padEnd(scale, '0')
  const roundUp = (decimals[scale] ?? '0') >= '5' ? 1 : 0
  const minor = Number(`0${whole}${kept}`) + roundUp
  if (!Number.isSafeInteger(minor)) return null
  return sign === '-' ? 0 - minor : minor
}
