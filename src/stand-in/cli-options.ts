import { parseArgs } from 'node:util'
import type { StandInOptions } from './index.ts'
import { demoWorld } from './world/demo-world.ts'

/** The options of the command line, and where the endpoints file goes. Throws for an unknown or unreadable option. */
export function readCliOptions(args: readonly string[]): { options: StandInOptions; endpointsOut: string | undefined } {
  const { values } = parseArgs({
    args: [...args],
    options: {
      port: { type: 'string' },
      seed: { type: 'string' },
      start: { type: 'string' },
      rate: { type: 'string' },
      state: { type: 'string' },
      broker: { type: 'string' },
      volume: { type: 'string' },
      'endpoints-out': { type: 'string' },
    },
  })
  return {
    options: {
      ...(values.port === undefined ? {} : { port: numberFrom('port', values.port) }),
      ...(values.seed === undefined ? {} : { seed: values.seed }),
      ...(values.start === undefined ? {} : { startAt: numberFrom('start', String(Date.parse(values.start))) }),
      ...(values.rate === undefined ? {} : { rate: numberFrom('rate', values.rate) }),
      ...(values.state === undefined ? {} : { stateFile: values.state }),
      ...(values.volume === undefined ? {} : { world: { ...demoWorld(), volume: numberFrom('volume', values.volume) } }),
      ...(values.broker === undefined ? {} : { broker: values.broker }),
    },
    endpointsOut: values['endpoints-out'],
  }
}

function numberFrom(name: string, text: string): number {
  const number = Number(text)
  if (text === '' || !Number.isFinite(number) || number < 0) throw new Error(`--${name} cannot be read`)
  return number
}
