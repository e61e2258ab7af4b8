import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { check } from '../../../src/broker/commands/check.ts'
import { newKey } from '../../../src/broker/commands/new-key.ts'

const MAIN = fileURLToPath(new URL('../../../src/broker/main.ts', import.meta.url))
const NOW = Date.parse('2026-03-10T12:00:00Z')
const SECRET = randomBytes(32).toString('hex')
const freshKey = (now: number): string => newKey(now, (count) => new Uint8Array(randomBytes(count)))

const environment = (keys: string): Record<string, string> => ({
  BROKER_ORIGIN: 'https://login.example.com',
  BROKER_PROXIES: '1',
  BROKER_KEYS: keys,
  BROKER_SELLING_APPLICATION_ID: 'amzn1.sp.solution.1',
  BROKER_SELLING_CLIENT_ID: 'amzn1.application-oa2-client.1',
  BROKER_SELLING_CLIENT_SECRET: SECRET,
  BROKER_SELLING_CLIENT_SECRET_SINCE: '2026-03-01',
})

async function run(args: readonly string[], env: Record<string, string>): Promise<{ code: number; out: string }> {
  return new Promise((resolve) => {
    const child = execFile(process.execPath, [MAIN, ...args], { env }, (_, out, trouble) => {
      resolve({ code: child.exitCode ?? -1, out: out + trouble })
    })
  })
}

test('a new key is accepted as it was printed, and no two are alike', () => {
  const keys = Array.from({ length: 50 }, () => freshKey(NOW))
  expect(new Set(keys.map((key) => key.split(':')[2])).size).toBe(50)
  for (const key of keys) expect(check(environment(key), NOW).ok).toBe(true)
})

test('the check shows what is configured and no secret', () => {
  const [newest, old] = [freshKey(NOW), freshKey(Date.parse('2025-06-01'))]
  const { ok, report } = check(environment(`${newest},${old}`), NOW)
  const shown = JSON.stringify(report)
  expect(ok).toBe(true)
  expect(report).toMatchObject({
    origin: 'https://login.example.com',
    listens: '127.0.0.1:8080',
    proxies: 1,
    keys: { newest: newest.split(':')[0], old: [old.split(':')[0]] },
    selling: { clientId: 'amzn1.application-oa2-client.1' },
    secretEndsInDays: { selling: 171 },
    overdue: [],
    warnings: [],
  })
  for (const secret of [SECRET, newest.split(':')[2], old.split(':')[2]]) expect(shown).not.toContain(secret)
})

test('the check says before the deployment what is overdue', () => {
  const { report } = check({ ...environment(freshKey(NOW)), BROKER_SELLING_CLIENT_SECRET_SINCE: '2025-01-01' }, NOW)
  expect(report).toMatchObject({ ok: true, overdue: ['selling'] })
})

test('from the command line: a key is made, checked with 0, and its absence with 1', async () => {
  const made = await run(['new-key'], {})
  expect(made.out).toMatch(/^k\d{6}[0-9a-f]{4}:\d{4}-\d\d-\d\d:[\w-]{43}\n$/u)
  expect(made.code).toBe(0)
  // Dated by the machine's own clock, so the day of the secret must be one too.
  const today = new Date().toISOString().slice(0, 10)
  const env = { ...environment(made.out.trim()), BROKER_SELLING_CLIENT_SECRET_SINCE: today }
  const good = await run(['--check'], env)
  expect(good.code).toBe(0)
  expect(good.out).not.toContain(SECRET)
  const bad = await run(['--check'], { ...env, BROKER_KEYS: '' })
  expect(bad.code).toBe(1)
  expect(bad.out).toContain('BROKER_KEYS: missing; make one with: npm run broker -- new-key')
  const odd = await run(['--chek'], env)
  expect([odd.code, odd.out.includes('new-key')]).toEqual([2, true])
})
