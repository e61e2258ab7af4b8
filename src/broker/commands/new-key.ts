/**
 * A new broker key as `BROKER_KEYS` takes it: named and dated by its day, with a few random letters so that two of one
 * day differ. `now`: milliseconds.
 */
export function newKey(now: number, randomBytes: (count: number) => Uint8Array): string {
  const day = new Date(now).toISOString().slice(0, 10)
  const mark = Buffer.from(randomBytes(2)).toString('hex')
  return `k${day.slice(2).replaceAll('-', '')}${mark}:${day}:${Buffer.from(randomBytes(32)).toString('base64url')}`
}
