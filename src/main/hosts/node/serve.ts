import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { serveControl } from './control-pipe.ts'
import { openInBrowser } from './launcher-file.ts'
import { openHost, type HostOrder, type NodeHost } from './open-host.ts'
import { startWindowServer, type WindowServer } from './web/window-server.ts'

const HELP = `npm run serve -- [--data-dir DIR] [--port N] [--endpoints FILE] [--passphrase-file F] [--no-open] [--json]

  Runs Springline on this computer (127.0.0.1 only) and opens its window in your browser.`

const OPTIONS = {
  'data-dir': { type: 'string' },
  port: { type: 'string' },
  endpoints: { type: 'string' },
  'passphrase-file': { type: 'string' },
  'no-open': { type: 'boolean' },
  json: { type: 'boolean' },
  help: { type: 'boolean' },
  demo: { type: 'boolean' },
} as const

/** The node host as a process: runs until it is told to stop; never exits for being idle. */
export async function serve(argv: readonly string[], programFolder: string): Promise<number> {
  const { values } = parseArgs({ args: [...argv], options: OPTIONS })
  if (values.help) {
    process.stdout.write(`${HELP}\n`)
    return 0
  }
  const opened = await openHost(orderOf(values, programFolder))
  if (!opened.ok) {
    process.stderr.write(`springline: ${opened.error.message}\n`)
    return opened.error.code === 'in-use' ? 4 : 1
  }
  const host = opened.value
  await host.app.start()
  const server = await startServer(host, programFolder, Number(values.port ?? 0))
  const control = await serveControl(host.dataDirectory, {
    bootUrl: server.bootUrl,
    takeLink: (link) => void host.app.completeCallback(link),
    call: (name, params) => host.app.dispatch(name, params),
  })
  announce(host, server, { open: values['no-open'] !== true, json: values.json === true })
  await untilStopped()
  control.close()
  await server.close()
  await host.close()
  return 0
}

type Values = ReturnType<typeof parseArgs<{ options: typeof OPTIONS }>>['values']

function orderOf(values: Values, programFolder: string): HostOrder {
  return {
    mode: 'write',
    dataDirectory: values['data-dir'] ?? null,
    endpointsFile: values.endpoints ?? process.env['SPRINGLINE_ENDPOINTS'] ?? null,
    passphraseFile: values['passphrase-file'] ?? null,
    env: process.env,
    programFolder,
    announceConsent: null,
    demo: values.demo === true,
  }
}

async function startServer(host: NodeHost, programFolder: string, port: number): Promise<WindowServer> {
  const server = await startWindowServer({
    app: host.app,
    rendererFolder: join(programFolder, '../renderer'),
    port,
    now: () => performance.now(),
    consentUrl: (attemptId) => host.consentUrl(attemptId),
  })
  host.announcePort(Number(server.host.split(':')[1]))
  return server
}

/** Opens the window, and prints a link of its own for people without a browser here. */
function announce(host: NodeHost, server: WindowServer, how: { readonly open: boolean; readonly json: boolean }): void {
  if (how.open) openInBrowser(host.dataDirectory, server.bootUrl())
  const url = server.bootUrl()
  process.stdout.write(how.json ? `${JSON.stringify({ url, dataDirectory: host.dataDirectory })}\n` : greeting(url))
}

function greeting(url: string): string {
  return `Springline is running. Open it here (the link works once, for one minute; "springline open" makes a new one):\n${url}\n`
}

function untilStopped(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve())
  })
}
