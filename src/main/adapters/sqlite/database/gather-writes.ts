import type { Database } from 'better-sqlite3'

interface Waiting {
  readonly write: () => unknown
  readonly done: (value: unknown) => void
  readonly failed: (cause: unknown) => void
}

/** Small writes that are answered together. */
export interface GatheredWrites {
  /** Resolves with what `write` returned once it is durable; rejects with what it, or the disk, threw. */
  add<Value>(write: () => Value): Promise<Value>
  /** Writes now what waits: before a write of another kind that must find it, and before the database is closed. */
  flush(): void
}

/**
 * Gathers small writes that arrive in one turn of the event loop into one transaction: one wait for the disk serves all of
 * them, in the order they came, and nobody is answered before it is over. Where that transaction fails, each is tried by
 * itself, so that one bad write costs the others nothing.
 */
export function gatherWrites(db: Database): GatheredWrites {
  let waiting: Waiting[] = []

  function flush(): void {
    const batch = waiting
    waiting = []
    const settle = together(db, batch)
    for (const one of settle ?? batch.map((each) => alone(db, each))) one()
  }

  return {
    add: <Value>(write: () => Value) =>
      new Promise<Value>((resolve, reject) => {
        if (waiting.length === 0) setImmediate(flush)
        waiting.push({ write, done: (value) => resolve(value as Value), failed: reject })
      }),
    flush,
  }
}

/** What to answer once the transaction is durable; null when it failed and nothing was written. */
function together(db: Database, batch: readonly Waiting[]): (() => void)[] | null {
  if (batch.length < 2) return null
  try {
    const values = db.transaction(() => batch.map((one) => one.write())).immediate()
    return batch.map((one, index) => () => one.done(values[index]))
  } catch {
    return null
  }
}

function alone(db: Database, one: Waiting): () => void {
  try {
    const value = db.transaction(one.write).immediate()
    return () => one.done(value)
  } catch (cause) {
    return () => one.failed(cause)
  }
}
