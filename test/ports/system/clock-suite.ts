import { afterEach, describe, expect, test } from 'vitest'
import type { Clock } from '../../../src/main/core/ports/clock.ts'

export interface OpenClock {
  readonly clock: Clock
  /** Lets this much of the clock's own time pass. */
  readonly pass: (ms: number) => Promise<void>
  close(): Promise<void>
}

/** What every clock does, whoever turns its hands. */
export function clockSuite(name: string, open: () => Promise<OpenClock>): void {
  describe(name, () => {
    let opened: OpenClock | null = null
    afterEach(async () => opened?.close())
    const begin = async () => {
      opened = await open()
      return opened
    }

    test('a timer fires once, when its time has come and not before', async () => {
      const { clock, pass } = await begin()
      const begunAt = clock.monotonic()
      const fired: number[] = []
      clock.timer(60, () => fired.push(clock.monotonic() - begunAt))
      await pass(20)
      expect(fired).toEqual([])
      await pass(400)
      expect(fired).toHaveLength(1)
      expect(fired[0]).toBeGreaterThanOrEqual(60)
    })

    test('timers fire in the order of their times, not of their setting', async () => {
      const { clock, pass } = await begin()
      const fired: string[] = []
      clock.timer(90, () => fired.push('late'))
      clock.timer(20, () => fired.push('early'))
      await pass(500)
      expect(fired).toEqual(['early', 'late'])
    })

    test('a cancelled timer stays silent, also when another timer cancels it', async () => {
      const { clock, pass } = await begin()
      const fired: string[] = []
      clock.timer(10, () => fired.push('cancelled'))()
      const cancelLater = clock.timer(90, () => fired.push('cancelled by another'))
      clock.timer(20, () => cancelLater())
      await pass(500)
      expect(fired).toEqual([])
    })

    test('a timer set by a firing timer fires too', async () => {
      const { clock, pass } = await begin()
      const fired: string[] = []
      clock.timer(10, () => clock.timer(10, () => fired.push('second')))
      await pass(300)
      await pass(300)
      expect(fired).toEqual(['second'])
    })

    test('wall and monotonic time move together', async () => {
      const { clock, pass } = await begin()
      const [wall, elapsed] = [clock.now(), clock.monotonic()]
      await pass(300)
      expect(clock.now() - wall).toBeGreaterThanOrEqual(290)
      expect(Math.abs(clock.now() - wall - (clock.monotonic() - elapsed))).toBeLessThan(50)
    })
  })
}
