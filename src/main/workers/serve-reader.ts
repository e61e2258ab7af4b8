import { ok } from '../../shared/lib/result.ts'
import type { CallPort } from '../adapters/sqlite/calls/protocol.ts'
import { serveCalls } from '../adapters/sqlite/calls/serve-calls.ts'
import { openReader, type ReaderOptions } from './open-reader.ts'

/** Serves the reader over a port; `ended` is called once it was closed. */
export function serveReader(port: CallPort, options: ReaderOptions, ended: () => void): void {
  const open = (): ReturnType<Parameters<typeof serveCalls>[1]> => {
    const opened = openReader(options)
    return opened.ok ? ok({ targets: { ...opened.value.stores }, close: () => opened.value.close() }) : opened
  }
  serveCalls(port, open, ended)
}
