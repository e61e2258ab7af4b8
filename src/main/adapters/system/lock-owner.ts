import { z } from 'zod'

const lockOwner = z.strictObject({
  pid: z.int().positive(),
  /** Ms since 1970 at which the process took the lock. */
  startedAt: z.number(),
  /** Tells two processes with the same number apart where the system lets us see it; null elsewhere. */
  mark: z.string().nullable(),
  /** Which of Springline's hosts writes. */
  host: z.enum(['electron', 'node']),
  machine: z.string(),
  /** Port on which it serves its window; null when it has none (yet). */
  port: z.int().min(1).max(65_535).nullable(),
})

/** The one process that may write to a data directory. */
export type LockOwner = z.infer<typeof lockOwner>

/** Null for text that no Springline wrote. */
export function readLockOwner(text: string): LockOwner | null {
  try {
    const read = lockOwner.safeParse(JSON.parse(text))
    return read.success ? read.data : null
  } catch {
    return null
  }
}
