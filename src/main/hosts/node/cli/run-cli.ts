import { parseArgs } from 'node:util'
import { openHost, type HostOrder, type OpenTrouble } from '../open-host.ts'
import { ok } from '../../../../shared/lib/result.ts'
import { besideRunningApp } from './ask-running-app.ts'
import { commands, commonOptions, helpFor, helpText } from './commands.ts'
import { text, UsageError, type Command, type Io, type Values } from './command.ts'
import { EXIT, type ExitCode } from './exit-codes.ts'
import { handLinkToApp } from './hand-link.ts'
import { HELP_CODE_USAGE, helpCode } from './help-code.ts'
import { openLinkCommand } from './open-link.ts'
import { openWindow } from './open-window.ts'

/** Runs one command and answers its exit code. `argv` starts after the program's name. */
export async function runCli(argv: readonly string[], io: Io, programFolder: string): Promise<ExitCode> {
  const name = argv[0]
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    io.out(helpText())
    return name === undefined ? EXIT.usage : EXIT.done
  }
  if (name === 'open') return openWindow(argv.slice(1), io)
  if (name === 'help-code') return explainUse(name, HELP_CODE_USAGE, io, () => helpCode(argv.slice(1), io))
  const command = commands.find((one) => one.name === name)
  if (!command) {
    io.err(`springline: there is no command "${name}".\n\n${helpText()}`)
    return EXIT.usage
  }
  return explainUse(name, helpFor(command), io, async () => {
    const handed = name === openLinkCommand.name ? await handLinkToApp(argv.slice(1), io) : null
    return handed ?? runCommand(command, argv.slice(1), io, programFolder)
  })
}

/** A wrong use is one sentence and the right use below it. */
async function explainUse(name: string, usage: string, io: Io, run: () => ExitCode | Promise<ExitCode>): Promise<ExitCode> {
  try {
    return await run()
  } catch (error) {
    if (!(error instanceof UsageError)) throw error
    io.err(`springline ${name}: ${error.message}\n\n${usage}`)
    return EXIT.usage
  }
}

async function runCommand(command: Command, argv: readonly string[], io: Io, programFolder: string): Promise<ExitCode> {
  const { values, positionals } = parse(command, argv)
  if (values['help'] === true) {
    io.out(helpFor(command))
    return EXIT.done
  }
  const opened = await openFor(command, values, {
    dataDirectory: text(values, 'data-dir'),
    endpointsFile: text(values, 'endpoints') ?? io.env['SPRINGLINE_ENDPOINTS'] ?? null,
    passphraseFile: text(values, 'passphrase-file'),
    env: io.env,
    programFolder,
    announceConsent: (url) => io.err(`Open this address in your browser:\n${url}`),
  })
  if (!opened.ok) return refuse(opened.error, values, io)
  try {
    return await command.run({ app: opened.value.app, io, values, positionals, json: values['json'] === true })
  } finally {
    await opened.value.close()
  }
}

/** A diagnosis wants the vault, but never takes it from a running app: beside one it reads, and has that app ask Amazon. */
async function openFor(command: Command, values: Values, order: Omit<HostOrder, 'mode'>): ReturnType<typeof openHost> {
  if (command.needs !== 'write-if-free') return openHost({ ...order, mode: command.needs })
  if (values['offline'] === true || values['replay'] !== undefined) return openHost({ ...order, mode: 'read' })
  const whole = await openHost({ ...order, mode: 'write' })
  if (whole.ok) return whole
  const beside = await openHost({ ...order, mode: 'read' })
  if (!beside.ok || whole.error.code !== 'in-use') return beside
  return ok({ ...beside.value, app: besideRunningApp(beside.value.app, beside.value.dataDirectory) })
}

function parse(command: Command, argv: readonly string[]): { values: Values; positionals: readonly string[] } {
  try {
    const parsed = parseArgs({ args: [...argv], options: { ...command.options, ...commonOptions }, allowPositionals: true, strict: true })
    return { values: parsed.values, positionals: parsed.positionals }
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : 'cannot read the options')
  }
}

function refuse(trouble: OpenTrouble, values: Values, io: Io): ExitCode {
  if (values['json'] === true) io.out(JSON.stringify({ error: { code: trouble.code, message: trouble.message } }))
  else io.err(`springline: ${trouble.message}`)
  if (trouble.code === 'in-use') return EXIT.inUse
  return trouble.code === 'usage' ? EXIT.usage : EXIT.failed
}
