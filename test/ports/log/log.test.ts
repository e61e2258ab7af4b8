import { readFileSync, readdirSync, statSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createFileLog } from '../../../src/main/adapters/log/file-log.ts'
import { createMemoryLog } from '../../../src/main/adapters/log/memory-log.ts'
import { redact } from '../../../src/main/adapters/log/redact.ts'
import { freshDirectory } from '../fresh-directory.ts'

const clock = { now: () => Date.UTC(2026, 10, 23, 9, 30) }
const freshFile = () => path.join(freshDirectory('log'), 'logs', 'springline.log')
const SECRET = 'IwEBIJ5secretPART'

test.each([
  `Atza|${SECRET}`,
  `Atzr|${SECRET}`,
  `Atzr%7C${SECRET}`,
  `amzn1.oa2-cs.v1.${SECRET}`,
  `amzn1.application-oa2-client.${SECRET}`,
  `authorization: Bearer ${SECRET}`,
  `eyJhbGciOiJFUzI1NiJ9.eyJ${SECRET}.${SECRET}`,
  `eyJhbGciOiJkaXIifQ..${SECRET}.${SECRET}.${SECRET}`,
  `https://x.example/cb?state=${SECRET}&spapi_oauth_code=${SECRET}`,
  `springline://authorize/seller-eu?handoff=${SECRET}`,
  `grant_type=refresh_token&refresh_token=${SECRET}&client_secret=${SECRET}`,
  `{"refresh_token":"${SECRET}","code": "${SECRET}"}`,
  `https://s3.example/doc?X-Amz-Signature=${SECRET}`,
  `ann.${SECRET}@example.co.uk wrote`,
])('%s is hidden', (text) => {
  expect(redact(text)).not.toContain(SECRET)
  expect(redact(redact(text))).toBe(redact(text))
})

test.each(['403 Unauthorized 8f14e45f-ceea', 'selling-call-refused', 'B00EXAMPLE', '2026-11-23', 'A1PA6795UKMFR9'])(
  'plain evidence stays readable: %s',
  (text) => {
    expect(redact(text)).toBe(text)
  },
)

test('a credential is hidden wherever it stands in a text', () => {
  fc.assert(fc.property(fc.string(), fc.string(), (before, after) => !redact(`${before} Atzr|${SECRET} ${after}`).includes(SECRET)))
})

test('each line carries time, level, code and facts, whatever the facts are', () => {
  const log = createMemoryLog(clock)
  log.write('warn', 'selling-call-refused', {
    operation: 'getReport',
    evidence: 'two\nlines',
    count: 3,
    refreshToken: 'anything',
    none: null,
  })
  log.write('info', 'started')
  log.write('error', 'broken\n2026 info forged')
  expect(log.lines()).toEqual([
    '2026-11-23T09:30:00.000Z warn  selling-call-refused {"operation":"getReport","evidence":"two\\nlines","count":3,"refreshToken":"[hidden]","none":null}',
    '2026-11-23T09:30:00.000Z info  started',
    '2026-11-23T09:30:00.000Z error broken-2026-info-forged',
  ])
})

test('a secret cut by the length limit does not slip through', () => {
  const log = createMemoryLog(clock)
  log.write('info', 'long', { text: `${'x'.repeat(350)} eyJ${SECRET.repeat(8)}.${SECRET}.${SECRET}` })
  expect(log.lines()[0]).not.toContain(SECRET)
})

test('the file is for its owner alone and holds no secret', () => {
  const file = freshFile()
  const log = createFileLog({ file, clock })
  log.write('info', 'renewed', { evidence: `Atza|${SECRET} 100%c done %s` })
  log.write('debug', 'unwanted')
  expect(readFileSync(file, 'utf8')).toBe('2026-11-23T09:30:00.000Z info  renewed {"evidence":"[hidden] 100%c done %s"}\n')
  expect(statSync(file).mode & 0o777).toBe(0o600)
})

test('full files step aside, the oldest falls away, and no line is cut', () => {
  const file = freshFile()
  const log = createFileLog({ file, clock, maxBytes: 2000, kept: 2 })
  for (let index = 0; index < 200; index += 1) log.write('info', 'line', { index })
  expect(readdirSync(path.dirname(file)).sort()).toEqual(['springline.log', 'springline.log.1', 'springline.log.2'])
  const lines = ['.2', '.1', ''].flatMap((age) =>
    readFileSync(file + age, 'utf8')
      .trimEnd()
      .split('\n'),
  )
  const numbers = lines.map((line) => Number(/"index":(\d+)/.exec(line)?.[1]))
  expect(numbers.at(-1)).toBe(199)
  expect(numbers).toEqual(Array.from({ length: numbers.length }, (_, index) => 200 - numbers.length + index))
  for (const name of readdirSync(path.dirname(file))) expect(statSync(path.join(path.dirname(file), name)).mode & 0o777).toBe(0o600)
})
