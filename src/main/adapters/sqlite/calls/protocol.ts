import type { OpenTrouble } from '../database/open-trouble.ts'

/** What travels between a storage worker and its client. Values are structured clones; no function crosses. */
export type ToWorker =
  | { readonly kind: 'open' }
  | {
      readonly kind: 'call'
      readonly id: number
      readonly store: string
      readonly method: string
      readonly args: readonly unknown[]
      readonly signal: CarriedSignal
    }
  | { readonly kind: 'cancel'; readonly id: number }
  | { readonly kind: 'close' }

/** Whether the call came with an abort signal, and whether that had already fired. */
export type CarriedSignal = 'none' | 'waiting' | 'aborted'

export type FromWorker =
  | { readonly kind: 'opened'; readonly trouble: OpenTrouble | null }
  | { readonly kind: 'value'; readonly id: number; readonly value: unknown }
  | { readonly kind: 'error'; readonly id: number; readonly code: string; readonly message: string }
  | { readonly kind: 'closed' }

/** The part of a `Worker` or `MessagePort` that calls need. */
export interface CallPort {
  postMessage(value: unknown, transfer?: readonly ArrayBuffer[]): void
  on(event: string, listener: (value: unknown) => void): unknown
}

/** What hosts give a storage worker as `workerData`. */
export interface StorageWorkerData {
  /** Whole path of the database file; its folder is the data directory. */
  readonly databasePath: string
  /** Origins documents may come from, e.g. `https://*.amazonaws.com` or `http://127.0.0.1:4010`. */
  readonly allowedOrigins: readonly string[]
  /** Of the app: with another one, documents that were refused may be understood. */
  readonly version: string
}
