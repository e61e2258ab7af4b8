const ISO = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})$/

/** An ISO instant with an offset, in ms since 1970; null for anything else (a time without an offset has no day). */
export function readInstant(text: string): number | null {
  if (!ISO.test(text)) return null
  const ms = Date.parse(text)
  return Number.isNaN(ms) ? null : ms
}
