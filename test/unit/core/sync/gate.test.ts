import { expect, test } from 'vitest'
import { createGate } from '../../../../src/main/core/sync/gate.ts'
import { createTestClock } from '../../../twins/clock.ts'
import { MINUTE } from './datasets.ts'

const never = new AbortController().signal

function openGate(order: { reserve?: number; isUrgentOpen?: () => boolean } = {}) {
  const clock = createTestClock(1_000_000)
  const gate = createGate({
    clock,
    quota: { perSecond: 1 / 60, burst: 3 },
    reserve: order.reserve ?? 0,
    isUrgentWorkOpen: order.isUrgentOpen ?? (() => false),
  })
  const passed: string[] = []
  const enter = (name: string, urgent = false) => void gate.pass({ urgent, signal: never }, async () => void passed.push(name))
  return { clock, gate, passed, enter }
}

test('while a recent day is under way, an old one only takes a token that a full bucket would lose', async () => {
  let isUrgentOpen = true
  const { clock, passed, enter } = openGate({ reserve: 3, isUrgentOpen: () => isUrgentOpen })
  enter('old 1')
  enter('old 2')
  await clock.advance(1000)
  expect(passed).toEqual(['old 1'])
  enter('recent', true)
  await clock.advance(1000)
  expect(passed).toEqual(['old 1', 'recent'])
  isUrgentOpen = false
  await clock.advance(2000)
  expect(passed).toEqual(['old 1', 'recent', 'old 2'])
})

test('a closed gate lets nobody through before its time, then the recent first', async () => {
  const { clock, gate, passed, enter } = openGate()
  gate.closeUntil(clock.now() + 5 * MINUTE)
  enter('old')
  enter('recent', true)
  await clock.advance(5 * MINUTE - 1)
  expect(passed).toEqual([])
  await clock.advance(1)
  expect(passed).toEqual(['recent', 'old'])
})

test('a time far away, from a clock that is wrong, closes it for an hour at most', async () => {
  const { clock, gate, passed, enter } = openGate()
  gate.closeUntil(clock.now() + 10_000 * MINUTE)
  enter('one')
  await clock.advance(61 * MINUTE)
  expect(passed).toEqual(['one'])
})

test('whoever is told to stop leaves the queue without a call', async () => {
  const { clock, gate, passed } = openGate()
  gate.closeUntil(clock.now() + MINUTE)
  const stop = new AbortController()
  const answer = gate.pass({ urgent: true, signal: stop.signal }, async () => void passed.push('called'))
  stop.abort()
  expect(await answer).toBeNull()
  await clock.advance(5 * MINUTE)
  expect(passed).toEqual([])
})
