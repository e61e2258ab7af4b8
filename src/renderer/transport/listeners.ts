/** Those who want to be told; telling follows the order of asking. */
export interface Listeners<Value> {
  readonly add: (listener: (value: Value) => void) => () => void
  tell(value: Value): void
}

export function createListeners<Value>(): Listeners<Value> {
  const all = new Set<(value: Value) => void>()
  return {
    add: (listener) => {
      all.add(listener)
      return () => {
        all.delete(listener)
      }
    },
    tell: (value) => {
      for (const listener of all) listener(value)
    },
  }
}
