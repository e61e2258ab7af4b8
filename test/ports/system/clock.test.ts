import { expect, test } from 'vitest'
import { createClock } from '../../../src/main/adapters/system/create-clock.ts'
import { openRemoteClock } from '../../../src/main/adapters/system/remote-clock.ts'
import { createSystemClock } from '../../../src/main/adapters/system/system-clock.ts'
import { watchResume } from '../../../src/main/adapters/system/watch-resume.ts'
import { createTestClock } from '../../twins/clock.ts'
import { createSilentLog } from '../../twins/log.ts'
import { clockSuite } from './clock-suite.ts'
import { startClockServer } from './clock-server.ts'

const START = Date.UTC(2026, 10, 23)
const wait = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))
const untilLooked = () => wait(500)

clockSuite('hand-cranked clock', async () => {
  const clock = createTestClock(START)
  return { clock, pass: (ms) => clock.advance(ms), close: async () => undefined }
})

clockSuite('system clock', async () => ({ clock: createSystemClock(), pass: wait, close: async () => undefined }))

clockSuite('system clock walking in short steps', async () => ({ clock: createSystemClock(7), pass: wait, close: async () => undefined }))

clockSuite('remote clock', async () => {
  const { server, clock } = await openRemote()
  const pass = async (ms: number) => {
    server.time += ms
    await untilLooked()
  }
  const close = async () => {
    clock.close()
    await server.close()
  }
  return { clock, pass, close }
})

test('a wait longer than the platform can count neither fires at once nor is walked in milliseconds', async () => {
  const warnings: string[] = []
  const note = (warning: Error) => warnings.push(warning.name)
  process.on('warning', note)
  let fired = false
  const cancel = createSystemClock().timer(2 ** 31 + 1000, () => (fired = true))
  await wait(30)
  cancel()
  process.off('warning', note)
  expect([fired, warnings]).toEqual([false, []])
})

test('when the remote clock is set back, monotonic time never is', async () => {
  const { server, clock } = await openRemote()
  server.time += 5000
  await untilLooked()
  const elapsed = clock.monotonic()
  server.time -= 3_600_000
  await untilLooked()
  expect(clock.now()).toBe(server.time)
  expect(clock.monotonic()).toBe(elapsed)
  clock.close()
  await server.close()
})

test('a remote clock that falls silent or talks nonsense keeps its last time and says so once', async () => {
  const { server, clock, log } = await openRemote()
  server.instead = '<html>not a time</html>'
  await untilLooked()
  await untilLooked()
  expect(clock.now()).toBe(START)
  expect(log.codes()).toEqual(['remote-clock-unreachable'])
  clock.close()
  await server.close()
})

test('the remote clock is not asked more often than every 200 ms, however often somebody looks', async () => {
  const { server, clock } = await openRemote()
  const asked = server.asked
  const until = performance.now() + 500
  while (performance.now() < until) {
    clock.now()
    await wait(2)
  }
  expect(server.asked - asked).toBeLessThanOrEqual(4)
  expect(server.asked - asked).toBeGreaterThanOrEqual(1)
  clock.close()
  await server.close()
})

test.each(['https://example.com/now', 'http://10.0.0.1/now', 'http://127.0.0.1.example.com/', 'nonsense'])(
  'the clock address %s is refused without a call',
  async (url) => {
    let called = false
    const refuse: typeof fetch = async () => {
      called = true
      throw new Error('no')
    }
    const opened = await openRemoteClock({ url, fetch: refuse, log: createSilentLog() })
    expect([opened.ok, called]).toEqual([false, false])
  },
)

test('without an address the computer’s own time is used; an unreachable one is told as a sentence', async () => {
  const log = createSilentLog()
  const own = await createClock({ env: {}, fetch, log })
  expect(own.ok && Math.abs(own.value.now() - Date.now())).toBeLessThan(1000)
  const none = await createClock({ env: { SPRINGLINE_CLOCK_URL: 'http://127.0.0.1:9/now' }, fetch, log })
  expect(none).toEqual({ ok: false, error: 'The remote clock does not answer with a time.' })
})

test('sleep is noticed after waking; an ordinary hour is not sleep', async () => {
  const clock = createTestClock(START)
  const slept: number[] = []
  const watch = watchResume(clock)
  watch.onResume((ms) => slept.push(ms))
  await clock.advance(3_600_000)
  expect(slept).toEqual([])
  clock.jumpWall(8 * 3_600_000)
  await clock.advance(30_000)
  expect(slept).toHaveLength(1)
  await clock.advance(3_600_000)
  expect(slept).toHaveLength(1)
  watch.stop()
  expect(clock.pending()).toBe(0)
})

async function openRemote() {
  const server = await startClockServer(START)
  const log = createSilentLog()
  const opened = await openRemoteClock({ url: server.url, fetch, log })
  if (!opened.ok) throw new Error(opened.error)
  return { server, clock: opened.value, log }
}
