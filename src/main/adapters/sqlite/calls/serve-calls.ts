import type { Result } from '../../../../shared/lib/result.ts'
import type { OpenTrouble } from '../database/open-trouble.ts'
import { sortStorageTrouble } from '../database/storage-trouble.ts'
import type { CallPort, FromWorker, ToWorker } from './protocol.ts'

/** Objects whose own methods may be called, by name. */
export type CallTargets = Readonly<Record<string, object>>

export interface Served {
  readonly targets: CallTargets
  close(): void
}

/** Answers calls over a port: opens when told to, serves, closes when told to. `ended` is called after closing. */
export function serveCalls(port: CallPort, open: () => Result<Served, OpenTrouble>, ended: () => void): void {
  let served: Served | null = null
  const running = new Map<number, AbortController>()
  const say = (message: FromWorker): void => port.postMessage(message)
  const openOnce = (): OpenTrouble | null => {
    if (served) return null
    const opened = open()
    if (!opened.ok) return opened.error
    served = opened.value
    return null
  }
  const close = (): void => {
    for (const controller of running.values()) controller.abort()
    served?.close()
    served = null
    say({ kind: 'closed' })
    ended()
  }
  port.on('message', (value) => {
    const message = value as ToWorker
    switch (message.kind) {
      case 'open':
        return say({ kind: 'opened', trouble: openOnce() })
      case 'call':
        return void answer(served, message, running).then(say)
      case 'cancel':
        return running.get(message.id)?.abort()
      case 'close':
        return close()
    }
  })
}

async function answer(
  served: Served | null,
  call: Extract<ToWorker, { kind: 'call' }>,
  running: Map<number, AbortController>,
): Promise<FromWorker> {
  const { id } = call
  if (!served) return { kind: 'error', id, code: 'not-open', message: 'the database is not open' }
  const method = ownMethod(served.targets, call.store, call.method)
  if (!method) return { kind: 'error', id, code: 'internal', message: `no method ${call.store}.${call.method}` }
  const controller = new AbortController()
  running.set(id, controller)
  if (call.signal === 'aborted') controller.abort()
  try {
    const value: unknown = await method(...call.args, ...(call.signal === 'none' ? [] : [controller.signal]))
    return { kind: 'value', id, value }
  } catch (cause) {
    const code = sortStorageTrouble(cause)?.kind ?? 'internal'
    return { kind: 'error', id, code, message: cause instanceof Error ? cause.message : 'unknown' }
  } finally {
    running.delete(id)
  }
}

function ownMethod(targets: CallTargets, store: string, name: string): ((...args: unknown[]) => unknown) | null {
  if (!Object.hasOwn(targets, store)) return null
  const target = targets[store] as Readonly<Record<string, unknown>> | undefined
  if (!target || !Object.hasOwn(target, name)) return null
  const method = target[name]
  return typeof method === 'function' ? (...args) => Reflect.apply(method, target, args) : null
}
