import { randomBytes } from 'node:crypto'
import { readConfig } from '../broker/environment/read-config.ts'
import { startBroker } from '../broker/start-broker.ts'

/** The broker as it is deployed, in a process of its own, but on the stand-in's clock: tickets and proofs carry its time. */
const LOOK_EVERY_MS = 50

const clockUrl = process.env['DEMO_CLOCK_URL'] ?? ''
let now = await readClock()
setInterval(
  () =>
    void readClock()
      .then((time) => (now = time))
      .catch(() => undefined),
  LOOK_EVERY_MS,
)

const read = readConfig(process.env, now)
if (!read.ok) throw new Error(read.problems.join('; '))
const broker = await startBroker(read.config, {
  fetch,
  now: () => now,
  randomBytes: (count) => new Uint8Array(randomBytes(count)),
  log: () => undefined,
})
process.stdout.write(`${JSON.stringify({ origin: broker.origin })}\n`)
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void broker.stop().then(() => process.exit(0)))

async function readClock(): Promise<number> {
  return Number(await (await fetch(clockUrl)).text())
}
