import { existsSync } from 'node:fs'
import { mkdtempSync, cpSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

export const PROGRAM = resolve(import.meta.dirname, '../../..')

/** A test's own place: data directory, the stand-in's state, and what both must agree on. */
export interface Place {
  readonly folder: string
  readonly data: string
  readonly amazonState: string
  readonly endpoints: string
  readonly passphrase: string
  /** Credentials are bound to their origin, so a copied place keeps its ports. */
  readonly amazonPort: number
  readonly brokerPort: number
}

export async function makePlace(): Promise<Place> {
  const folder = mkdtempSync(join(tmpdir(), 'springline-e2e-'))
  const [amazonPort = 0, brokerPort = 0] = await freePorts(2)
  const place = placeAt(folder, amazonPort, brokerPort)
  writeFileSync(place.passphrase, 'a passphrase for made-up secrets\n', { mode: 0o600 })
  return place
}

/** The same history and permissions at a place of its own. */
export function copyPlace(from: Place): Place {
  const folder = mkdtempSync(join(tmpdir(), 'springline-e2e-'))
  cpSync(from.folder, folder, { recursive: true })
  return placeAt(folder, from.amazonPort, from.brokerPort)
}

export function removePlace(place: Place): void {
  if (existsSync(place.folder)) rmSync(place.folder, { recursive: true, force: true })
}

function placeAt(folder: string, amazonPort: number, brokerPort: number): Place {
  return {
    folder,
    data: join(folder, 'data'),
    amazonState: join(folder, 'amazon.json'),
    endpoints: join(folder, 'endpoints.json'),
    passphrase: join(folder, 'passphrase'),
    amazonPort,
    brokerPort,
  }
}

/** Ports that were free a moment ago; all are held open together so that they differ. */
export async function freePorts(count: number): Promise<number[]> {
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
