import { z } from 'zod'

/** Closed list of what may cross into the window when a call goes wrong. */
export const FAILURE_CODES = ['bad-request', 'not-found', 'offline', 'reconnect-required', 'busy', 'internal'] as const

export const failure = z.object({
  code: z.enum(FAILURE_CODES),
  /** Finer closed code that the window turns into words, e.g. `identity-not-proven`; null when the code says all. */
  reason: z.string().max(80).nullable(),
  /** Which parameter was wrong; null otherwise. */
  field: z.string().max(80).nullable(),
})
export type Failure = z.infer<typeof failure>
