import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Worker } from 'node:worker_threads'
import type { OrdersDocument, OrdersSpec } from './orders-document.ts'

export interface ServedDocument {
  readonly origin: string
  readonly url: string
  readonly document: Omit<OrdersDocument, 'packed'> & { readonly packedBytes: number }
  close(): void
}

/** Makes an orders file in another thread and serves it on a loopback port. */
export async function serveDocument(spec: OrdersSpec): Promise<ServedDocument> {
  const made = await new Promise<OrdersDocument>((resolve, reject) => {
    const worker = new Worker(new URL('./orders-document-worker.ts', import.meta.url), { workerData: spec })
    worker.once('message', resolve)
    worker.once('error', reject)
  })
  const server = createServer((_request, response) => {
    response.writeHead(200, { 'content-type': 'text/tab-separated-values;charset=UTF-8' })
    response.end(made.packed)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    origin,
    url: `${origin}/orders`,
    document: { lines: made.lines, moneyMinor: made.moneyMinor, packedBytes: made.packed.byteLength },
    close: () => void server.close(),
  }
}
