import { randomBytes } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { readConfig } from '../../../src/broker/environment/read-config.ts'
import type { Environment } from '../../../src/broker/environment/reader.ts'

const NOW = Date.parse('2026-03-10T12:00:00Z')
const key = (): string => randomBytes(32).toString('base64url')
const SECRET = `amzn1.oa2-cs.v1.${randomBytes(32).toString('hex')}`

const complete = (): Record<string, string> => ({
  BROKER_ORIGIN: 'https://login.example.com',
  BROKER_KEYS: `k2:2026-02-01:${key()},k1:2025-06-01:${key()}`,
  BROKER_PROXIES: '1',
  BROKER_SELLING_APPLICATION_ID: 'amzn1.sp.solution.1',
  BROKER_SELLING_CLIENT_ID: 'client',
  BROKER_SELLING_CLIENT_SECRET: SECRET,
  BROKER_SELLING_CLIENT_SECRET_SINCE: '2026-01-15',
})

function dated(bytes: Buffer): Environment {
  return { BROKER_KEYS: `k1:2026-02-01:${bytes.toString('base64url')}` }
}

function problemsOf(environment: Environment): readonly string[] {
  const read = readConfig(environment, NOW)
  return read.ok ? [] : read.problems
}

test('a complete environment is accepted, newest key first, with Amazon’s own addresses', () => {
  const read = readConfig(
    {
      ...complete(),
      BROKER_ADS_EU_CLIENT_ID: 'a',
      BROKER_ADS_EU_CLIENT_SECRET: SECRET,
      BROKER_ADS_EU_CLIENT_SECRET_SINCE: '2026-03-01',
    },
    NOW,
  )
  expect(read.ok && read.config.keys.map(({ id }) => id)).toEqual(['k2', 'k1'])
  expect(read.ok && read.config.selling?.tokenUrl).toBe('https://api.amazon.com/auth/o2/token')
  expect(read.ok && read.config.ads.eu?.tokenUrl).toBe('https://api.amazon.co.uk/auth/o2/token')
  expect(read.ok && read.config.ads.na).toBeUndefined()
  expect(read.ok && read.config.allowLoopback).toBe(false)
  expect(read.ok && read.config.dates?.map(({ kind, name }) => `${kind} ${name}`)).toEqual([
    'newest-key k2',
    'old-key k1',
    'client-secret selling',
    'client-secret ads-eu',
  ])
  expect(read.warnings).toEqual([])
})

