import { randomBytes } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { type Environment, readConfig } from '../../../src/broker/environment/read-config.ts'

const key = (): string => randomBytes(32).toString('base64url')

const complete = (): Record<string, string> => ({
  BROKER_ORIGIN: 'https://login.example.com',
  BROKER_KEYS: `k2:${key()},k1:${key()}`,
  BROKER_SELLING_APPLICATION_ID: 'amzn1.sp.solution.1',
  BROKER_SELLING_CLIENT_ID: 'client',
  BROKER_SELLING_CLIENT_SECRET: 'secret-canary',
})

function problemsOf(environment: Environment): readonly string[] {
  const read = readConfig(environment)
  return read.ok ? [] : read.problems
}

test('a complete environment is accepted, newest key first, with Amazon’s own addresses', () => {
  const read = readConfig({ ...complete(), BROKER_ADS_EU_CLIENT_ID: 'a', BROKER_ADS_EU_CLIENT_SECRET: 'b' })
  expect(read.ok && read.config.keys.map(({ id }) => id)).toEqual(['k2', 'k1'])
  expect(read.ok && read.config.selling?.tokenUrl).toBe('https://api.amazon.com/auth/o2/token')
  expect(read.ok && read.config.ads.eu?.tokenUrl).toBe('https://api.amazon.co.uk/auth/o2/token')
  expect(read.ok && read.config.ads.na).toBeUndefined()
  expect(read.ok && read.config.allowLoopback).toBe(false)
})

describe('refuses to start, naming what is wrong', () => {
  test.each([
    ['no keys', { BROKER_KEYS: '' }, 'BROKER_KEYS: missing'],
    ['a short key', { BROKER_KEYS: `k1:${randomBytes(16).toString('base64url')}` }, 'BROKER_KEYS: key "k1" is not base64url of 32 bytes'],
    [
      'a key of zeros',
      { BROKER_KEYS: `k1:${Buffer.alloc(32).toString('base64url')}` },
      'BROKER_KEYS: key "k1" is weak: use 32 random bytes',
    ],
    [
      'a typed key',
      { BROKER_KEYS: `k1:${Buffer.from('passwordpasswordpasswordpassword').toString('base64url')}` },
      'BROKER_KEYS: key "k1" is weak: use 32 random bytes',
    ],
    ['a key without id', { BROKER_KEYS: key() }, 'BROKER_KEYS: key 1 has no id (1 to 16 letters, digits, _ or -)'],
    ['no origin', { BROKER_ORIGIN: undefined }, 'BROKER_ORIGIN: missing'],
    ['a plain origin', { BROKER_ORIGIN: 'http://login.example.com' }, 'BROKER_ORIGIN: must be https'],
    ['a loopback origin', { BROKER_ORIGIN: 'http://127.0.0.1:1' }, 'BROKER_ORIGIN: must be https'],
    ['an origin with a path', { BROKER_ORIGIN: 'https://a.example/x' }, 'BROKER_ORIGIN: must be an origin without a path'],
    ['no secret', { BROKER_SELLING_CLIENT_SECRET: ' ' }, 'BROKER_SELLING_CLIENT_SECRET: missing'],
    ['no application id', { BROKER_SELLING_APPLICATION_ID: undefined }, 'BROKER_SELLING_APPLICATION_ID: missing'],
    ['a plain login address', { BROKER_SELLING_TOKEN_URL: 'http://api.amazon.com/x' }, 'BROKER_SELLING_TOKEN_URL: must be https'],
    ['an odd port', { BROKER_PORT: '99999' }, 'BROKER_PORT: not a port'],
  ])('%s', (_, change, problem) => {
    expect(problemsOf({ ...complete(), ...change })).toEqual([problem])
  })

  test('the same key twice, under one name or two', () => {
    const same = key()
    expect(problemsOf({ ...complete(), BROKER_KEYS: `k1:${same},k2:${same}` })).toEqual(['BROKER_KEYS: key "k2" repeats another'])
    expect(problemsOf({ ...complete(), BROKER_KEYS: `k1:${key()},k1:${key()}` })).toEqual(['BROKER_KEYS: two keys are named "k1"'])
  })

  test('without any app', () => {
    const { BROKER_ORIGIN, BROKER_KEYS } = complete()
    expect(problemsOf({ BROKER_ORIGIN, BROKER_KEYS })[0]).toContain('no app is configured')
  })

  test('and never shows a value', () => {
    const bad = key().slice(1)
    const problems = problemsOf({ ...complete(), BROKER_KEYS: `k1:${bad}`, BROKER_ORIGIN: 'http://secret-canary' })
    expect(JSON.stringify(problems)).not.toContain(bad)
    expect(JSON.stringify(problems)).not.toContain('secret-canary')
  })
})

test('a local Amazon is allowed only when asked for', () => {
  const local = { ...complete(), BROKER_ORIGIN: undefined, BROKER_SELLING_TOKEN_URL: 'http://127.0.0.1:9/auth/o2/token' }
  expect(problemsOf(local)).toHaveLength(2)
  expect(problemsOf({ ...local, BROKER_ALLOW_LOOPBACK: '1' })).toEqual([])
})
