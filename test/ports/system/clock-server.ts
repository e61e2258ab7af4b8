import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface ClockServer {
  readonly url: string
  time: number
  /** What is answered instead of the time, or null for the time. */
  instead: string | null
  asked: number
  close(): Promise<void>
}

/** A process on this computer that tells the time a test wants. */
export async function startClockServer(time: number): Promise<ClockServer> {
  const server = createServer((_request, response) => {
    told.asked += 1
    response.setHeader('connection', 'close')
    response.end(told.instead ?? String(told.time))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const told: ClockServer = {
    url: `http://127.0.0.1:${port}/now`,
    time,
    instead: null,
    asked: 0,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
  return told
}
