import { ok } from '../../shared/lib/result.ts'
import type { CallPort } from '../adapters/sqlite/calls/protocol.ts'
import { serveCalls } from '../adapters/sqlite/calls/serve-calls.ts'
import { openWriter, type WriterOptions } from './open-writer.ts'

/** Serves the writer over a port; `ended` is called once it was closed. */
export function serveWriter(port: CallPort, options: WriterOptions, ended: () => void): void {
  const open = (): ReturnType<Parameters<typeof serveCalls>[1]> => {
    const opened = openWriter(options)
    if (!opened.ok) return opened
    const { stores, ingest, kept, close } = opened.value
    return ok({ targets: { ...stores, ingest, kept }, close })
  }
  serveCalls(port, open, ended)
}
