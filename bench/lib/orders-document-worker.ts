import { parentPort, workerData } from 'node:worker_threads'
import { ordersDocument, type OrdersSpec } from './orders-document.ts'

// A thread of its own, so that making the file leaves no rubbish to collect in the thread that is measured.
if (parentPort) {
  const made = ordersDocument(workerData as OrdersSpec)
  parentPort.postMessage(made, [made.packed.buffer])
}
