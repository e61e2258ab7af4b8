import { existsSync, rmSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { startAmazon } from './amazon.ts'
import { runAuto } from './auto.ts'
import { buildHistory } from './build-history.ts'
import { keptCopy } from './copies.ts'
import { layoutAt, type Layout } from './layout.ts'
import { readSetup, type Setup } from './setup.ts'
import { letItNotice, openLive } from './live.ts'
import { TODAY } from './timeline.ts'

const HELP = `npm run demo [-- --auto] [--data-dir DIR] [--rebuild] [--no-open]

  Opens Springline on a made-up world with a local Amazon; nothing leaves this computer.
  --auto      plays the whole story unattended in headless Chromium and proves it
  --rebuild   throws the built history away and builds it again
  --no-open   prints the address instead of opening a browser`

process.umask(0o077)
const say = (line: string) => void process.stdout.write(`${line}\n`)
const { values } = parseArgs({
  options: {
    auto: { type: 'boolean' },
    'data-dir': { type: 'string' },
    rebuild: { type: 'boolean' },
    'no-open': { type: 'boolean' },
    help: { type: 'boolean' },
  },
})

process.setMaxListeners(0)
process.once('SIGTERM', () => process.exit(143))
if (values.help) say(HELP)
else process.exitCode = await run()

async function run(): Promise<number> {
  const layout = layoutAt(values['data-dir'] ?? null)
  if (values.rebuild) for (const copy of [layout.seed, layout.live, layout.auto]) rmSync(copy.folder, { recursive: true, force: true })
  const setup = await readSetup(layout)
  if (!existsSync(layout.seed.folder)) await build(layout, setup)
  if (values.auto) return (await runAuto(layout, setup, say)) ? 0 : 1
  const copy = keptCopy(layout, layout.live)
  const amazon = await startAmazon(layout, setup, layout.live, { at: new Date(TODAY).toISOString() })
  try {
    if (copy === 'made') await letItNotice(layout, amazon)
    return await openLive(layout, amazon, { open: values['no-open'] !== true, say })
  } finally {
    await amazon.stop()
  }
}

async function build(layout: Layout, setup: Setup): Promise<void> {
  const started = Date.now()
  await buildHistory(layout, setup, (line) => void process.stderr.write(`\r${line.padEnd(90)}`))
  process.stderr.write('\n')
  say(`The demo's history is built (${Math.round((Date.now() - started) / 1000)} s, once).`)
}
