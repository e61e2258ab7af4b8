import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { MessageChannel } from 'node:worker_threads'
import type { DocumentIngest } from '../../../src/main/core/ports/document-ingest.ts'
import type { Stores } from '../../../src/main/core/ports/stores.ts'
import { connectStores } from '../../../src/main/adapters/sqlite/calls/connect-stores.ts'
import { joinStores } from '../../../src/main/adapters/sqlite/store-parts.ts'
import { openReader } from '../../../src/main/workers/open-reader.ts'
import { openWriter } from '../../../src/main/workers/open-writer.ts'
import { serveReader } from '../../../src/main/workers/serve-reader.ts'
import { serveWriter } from '../../../src/main/workers/serve-writer.ts'

export interface Carried {
  readonly stores: Stores
  readonly ingest: DocumentIngest
  readonly path: string
  end(): Promise<void>
}

export type Carrier = readonly [name: string, open: (fetched?: typeof fetch) => Promise<Carried>]

/** The same stores in this thread and over message ports, as workers carry them. */
export const carriers: readonly Carrier[] = [
  [
    'in this thread',
    async (fetched) => {
      const { folder, path } = freshPlace()
      const writer = openWriter({
        databasePath: path,
        allowedOrigins: ['https://*.amazonaws.com'],
        version: '1.0.0',
        ...(fetched ? { fetch: fetched } : {}),
      })
      const reader = openReader({ databasePath: path })
      if (!writer.ok || !reader.ok) throw new Error('not opened')
      return {
        stores: joinStores(reader.value.stores, writer.value.stores),
        ingest: writer.value.ingest,
        path,
        end: async () => {
          reader.value.close()
          writer.value.close()
          rmSync(folder, { recursive: true, force: true })
        },
      }
    },
  ],
  [
    'over message ports',
    async (fetched) => {
      const { folder, path } = freshPlace()
      const [write, read] = [new MessageChannel(), new MessageChannel()]
      serveWriter(
        write.port2,
        { databasePath: path, allowedOrigins: ['https://*.amazonaws.com'], version: '1.0.0', ...(fetched ? { fetch: fetched } : {}) },
        () => write.port2.close(),
      )
      serveReader(read.port2, { databasePath: path }, () => read.port2.close())
      const connected = connectStores(write.port1, read.port1)
      return {
        ...connected,
        path,
        end: async () => {
          await connected.close()
          rmSync(folder, { recursive: true, force: true })
        },
      }
    },
  ],
]

export function freshPlace(): { folder: string; path: string } {
  const folder = mkdtempSync(join(tmpdir(), 'springline-stores-'))
  return { folder, path: join(folder, 'data', 'springline.db') }
}