describe('refuses to start, naming what is wrong', () => {
  const MAKE = 'make one with: npm run broker -- new-key'
  const COPY = 'copy it from the application’s page at Amazon'
  const NEWER = 'BROKER_KEYS: key "k1" is newer than "k2" before it: put the newest first'

  test.each([
    ['no keys', { BROKER_KEYS: '' }, `BROKER_KEYS: missing; ${MAKE}`],
    ['a short key', dated(randomBytes(16)), `BROKER_KEYS: key "k1" is not base64url of 32 bytes; ${MAKE}`],
    ['a key of zeros', dated(Buffer.alloc(32)), `BROKER_KEYS: key "k1" is weak; ${MAKE}`],
    ['a typed key', dated(Buffer.from('passwordpasswordpasswordpassword')), `BROKER_KEYS: key "k1" is weak; ${MAKE}`],
    ['a key without id', { BROKER_KEYS: key() }, `BROKER_KEYS: key 1 has no id (1 to 16 letters, digits, _ or -); ${MAKE}`],
    ['a key without a day', { BROKER_KEYS: `k1:${key()}` }, `BROKER_KEYS: key "k1" is not <id>:<YYYY-MM-DD>:<key>; ${MAKE}`],
    ['a key of no day', { BROKER_KEYS: `k1:2026-02-30:${key()}` }, 'BROKER_KEYS: key "k1" is not dated as YYYY-MM-DD'],
    ['a key of next week', { BROKER_KEYS: `k1:2026-03-17:${key()}` }, 'BROKER_KEYS: key "k1" is dated in the future'],
    ['the newest key last', { BROKER_KEYS: `k2:2025-06-01:${key()},k1:2026-02-01:${key()}` }, NEWER],
    ['no origin', { BROKER_ORIGIN: undefined }, 'BROKER_ORIGIN: missing; give a whole one like https://login.example.com'],
    ['no address', { BROKER_ORIGIN: 'login' }, 'BROKER_ORIGIN: not an address; give a whole one like https://login.example.com'],
    ['a plain origin', { BROKER_ORIGIN: 'http://login.example.com' }, 'BROKER_ORIGIN: must be https'],
    ['a loopback origin', { BROKER_ORIGIN: 'http://127.0.0.1:1' }, 'BROKER_ORIGIN: must be https'],
    ['a user in the origin', { BROKER_ORIGIN: 'https://a@b.example' }, 'BROKER_ORIGIN: must have no user name, password or fragment'],
    ['an origin with a path', { BROKER_ORIGIN: 'https://a.example/x' }, 'BROKER_ORIGIN: must be an origin without a path'],
    ['no secret', { BROKER_SELLING_CLIENT_SECRET: ' ' }, `BROKER_SELLING_CLIENT_SECRET: missing; ${COPY}`],
    [
      'a short secret',
      { BROKER_SELLING_CLIENT_SECRET: '0123456789abcdef' },
      `BROKER_SELLING_CLIENT_SECRET: too weak to be Amazon’s; ${COPY}`,
    ],
    [
      'a monotonous secret',
      { BROKER_SELLING_CLIENT_SECRET: 'x'.repeat(64) },
      `BROKER_SELLING_CLIENT_SECRET: too weak to be Amazon’s; ${COPY}`,
    ],
    [
      'a secret of no day',
      { BROKER_SELLING_CLIENT_SECRET_SINCE: undefined },
      'BROKER_SELLING_CLIENT_SECRET_SINCE: missing; the day the secret was made at Amazon, as YYYY-MM-DD',
    ],
    ['no application id', { BROKER_SELLING_APPLICATION_ID: undefined }, `BROKER_SELLING_APPLICATION_ID: missing; ${COPY}`],
    [
      'a client id for an application id',
      { BROKER_SELLING_APPLICATION_ID: 'amzn1.application-oa2-client.1' },
      'BROKER_SELLING_APPLICATION_ID: that is a client id; the application id begins with amzn1.sp.solution.',
    ],
    ['a plain login address', { BROKER_SELLING_TOKEN_URL: 'http://api.amazon.com/x' }, 'BROKER_SELLING_TOKEN_URL: must be https'],
    ['a plain page of the app', { BROKER_APP_PAGE: 'http://example.com' }, 'BROKER_APP_PAGE: must be https'],
    ['an odd port', { BROKER_PORT: '99999' }, 'BROKER_PORT: not a port'],
    ['an odd number of proxies', { BROKER_PROXIES: 'yes' }, 'BROKER_PROXIES: not a number of proxies, 0 to 9'],
    ['a draft, said in words', { BROKER_SELLING_BETA: 'true' }, 'BROKER_SELLING_BETA: not 1 for a draft, or 0'],
    ['no requests at all', { BROKER_ADDRESS_PER_MINUTE: '0' }, 'BROKER_ADDRESS_PER_MINUTE: not a whole number above 0'],
  ])('%s', (_, change, problem) => {
    expect(problemsOf({ ...complete(), ...change })).toEqual([problem])
  })

  test('the same key twice, under one name or two', () => {
    const same = key()
    expect(problemsOf({ ...complete(), BROKER_KEYS: `k1:2026-02-01:${same},k2:2026-02-01:${same}` })).toEqual([
      'BROKER_KEYS: key "k2" repeats another',
    ])
    expect(problemsOf({ ...complete(), BROKER_KEYS: `k1:2026-02-01:${key()},k1:2026-02-01:${key()}` })).toEqual([
      'BROKER_KEYS: two keys are named "k1"',
    ])
  })

  test('without any app', () => {
    const { BROKER_ORIGIN, BROKER_KEYS } = complete()
    expect(problemsOf({ BROKER_ORIGIN, BROKER_KEYS })[0]).toContain('no app is configured')
  })

  test('and never shows a value', () => {
    const bad = key().slice(1)
    const problems = problemsOf({ ...complete(), BROKER_KEYS: `k1:2026-02-01:${bad}`, BROKER_ORIGIN: 'http://secret-canary' })
    expect(JSON.stringify(problems)).not.toContain(bad)
    expect(JSON.stringify(problems)).not.toContain('secret-canary')
  })
})

