/** Closes a switch over a union: a new member fails to compile here, and a foreign value throws at run time. */
export function assertNever(value: never): never {
  throw new Error(`unexpected member: ${JSON.stringify(value)}`)
}
