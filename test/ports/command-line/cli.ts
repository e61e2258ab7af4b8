import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createStandIn, demoWorld, type StandIn } from '../../../src/stand-in/index.ts'

const PROGRAM = join(import.meta.dirname, '../../../out/main/springline.js')

export interface Ran {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

export interface Shop {
  readonly amazon: StandIn
  readonly folder: string
  /** Runs one command of the built command line as a process of its own. */
  run(...args: string[]): Promise<Ran>
  /** Connects an account of the stand-in's world with its own private app. */
  connect(account: string, ...more: string[]): Promise<Ran>
  stop(): Promise<void>
}

/** The built command line, a local Amazon and an empty data directory. */
export async function openShop(): Promise<Shop> {
  const folder = mkdtempSync(join(tmpdir(), 'springline-cli-'))
  const amazon = await createStandIn({ startAt: Date.UTC(2026, 8, 10, 12), rate: 400, world: { ...demoWorld(), volume: 0.2 } })
  amazon.control.pace({ queueMs: [0, 0], quotas: 'off' })
  const endpoints = join(folder, 'endpoints.json')
  writeFileSync(endpoints, JSON.stringify(amazon.endpoints))
  const env = {
    ...process.env,
    SPRINGLINE_CLOCK_URL: `${amazon.origin}/clock`,
    SPRINGLINE_HISTORY_DAYS: '40',
    XDG_CONFIG_HOME: join(folder, 'config'),
  }
  const run = (...args: string[]): Promise<Ran> =>
    runProcess(
      [
        ...args,
        ...(args.includes('--data-dir') ? [] : ['--data-dir', join(folder, 'data')]),
        ...(args.includes('--endpoints') ? [] : ['--endpoints', endpoints]),
      ],
      env,
    )
  return {
    amazon,
    folder,
    run,
    async connect(account, ...more) {
      const grant = amazon.control.privateGrant({ account, family: 'selling' })
      writeFileSync(join(folder, 'secret'), grant.clientSecret)
      writeFileSync(join(folder, 'token'), grant.refreshToken)
      const { kind, region } = amazon.control.world().accounts.find((one) => one.id === account) ?? { kind: '', region: '' }
      return run(
        'connect',
        '--private-app',
        '--kind',
        kind,
        '--region',
        region,
        '--selling-partner-id',
        grant.sellingPartnerId,
        '--client-id',
        grant.clientId,
        '--client-secret-file',
        join(folder, 'secret'),
        '--refresh-token-file',
        join(folder, 'token'),
        ...more,
        '--json',
      )
    },
    async stop() {
      await amazon.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

function runProcess(args: readonly string[], env: NodeJS.ProcessEnv): Promise<Ran> {
  const child = spawn(process.execPath, [PROGRAM, ...args], { env, stdio: ['ignore', 'pipe', 'pipe'] })
  let out = ''
  let err = ''
  child.stdout.on('data', (bytes) => (out += String(bytes)))
  child.stderr.on('data', (bytes) => (err += String(bytes)))
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, out, err })))
}