describe('old keys', () => {
  const keysAt = (replaced: string): Environment => ({ ...complete(), BROKER_KEYS: `k2:${replaced}:${key()},k1:2024-01-01:${key()}` })

  test('open for 400 days after another took their place, however old they are themselves', () => {
    const read = readConfig(keysAt('2025-02-03'), NOW)
    expect(read.ok && read.config.keys.map(({ id }) => id)).toEqual(['k2', 'k1'])
    expect(read.warnings).toEqual([])
  })

  test('are dropped after that, and the broker says so when it starts', () => {
    const read = readConfig(keysAt('2025-02-02'), NOW)
    expect(read.ok && read.config.keys.map(({ id }) => id)).toEqual(['k2'])
    expect(read.ok && read.config.dates?.map(({ name }) => name)).toEqual(['k2', 'selling'])
    expect(read.warnings).toEqual(['BROKER_KEYS: key "k1" was replaced more than 400 days ago and opens nothing any more: remove it'])
  })
})

test('a proxy in front that nobody counted is worth a warning', () => {
  expect(readConfig({ ...complete(), BROKER_PROXIES: undefined }, NOW).warnings[0]).toMatch(/^BROKER_PROXIES: not set/u)
})

test('limits come from the environment, and a burst never falls below what an agency needs on a Monday', () => {
  const read = readConfig({ ...complete(), BROKER_ADDRESS_PER_MINUTE: '5000', BROKER_DEVICE_PER_MINUTE: '10' }, NOW)
  expect(read.ok && read.config.limits).toEqual({ address: { burst: 5000, perMinute: 5000 }, device: { burst: 400, perMinute: 10 } })
})

test('a local Amazon is allowed only when asked for, and needs no dates', () => {
  const local = {
    ...complete(),
    BROKER_ORIGIN: undefined,
    BROKER_KEYS: `k1:${key()}`,
    BROKER_SELLING_CLIENT_SECRET_SINCE: undefined,
    BROKER_SELLING_TOKEN_URL: 'http://127.0.0.1:9/auth/o2/token',
  }
  expect(problemsOf(local)).toHaveLength(4)
  expect(problemsOf({ ...local, BROKER_ALLOW_LOOPBACK: '1' })).toEqual([])
})

describe('what is allowed for a local Amazon', () => {
  const LOCAL = { BROKER_ALLOW_LOOPBACK: '1', BROKER_SELLING_CLIENT_SECRET: 'short' }

  test.each(['0.0.0.0', '::', '192.0.2.1', 'broker.example'])('is refused to a broker that listens on %s', (host) => {
    expect(problemsOf({ ...complete(), ...LOCAL, BROKER_HOST: host })).toEqual([
      'BROKER_ALLOW_LOOPBACK: only for a broker that listens on 127.0.0.1; leave it out where others reach it',
    ])
  })

  test('is worth a warning under a public address: a short secret would pass', () => {
    const read = readConfig({ ...complete(), ...LOCAL }, NOW)
    expect(read.ok).toBe(true)
    expect(read.warnings).toEqual(['BROKER_ALLOW_LOOPBACK: set under a public address; weak and undated secrets are not noticed'])
  })
})
