import { randomBytes } from 'node:crypto'
import process from 'node:process'
import { readConfig } from './environment/read-config.ts'
import { startBroker } from './start-broker.ts'

const print = (line: object): void => {
  process.stdout.write(`${JSON.stringify(line)}\n`)
}

const read = readConfig(process.env)
if (read.ok) {
  const broker = await startBroker(read.config, {
    fetch,
    now: () => Date.now(),
    randomBytes: (count) => new Uint8Array(randomBytes(count)),
    log: print,
  })
  print({ ready: true, origin: broker.origin, port: broker.port })
  const stop = (): void => {
    void broker.stop()
  }
  process.once('SIGTERM', stop)
  process.once('SIGINT', stop)
} else {
  print({ ready: false, problems: read.problems })
  process.exitCode = 1
}
