import { EventEmitter } from 'node:events'
import { expect, test } from 'vitest'
import { createCallClient } from '../../../src/main/adapters/sqlite/calls/call-client.ts'

/** A worker that never answers and can be made to end. */
function silentWorker() {
  const events = new EventEmitter()
  return {
    port: { on: (event: string, listener: (value: unknown) => void) => events.on(event, listener), postMessage: () => undefined },
    end: () => events.emit('exit'),
  }
}

test('a worker that ends before it has opened the database is said to have ended, nobody waits for ever', async () => {
  const worker = silentWorker()
  const client = createCallClient(worker.port)
  const opened = client.open()
  worker.end()
  expect(await opened).toMatchObject({ ok: false, error: { kind: 'worker-ended', remedy: 'start-again' } })
})

test('opening after the worker has ended answers at once', async () => {
  const worker = silentWorker()
  const client = createCallClient(worker.port)
  worker.end()
  expect(await client.open()).toMatchObject({ ok: false, error: { kind: 'worker-ended' } })
})
