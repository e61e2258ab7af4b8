/** Reads unknown JSON one field at a time; a missing or wrong field is undefined, never an exception. */
export type Fields = Readonly<Record<string, unknown>>

export function asFields(value: unknown): Fields {
  return isFields(value) ? value : {}
}

export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export function textOf(fields: Fields, name: string): string | undefined {
  const value = fields[name]
  return typeof value === 'string' ? value : undefined
}

export function numberOf(fields: Fields, name: string): number | undefined {
  const value = fields[name]
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined
}

export function textsOf(fields: Fields, name: string): string[] | undefined {
  const value = fields[name]
  return Array.isArray(value) && value.every((one) => typeof one === 'string') ? value : undefined
}
