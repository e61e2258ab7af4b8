import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { connectStores, type ConnectedStores } from '../../adapters/sqlite/calls/connect-stores.ts'
import type { CallPort, StorageWorkerData } from '../../adapters/sqlite/calls/protocol.ts'
import { refusingPort } from './refusing-port.ts'

export interface StorageOrder extends StorageWorkerData {
  /** Folder of the built program, where the worker files lie. */
  readonly programFolder: string
  readonly mode: 'read' | 'write'
}

/** Starts the storage workers: one writer (also downloads and parses documents) and one reader; a read-only process has no writer. */
export function startStorage({ programFolder, mode, ...workerData }: StorageOrder): ConnectedStores {
  const start = (file: string): CallPort => new Worker(join(programFolder, file), { workerData })
  return connectStores(mode === 'write' ? start('ingest.js') : refusingPort(), start('reader.js'))
}
