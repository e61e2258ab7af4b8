import { EventEmitter } from 'node:events'
import type { CallPort, FromWorker, ToWorker } from '../../adapters/sqlite/calls/protocol.ts'

/** Stands where the writer would: a read-only process can ask for a write, and is told plainly that it may not. */
export function refusingPort(): CallPort {
  const events = new EventEmitter()
  const answer = (message: FromWorker) => setImmediate(() => events.emit('message', message))
  return {
    on: (event, listener) => events.on(event, listener),
    postMessage(value) {
      const message = value as ToWorker
      if (message.kind === 'open') answer({ kind: 'opened', trouble: null })
      if (message.kind === 'call') answer({ kind: 'error', id: message.id, code: 'read-only', message: 'this process only reads' })
      if (message.kind === 'close') setImmediate(() => events.emit('close'))
    },
  }
}
