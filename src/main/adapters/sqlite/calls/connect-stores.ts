import type { Result } from '../../../../shared/lib/result.ts'
import type { DocumentIngest } from '../../../core/ports/document-ingest.ts'
import type { KeptDocuments } from '../../../core/ports/kept-documents.ts'
import type { Stores } from '../../../core/ports/stores.ts'
import type { OpenTrouble } from '../database/open-trouble.ts'
import { joinStores, READ_METHODS, WRITE_METHODS, type ReadStores, type WriteStores } from '../store-parts.ts'
import { createCallClient, type CallClient } from './call-client.ts'
import type { CallPort } from './protocol.ts'

export interface ConnectedStores {
  readonly stores: Stores
  readonly ingest: DocumentIngest
  readonly kept: KeptDocuments
  /** Settles once both workers opened the database, or says why they could not. Calls made before wait for it. */
  readonly ready: Promise<Result<void, OpenTrouble>>
  /** Ends both workers after what they are doing; pending calls are rejected as `worker-ended`. */
  close(): Promise<void>
}

const INGEST_METHODS = [
  'commitDocument',
  'commitEmpty',
  'addPage',
  'addDocument',
  'commitPages',
  'dropPages',
  'readReason',
  'commitListing',
] as const satisfies readonly (keyof DocumentIngest)[]

const KEPT_METHODS = ['list', 'readAgain'] as const satisfies readonly (keyof KeptDocuments)[]

/**
 * The stores and the document ingest, carried over ports (a `Worker` is one). The reader is told to open after the
 * writer has: by then the schema is the newest.
 */
export function connectStores(writerPort: CallPort, readerPort: CallPort): ConnectedStores {
  const writer = createCallClient(writerPort)
  const reader = createCallClient(readerPort)
  const writerReady = writer.open()
  const ready = writerReady.then((opened) => (opened.ok ? reader.open() : opened))
  const read = after(ready, reader)
  const write = after(writerReady, writer)
  return {
    stores: joinStores(proxies(read, READ_METHODS) as ReadStores, proxies(write, WRITE_METHODS) as WriteStores),
    ingest: proxy(write, 'ingest', INGEST_METHODS) as DocumentIngest,
    kept: proxy(write, 'kept', KEPT_METHODS) as KeptDocuments,
    ready,
    close: async () => {
      await reader.close()
      await writer.close()
    },
  }
}

type Call = CallClient['call']

function after(ready: Promise<unknown>, client: CallClient): Call {
  return async (store, method, args) => {
    await ready
    return client.call(store, method, args)
  }
}

/** Method names become functions that call over the port; the names' types are checked where the lists are declared. */
function proxies(call: Call, methods: Readonly<Record<string, readonly string[]>>): unknown {
  return Object.fromEntries(Object.entries(methods).map(([store, names]) => [store, proxy(call, store, names)]))
}

function proxy(call: Call, store: string, names: readonly string[]): unknown {
  return Object.fromEntries(names.map((name) => [name, (...args: unknown[]) => call(store, name, args)]))
}
