import type { Clock } from '../ports/clock.ts'

/** What a question answers within `ms`, else `otherwise`; its signal aborts then. Never rejects: what broke has not answered. */
export function within<Value, Otherwise>(
  clock: Pick<Clock, 'timer'>,
  order: { readonly ms: number; readonly otherwise: Otherwise },
  ask: (signal: AbortSignal) => Promise<Value>,
): Promise<Value | Otherwise> {
  const controller = new AbortController()
  return new Promise((resolve) => {
    const cancel = clock.timer(order.ms, () => {
      controller.abort()
      resolve(order.otherwise)
    })
    const end = (value: Value | Otherwise) => {
      cancel()
      resolve(value)
    }
    ask(controller.signal).then(end, () => end(order.otherwise))
  })
}
