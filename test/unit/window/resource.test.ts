import { describe, expect, test } from 'vitest'
import type { Failure } from '../../../src/shared/contract/failures.ts'
import { err, ok, type Result } from '../../../src/shared/lib/result.ts'
import { COALESCE_MS, createResource } from '../../../src/renderer/state/resource.ts'
import { createShelf } from '../../../src/renderer/state/shelf.ts'

const offline: Failure = { code: 'offline', reason: null, field: null }

/** A core whose answers come when told, and a clock turned by hand. */
function core() {
  const asked: ((result: Result<string, Failure>) => void)[] = []
  const planned: { run: () => void; ms: number }[] = []
  const resource = createResource<string>({
    read: () =>
      new Promise((resolve) => {
        asked.push(resolve)
      }),
    topics: ['channels'],
    later: (run, ms) => {
      planned.push({ run, ms })
    },
  })
  const settle = async (result: Result<string, Failure>): Promise<void> => {
    asked.at(-1)?.(result)
    await Promise.resolve()
    await Promise.resolve()
  }
  return {
    resource,
    asked,
    settle,
    planned,
    pass: () => {
      for (const one of planned.splice(0)) one.run()
    },
    shown: () => resource.state.getState(),
  }
}

describe('what a screen has of an answer', () => {
  test('a burst of changes is one read, after a short wait', async () => {
    const { resource, asked, settle, planned, pass } = core()
    resource.watch()
    await settle(ok('first'))
    for (let change = 0; change < 20; change += 1) resource.told(['channels'])
    expect(planned.map((one) => one.ms)).toEqual([COALESCE_MS])
    pass()
    expect(asked).toHaveLength(2)
  })

  test('changes during a read lead to exactly one more', async () => {
    const { resource, asked, settle, pass } = core()
    resource.watch()
    resource.told(['channels'])
    pass()
    resource.told(['channels'])
    pass()
    expect(asked).toHaveLength(1)
    await settle(ok('old'))
    expect(asked).toHaveLength(2)
    await settle(ok('new'))
    expect(asked).toHaveLength(2)
  })

  test('old figures stay while the next ones load, and when the next read fails', async () => {
    const { resource, settle, pass, shown } = core()
    resource.watch()
    await settle(ok('old'))
    resource.told(['channels'])
    pass()
    expect(shown()).toEqual({ kind: 'shown', value: 'old', age: 'reloading', trouble: null })
    await settle(err(offline))
    expect(shown()).toEqual({ kind: 'shown', value: 'old', age: 'current', trouble: offline })
  })

  test('a first read that fails says so, and watching again tries again', async () => {
    const { resource, asked, settle, shown } = core()
    const leave = resource.watch()
    await settle(err(offline))
    expect(shown()).toEqual({ kind: 'failed', failure: offline })
    leave()
    resource.watch()
    expect(asked).toHaveLength(2)
    expect(shown()).toEqual({ kind: 'waiting' })
  })

  test('an answer that was overtaken is dropped', async () => {
    const { resource, settle, shown } = core()
    resource.watch()
    resource.replace('written just now')
    await settle(ok('read before the write'))
    expect(shown()).toMatchObject({ kind: 'shown', value: 'written just now' })
  })

  test('nobody looking means nothing is read, until somebody looks', async () => {
    const { resource, asked, settle, pass } = core()
    const leave = resource.watch()
    await settle(ok('first'))
    leave()
    resource.told(['channels'])
    pass()
    expect(asked).toHaveLength(1)
    resource.watch()
    expect(asked).toHaveLength(2)
  })

  test('other topics change nothing', async () => {
    const { resource, settle, planned } = core()
    resource.watch()
    await settle(ok('first'))
    resource.told(['notices', 'app'])
    expect(planned).toEqual([])
  })
})

describe('answers by their parameters', () => {
  test('the same question is the same answer; the oldest of many is forgotten', () => {
    const shelf = createShelf({
      read: (params: { day: number }) => Promise.resolve(ok(params.day)),
      topics: ['coverage'],
      later: () => undefined,
    })
    const first = shelf.of({ day: 0 })
    expect(shelf.of({ day: 0 })).toBe(first)
    for (let day = 1; day < 40; day += 1) shelf.of({ day })
    expect(shelf.of({ day: 39 })).toBe(shelf.of({ day: 39 }))
    expect(shelf.of({ day: 0 })).not.toBe(first)
  })
})
