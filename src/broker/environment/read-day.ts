import type { Reader } from './reader.ts'

const DAY_MS = 86_400_000

/** Reads a day as `YYYY-MM-DD`, in UTC; one that has not begun anywhere on earth is a mistake. `what` names it in problems. */
export function readDay(what: string, text: string, { problems, now }: Reader): number | undefined {
  const since = /^\d{4}-\d\d-\d\d$/u.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN
  if (Number.isNaN(since) || new Date(since).toISOString().slice(0, 10) !== text) {
    problems.push(`${what} is not dated as YYYY-MM-DD`)
    return undefined
  }
  if (since <= now + DAY_MS) return since
  problems.push(`${what} is dated in the future`)
  return undefined
}
