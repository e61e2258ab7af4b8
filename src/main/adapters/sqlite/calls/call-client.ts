import { err, ok, type Result } from '../../../../shared/lib/result.ts'
import type { OpenTrouble } from '../database/open-trouble.ts'
import type { CallPort, FromWorker, ToWorker } from './protocol.ts'
import { StorageFailure } from './storage-failure.ts'

export interface CallClient {
  /** Tells the worker to open; answers why it could not. */
  open(): Promise<Result<void, OpenTrouble>>
  /** A trailing AbortSignal among the arguments is carried as a cancel message. Byte arrays are moved, not copied. */
  call(store: string, method: string, args: readonly unknown[]): Promise<unknown>
  close(): Promise<void>
}

interface Pending {
  readonly resolve: (value: unknown) => void
  readonly reject: (cause: StorageFailure) => void
}

/** The caller's end of a storage worker. When the worker ends, everything pending and everything later is rejected. */
export function createCallClient(port: CallPort): CallClient {
  const pending = new Map<number, Pending>()
  const opening: ((result: Result<void, OpenTrouble>) => void)[] = []
  const closing: (() => void)[] = []
  let lastId = 0
  let ended: StorageFailure | null = null
  const say = (message: ToWorker, transfer: readonly ArrayBuffer[] = []): void => port.postMessage(message, transfer)
  const end = (why: string): void => {
    ended ??= new StorageFailure('worker-ended', why)
    for (const { reject } of pending.values()) reject(ended)
    pending.clear()
    for (const resolve of opening.splice(0)) resolve(err({ kind: 'worker-ended', evidence: why, remedy: 'start-again' }))
    for (const resolve of closing.splice(0)) resolve()
  }
  port.on('message', (value) => receive(value as FromWorker, { pending, opening, end }))
  port.on('error', () => end('the worker failed'))
  port.on('exit', () => end('the worker ended'))
  port.on('close', () => end('the port closed'))
  return {
    open: () =>
      new Promise((resolve) => {
        if (ended) return resolve(err({ kind: 'worker-ended', evidence: ended.message, remedy: 'start-again' }))
        opening.push(resolve)
        say({ kind: 'open' })
      }),
    call: (store, method, args) =>
      new Promise((resolve, reject) => {
        if (ended) return reject(ended)
        const id = (lastId += 1)
        const { plain, signal } = splitSignal(args)
        const { args: sent, transfer } = movable(plain)
        say(
          { kind: 'call', id, store, method, args: sent, signal: signal === null ? 'none' : signal.aborted ? 'aborted' : 'waiting' },
          transfer,
        )
        pending.set(id, { resolve, reject })
        signal?.addEventListener('abort', () => say({ kind: 'cancel', id }), { once: true })
      }),
    close: () =>
      new Promise((resolve) => {
        if (ended) return resolve()
        closing.push(resolve)
        say({ kind: 'close' })
      }),
  }
}

function receive(
  message: FromWorker,
  {
    pending,
    opening,
    end,
  }: { pending: Map<number, Pending>; opening: ((result: Result<void, OpenTrouble>) => void)[]; end: (why: string) => void },
): void {
  switch (message.kind) {
    case 'opened':
      return opening.shift()?.(message.trouble ? err(message.trouble) : ok(undefined))
    case 'value':
      pending.get(message.id)?.resolve(message.value)
      return void pending.delete(message.id)
    case 'error':
      pending.get(message.id)?.reject(new StorageFailure(message.code, message.message))
      return void pending.delete(message.id)
    case 'closed':
      return end('the worker was closed')
  }
}

function splitSignal(args: readonly unknown[]): { plain: readonly unknown[]; signal: AbortSignal | null } {
  const last = args.at(-1)
  if (last instanceof AbortSignal) return { plain: args.slice(0, -1), signal: last }
  return { plain: last === undefined ? args.slice(0, -1) : args, signal: null }
}

/** Bytes that own their whole buffer are moved; views into a shared pool are copied first, so nobody else loses theirs. */
function movable(args: readonly unknown[]): { args: readonly unknown[]; transfer: readonly ArrayBuffer[] } {
  const transfer: ArrayBuffer[] = []
  const sent = args.map((arg) => {
    if (!(arg instanceof Uint8Array)) return arg
    const own =
      arg.buffer instanceof ArrayBuffer && arg.byteOffset === 0 && arg.byteLength === arg.buffer.byteLength
        ? new Uint8Array(arg.buffer)
        : Uint8Array.from(arg)
    if (own.buffer instanceof ArrayBuffer) transfer.push(own.buffer)
    return own
  })
  return { args: sent, transfer }
}
