/**
 * Milliseconds since 1970 of an ISO 8601 text. A bare day is midnight UTC; a time without offset is undefined,
 * because Amazon asks for an absolute time.
 */
export function instantOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined
  if (!/^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:?\d{2}))?$/.test(text)) return undefined
  const ms = Date.parse(text)
  return Number.isNaN(ms) ? undefined : ms
}

/** `2026-09-15T12:00:00Z`, without the milliseconds. */
export function isoSeconds(ms: number): string {
  return `${new Date(ms).toISOString().slice(0, 19)}Z`
}

/** `2026-09-15T12:00:00+00:00`, as the flat files write it. */
export function isoZeroOffset(ms: number): string {
  return `${new Date(ms).toISOString().slice(0, 19)}+00:00`
}
