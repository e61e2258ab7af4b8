import { parseArgs } from 'node:util'
import { openHost } from './open-host.ts'
import { serveControl } from './control-pipe.ts'
import { openInBrowser } from './launcher-file.ts'
import { startWindowServer } from './web/window-server.ts'
import { join } from 'node:path'

const HELP = `npm run serve -- [--data-dir DIR] [--port N] [--endpoints FILE] [--passphrase-file F] [--no-open] [--json]

  Runs Springline on this computer (127.0.0.1 only) and opens its window in your browser.`

/** The node host as a process: runs until it is told to stop; never exits for being idle. */
export async function serve(argv: readonly string[], programFolder: string): Promise<number> {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      'data-dir': { type: 'string' }, port: { type: 'string' }, endpoints: { type: 'string' }, 'passphrase-file': { type: 'string' },
      'no-open': { type: 'boolean' }, json: { type: 'boolean' }, help: { type: 'boolean' }, demo: { type: 'boolean' },
    },
  })
  if (values.help) {
    process.stdout.write(`${HELP}\n`)
    return 0
  }
  const opened = await openHost({
    mode: 'write',
    dataDirectory: values['data-dir'] ?? null,
    endpointsFile: values.endpoints ?? process.env['SPRINGLINE_ENDPOINTS'] ?? null,
    passphraseFile: values['passphrase-file'] ?? null,
    env: process.env,
    programFolder,
    announceConsent: null,
    demo: values.demo === true,
  })
  if (!opened.ok) {
    process.stderr.write(`springline: ${opened.error.message}\n`)
    return opened.error.code === 'in-use' ? 4 : 1
  }
  const host = opened.value
  await host.app.start()
  const server = await startWindowServer({
    app: host.app,
    rendererFolder: join(programFolder, '../renderer'),
    port: Number(values.port ?? 0),
    now: () => performance.now(),
    consentUrl: host.consentUrl,
  })
  host.announcePort(Number(server.host.split(':')[1]))
  const control = await serveControl(host.dataDirectory, server.bootUrl)
  const url = server.bootUrl()
  const shown = values['no-open'] !== true && openInBrowser(host.dataDirectory, url)
  process.stdout.write(values.json ? `${JSON.stringify({ url, dataDirectory: host.dataDirectory })}\n` : greeting(shown ? server.bootUrl() : url))
  await untilStopped()
  control.close()
  await server.close()
  await host.close()
  return 0
}

function greeting(url: string): string {
  return `Springline is running. Open it here (the link works once, for one minute; "springline open" makes a new one):\n${url}\n`
}

function untilStopped(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve())
  })
}
