/** Troubles that answer calls instead of the truth: the next ones first, then the standing one. */
export interface Faults<Operation extends string, Call, Trouble> {
  /** The next `times` calls of the operation are answered with this. */
  next(operation: Operation, trouble: Trouble, times?: number): void
  /** Every call is asked; `null` from the rule lets it through. A rule of `null` ends it. */
  standing(rule: ((operation: Operation, call: Call) => Trouble | null) | null): void
  /** Used by the twin: the trouble of this call, if any. */
  take(operation: Operation, call: Call): Trouble | null
}

export function createFaults<Operation extends string, Call, Trouble>(): Faults<Operation, Call, Trouble> {
  const queued: { operation: Operation; trouble: Trouble }[] = []
  let rule: ((operation: Operation, call: Call) => Trouble | null) | null = null
  return {
    next: (operation, trouble, times = 1) => {
      for (let index = 0; index < times; index += 1) queued.push({ operation, trouble })
    },
    standing: (next) => {
      rule = next
    },
    take: (operation, call) => {
      const index = queued.findIndex((fault) => fault.operation === operation)
      if (index >= 0) return queued.splice(index, 1)[0]?.trouble ?? null
      return rule?.(operation, call) ?? null
    },
  }
}
