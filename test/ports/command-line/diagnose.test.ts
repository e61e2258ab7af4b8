import { spawn, type ChildProcess } from 'node:child_process'
import { createInterface } from 'node:readline'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { diagnosisBundle } from '../../../src/shared/contract/diagnosis/bundle.ts'
import { openShop, type Shop } from './cli.ts'

const SERVE = join(import.meta.dirname, '../../../out/main/serve.js')

let shop: Shop
beforeAll(async () => {
  shop = await openShop()
  await shop.connect('kestrel')
  await shop.run('sync', '--once', '--json')
}, 120_000)
afterAll(() => shop.stop())

const askedOf = (from: number) => shop.amazon.control.log(from).filter((line) => !line.path.startsWith('/clock'))
const seenAt = () => Math.max(0, ...shop.amazon.control.log().map((line) => line.seq))

async function diagnosed(...args: string[]) {
  const { code, out } = await shop.run('diagnose', '--json', ...args)
  return { code, accounts: Object(JSON.parse(out)).accounts }
}

test('alone it asks Amazon itself; --offline asks nobody', async () => {
  const before = seenAt()
  const offline = await diagnosed('--offline')
  expect([offline.code, offline.accounts[0].diagnosis.way]).toEqual([0, 'stored'])
  expect(askedOf(before)).toEqual([])
  const asked = await diagnosed()
  expect(asked.accounts[0].diagnosis.way).toBe('asked')
  expect(askedOf(before).length).toBeGreaterThan(0)
})

test('a saved bundle holds no name, and --replay makes the same diagnosis from it; a file that is none is refused', async () => {
  const file = join(shop.folder, 'bundle.json')
  const { code, accounts } = await diagnosed('--save', file)
  expect(code).toBe(0)
  const text = readFileSync(file, 'utf8')
  const bundle = diagnosisBundle.parse(JSON.parse(text))
  expect(text).not.toContain('Kestrel')
  expect(bundle.diagnosis.cause).toBe(accounts[0].diagnosis.cause)
  const before = seenAt()
  const again = await shop.run('diagnose', '--replay', file, '--json')
  expect(JSON.parse(again.out)).toEqual({ diagnosis: bundle.diagnosis })
  expect(askedOf(before)).toEqual([])
  writeFileSync(file, text.replace('springline-diagnosis', 'something-else'))
  expect(await shop.run('diagnose', '--replay', file)).toMatchObject({ code: 2, err: expect.stringContaining('no diagnosis') as string })
})

test('beside a running app that app asks, with its own credentials', async () => {
  const app = await startApp()
  try {
    const before = seenAt()
    const { code, accounts } = await diagnosed()
    expect([code, accounts[0].diagnosis.way]).toEqual([0, 'asked'])
    const grant = accounts[0].diagnosis.steps.find((one: { readonly step: string }) => one.step === 'grant')
    expect(grant.state).toBe('fine')
    expect(askedOf(before).filter((line) => line.path.startsWith('/selling')).length).toBeGreaterThan(0)
  } finally {
    app.kill('SIGTERM')
    await new Promise((resolve) => app.once('close', resolve))
  }
})

/** The app on the shop's data directory, once it serves its window. */
async function startApp(): Promise<ChildProcess> {
  const where = ['--data-dir', join(shop.folder, 'data'), '--endpoints', join(shop.folder, 'endpoints.json')]
  const env = {
    ...process.env,
    SPRINGLINE_CLOCK_URL: `${shop.amazon.origin}/clock`,
    SPRINGLINE_HISTORY_DAYS: '40',
    XDG_CONFIG_HOME: join(shop.folder, 'config'),
  }
  const app = spawn(process.execPath, [SERVE, '--json', '--no-open', ...where], { env, stdio: ['ignore', 'pipe', 'ignore'] })
  await new Promise<void>((resolve, reject) => {
    createInterface({ input: app.stdout }).once('line', () => resolve())
    app.once('close', () => reject(new Error('the app ended')))
  })
  return app
}
