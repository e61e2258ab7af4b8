import type { Dispatch } from '../../../src/main/core/dispatch.ts'

/** A dispatcher as it must not be: it merges what it is sent before anything is checked, and breaks on what it does not expect. */
export function plantFaults(dispatch: Dispatch): Dispatch {
  const merged = {}
  return async (name, params) => {
    merge(merged, params, 0)
    if (name === 'constructor') throw new TypeError('planted')
    return dispatch(name, params)
  }
}

/** The classic careless merge: it walks into `__proto__`. Undone by nobody, so it keeps to one harmless name. */
function merge(target: object, source: unknown, depth: number): void {
  if (typeof source !== 'object' || source === null || depth > 5) return
  for (const key of Object.keys(source)) {
    const value: unknown = Reflect.get(source, key)
    const held: unknown = Reflect.get(target, key)
    if (typeof held === 'object' && held !== null) merge(held, value, depth + 1)
    else if (key === 'polluted') Object.defineProperty(target, key, { value, configurable: true, enumerable: false })
  }
}
