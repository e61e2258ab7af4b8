import { readHealth } from '../health/read-health.ts'
import { BROKER_VERSION } from '../health/version.ts'
import type { Desk } from './desk.ts'

/** `GET /health`: 200, or 503 once the newest key or a client secret is past its date. */
export function health({ config, ports }: Desk): Response {
  const read = readHealth(config.dates ?? [], BROKER_VERSION, ports.now())
  return Response.json(read, { status: read.ok ? 200 : 503 })
}
