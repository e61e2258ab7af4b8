import { parentPort, workerData } from 'node:worker_threads'
import { readWorkerData } from './read-worker-data.ts'
import { serveWriter } from './serve-writer.ts'

// The writing worker's entry: all writes and the document ingest live in this one thread.
if (parentPort) {
  const port = parentPort
  serveWriter(port, readWorkerData(workerData), () => port.close())
}
