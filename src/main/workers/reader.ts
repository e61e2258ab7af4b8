import { parentPort, workerData } from 'node:worker_threads'
import { readWorkerData } from './read-worker-data.ts'
import { serveReader } from './serve-reader.ts'

// The reading worker's entry: report and ledger queries, which never wait for the writer.
if (parentPort) {
  const port = parentPort
  serveReader(port, readWorkerData(workerData), () => port.close())
}
