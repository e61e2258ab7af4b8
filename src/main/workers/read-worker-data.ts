import { z } from 'zod'
import type { StorageWorkerData } from '../adapters/sqlite/calls/protocol.ts'

const schema = z.object({ databasePath: z.string().min(1), allowedOrigins: z.array(z.string()).default([]), version: z.string() })

/** What the host gave the worker; anything else is a mistake of the host and thrown. */
export function readWorkerData(given: unknown): StorageWorkerData {
  return schema.parse(given)
}
