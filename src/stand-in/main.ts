import { writeFileSync } from 'node:fs'
import { readCliOptions } from './cli-options.ts'
import { createStandIn } from './index.ts'

const { options, endpointsOut } = readCliOptions(process.argv.slice(2))
const standIn = await createStandIn(options)
if (endpointsOut !== undefined) writeFileSync(endpointsOut, `${JSON.stringify(standIn.endpoints, null, 2)}\n`, { mode: 0o600 })
process.stdout.write(`${JSON.stringify({ origin: standIn.origin })}\n`)
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    void standIn.stop().then(() => process.exit(0))
  })
}
