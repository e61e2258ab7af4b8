/** The entry of a table under a code that came from elsewhere; never something every object inherits. */
export function own<Value>(table: Readonly<Record<string, Value>>, key: string | null): Value | undefined {
  return key !== null && Object.hasOwn(table, key) ? table[key] : undefined
}
