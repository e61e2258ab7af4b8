import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { Worker } from 'node:worker_threads'
import { connectStores, type ConnectedStores } from '../../src/main/adapters/sqlite/calls/connect-stores.ts'

export interface BuiltStores extends ConnectedStores {
  readonly databasePath: string
  end(): Promise<void>
}

/** The app's own built workers over a fresh folder. `built` is the folder of the build. */
export async function startBuiltStores(allowedOrigins: readonly string[], built: string = 'out/main'): Promise<BuiltStores> {
  const entries = ['ingest.js', 'reader.js'].map((name) => resolve(built, name))
  for (const entry of entries) if (!existsSync(entry)) throw new Error(`${entry} is not there: run "npm run build" first`)
  const folder = mkdtempSync(join(tmpdir(), 'springline-bench-'))
  const databasePath = join(folder, 'data', 'springline.db')
  const [writer, reader] = entries.map((entry) => new Worker(entry, { workerData: { databasePath, allowedOrigins } }))
  if (!writer || !reader) throw new Error('no workers')
  const connected = connectStores(writer, reader)
  const ready = await connected.ready
  if (!ready.ok) throw new Error(ready.error.kind)
  return {
    ...connected,
    databasePath,
    end: async () => {
      await connected.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
