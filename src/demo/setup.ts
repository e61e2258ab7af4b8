import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import type { Layout } from './layout.ts'

/** What must stay the same between runs: credentials are bound to the origin they came from. */
export interface Setup {
  readonly amazonPort: number
  readonly brokerPort: number
  readonly brokerKey: string
}

export async function readSetup(layout: Layout): Promise<Setup> {
  if (existsSync(layout.setup)) return JSON.parse(readFileSync(layout.setup, 'utf8')) as Setup
  const [amazonPort, brokerPort] = await freePorts(2)
  const made: Setup = { amazonPort: amazonPort ?? 0, brokerPort: brokerPort ?? 0, brokerKey: randomBytes(32).toString('base64url') }
  writeFileSync(layout.setup, JSON.stringify(made), { mode: 0o600 })
  writeFileSync(layout.passphrase, `${randomBytes(24).toString('base64url')}\n`, { mode: 0o600 })
  return made
}

/** Ports that were free a moment ago; all are held open together so that they differ. */
async function freePorts(count: number): Promise<number[]> {
  const servers = await Promise.all(
    Array.from({ length: count }, async () => {
      const server = createServer()
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()))
      return server
    }),
  )
  const ports = servers.map((server) => (server.address() as AddressInfo).port)
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))))
  return ports
}
