import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import { readInstanceLock, takeInstanceLock } from '../../../src/main/adapters/system/lock-file.ts'
import { processMark } from '../../../src/main/adapters/system/process-mark.ts'
import { freshDirectory } from '../fresh-directory.ts'

const NOW = Date.now()
const SELF = { host: 'node', nowMs: NOW } as const
let directory = ''
beforeEach(() => {
  directory = freshDirectory('lock')
})
const lockText = (change: Record<string, unknown>) =>
  JSON.stringify({
    pid: process.pid,
    startedAt: NOW - 1000,
    mark: processMark(process.pid),
    host: 'electron',
    machine: os.hostname(),
    port: null,
    ...change,
  })
const plant = (text: string) => writeFileSync(path.join(directory, 'springline.lock'), text)

test('the second writer is refused and told who writes', () => {
  const first = takeInstanceLock(directory, SELF)
  if (first.ok) first.value.announcePort(4711)
  const second = takeInstanceLock(directory, { host: 'electron', nowMs: NOW })
  expect(second).toMatchObject({ ok: false, error: { pid: process.pid, host: 'node', port: 4711, startedAt: NOW } })
  expect(statSync(path.join(directory, 'springline.lock')).mode & 0o777).toBe(0o600)
})

test('a lock given back is free, and no draft stays behind', () => {
  const first = takeInstanceLock(directory, SELF)
  if (first.ok) first.value.release()
  expect(readInstanceLock(directory, NOW)).toBeNull()
  expect(readdirSync(directory)).toEqual([])
  expect(takeInstanceLock(directory, SELF).ok).toBe(true)
})

test('a process that died without a word is followed by the next', async () => {
  const child = spawn(process.execPath, ['-e', ''])
  const pid = child.pid ?? 0
  await once(child, 'exit')
  plant(lockText({ pid, mark: null }))
  expect(takeInstanceLock(directory, SELF).ok).toBe(true)
  expect(readInstanceLock(directory, NOW)?.pid).toBe(process.pid)
})

test.runIf(process.platform === 'linux')('a number reused by another process does not hold the lock', () => {
  plant(lockText({ mark: 'another-boot/123' }))
  expect(takeInstanceLock(directory, SELF).ok).toBe(true)
})

test('a lock from before the last start of the computer is stale even where its number runs again', () => {
  plant(lockText({ mark: null, startedAt: NOW - os.uptime() * 1000 - 3_600_000 }))
  expect(takeInstanceLock(directory, SELF).ok).toBe(true)
})

test('a writer on another machine sharing the directory is believed to run', () => {
  plant(lockText({ machine: 'another-machine', pid: 1 }))
  expect(takeInstanceLock(directory, SELF)).toMatchObject({ ok: false, error: { machine: 'another-machine' } })
})

test('a lock cut short by a full disk does not keep everybody out', () => {
  plant('{"pid":')
  expect(takeInstanceLock(directory, SELF).ok).toBe(true)
})

test('a lock that somebody else took over is not given back by its former owner', () => {
  const first = takeInstanceLock(directory, SELF)
  const foreign = lockText({ machine: 'another-machine' })
  plant(foreign)
  if (first.ok) {
    first.value.announcePort(1)
    first.value.release()
  }
  expect(readFileSync(path.join(directory, 'springline.lock'), 'utf8')).toBe(foreign)
})

test('of many processes starting at once over a dead lock exactly one writes', async () => {
  plant(lockText({ pid: 999_999_999, mark: null }))
  const script = `
    import { takeInstanceLock } from ${JSON.stringify(path.resolve('src/main/adapters/system/lock-file.ts'))}
    const taken = takeInstanceLock(process.argv[1], { host: 'node', nowMs: Date.now() })
    process.stdout.write(taken.ok ? 'took' : 'refused')
    setTimeout(() => undefined, 1500)`
  const starts = Array.from({ length: 6 }, async () => {
    const child = spawn(process.execPath, ['--input-type=module-typescript', '-e', script, directory], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    let said = ''
    child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()))
    await once(child, 'exit')
    return said
  })
  const said = await Promise.all(starts)
  expect(said.filter((word) => word === 'took')).toHaveLength(1)
  expect(said.filter((word) => word === 'refused')).toHaveLength(5)
}, 20_000)
