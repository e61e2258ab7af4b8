const EXPONENTS: Readonly<Record<string, number>> = { JPY: 0 }

/** Digits after the decimal point of a currency. */
export function exponentOf(currency: string): number {
  return EXPONENTS[currency] ?? 2
}

/** Minor units as a decimal text: 1999 EUR → `19.99`, 1999 JPY → `1999`. */
export function decimalText(minor: number, currency: string): string {
  const exponent = exponentOf(currency)
  return (minor / 10 ** exponent).toFixed(exponent)
}

/** Minor units as a JSON number. */
export function decimalNumber(minor: number, currency: string): number {
  return Number(decimalText(minor, currency))
}
