import { randomBytes } from 'node:crypto'
import process from 'node:process'
import type { BrokerLogLine } from '../config.ts'
import { readConfig } from '../environment/read-config.ts'
import { readHealth } from '../health/read-health.ts'
import { BROKER_VERSION } from '../health/version.ts'
import { startBroker } from '../start-broker.ts'

/** Runs the broker until it is told to end; answers the exit code when it does not even begin. */
export async function serve(say: (line: object) => void): Promise<number> {
  const read = readConfig(process.env, Date.now())
  if (!read.ok) {
    say({ ready: false, problems: read.problems, warnings: read.warnings })
    return 1
  }
  const { config, warnings } = read
  const broker = await startBroker(config, {
    fetch,
    now: () => Date.now(),
    randomBytes: (count) => new Uint8Array(randomBytes(count)),
    log: (line) => say(allowed(line)),
  })
  const { overdue } = readHealth(config.dates ?? [], BROKER_VERSION, Date.now())
  say({ ready: true, version: BROKER_VERSION, origin: broker.origin, port: broker.port, warnings, overdue })
  stopWhenTold(broker.stop, say)
  return 0
}

/** The fields a log line may have. Whatever else a line might one day carry is not written. */
function allowed({ route, outcome, failure, ms }: BrokerLogLine): object {
  return { at: new Date().toISOString(), route, outcome, ...(failure === undefined ? {} : { failure }), ms }
}

function stopWhenTold(stop: () => Promise<void>, say: (line: object) => void): void {
  const end = (): void => {
    say({ stopping: true })
    void stop().then(() => say({ stopped: true }))
  }
  process.once('SIGTERM', end)
  process.once('SIGINT', end)
}
