import { EventEmitter } from 'node:events'
import { expect, test } from 'vitest'
import type { Notice } from '../../src/shared/domain/notice.ts'
import type { AccountId, NoticeId } from '../../src/shared/domain/ids.ts'
import { createNotices, type NativeNotice } from '../../src/main/hosts/common/shell-notices.ts'

class FakeNotice extends EventEmitter implements NativeNotice {
  closed = false
  shown = false
  readonly options: { title: string; body: string }

  constructor(options: { title: string; body: string }) {
    super()
    this.options = options
  }

  show(): void {
    this.shown = true
  }

  close(): void {
    this.closed = true
    this.emit('close')
  }
}

function desk(isSupported = true) {
  const made: FakeNotice[] = []
  const clicks: (string | null)[] = []
  const timers = new Set<() => void>()
  let failures = 0
  const notices = createNotices({
    isSupported: () => isSupported,
    make: (options) => {
      const notice = new FakeNotice(options)
      made.push(notice)
      return notice
    },
    later: (_ms, call) => {
      timers.add(call)
      return () => void timers.delete(call)
    },
    onClick: (accountId) => clicks.push(accountId),
    onFailed: () => (failures += 1),
  })
  return { notices, made, clicks, failures: () => failures, passTime: () => [...timers].forEach((call) => call()) }
}

const notice = (key: string, accountId: string | null = 'acc_1'): Notice => ({
  id: 'ntc_1' as NoticeId,
  key,
  code: 'reconnect-required',
  accountId: accountId as AccountId | null,
  channelId: null,
  facts: {},
  postedAt: 0,
  seenAt: null,
  withdrawnAt: null,
})
const words = { title: 'Nordlys Home needs you', body: 'Amazon refused the selling permission twice.' }

test('a click leads to exactly the account the notice is about', () => {
  const { notices, made, clicks } = desk()
  notices.show(notice('a'), words)
  expect(made[0]).toMatchObject({ shown: true, options: words })
  made[0]?.emit('show')
  made[0]?.emit('click')
  expect(clicks).toEqual(['acc_1'])
})

test('a withdrawn notice leaves the screen, and only that one', () => {
  const { notices, made } = desk()
  notices.show(notice('a'), words)
  notices.show(notice('b'), words)
  notices.withdraw('a')
  notices.withdraw('never-shown')
  expect(made.map((one) => one.closed)).toEqual([true, false])
})

test('the same incident told again replaces its notice', () => {
  const { notices, made } = desk()
  notices.show(notice('a'), words)
  notices.show(notice('a'), words)
  expect(made.map((one) => one.closed)).toEqual([true, false])
  notices.withdraw('a')
  expect(made[1]?.closed).toBe(true)
})

test('a notice the system did not show hands over to the window, until one is shown again', () => {
  const { notices, made, failures } = desk()
  expect(notices.areShown()).toBe(true)
  notices.show(notice('a'), words)
  made[0]?.emit('failed')
  expect([notices.areShown(), notices.supported(), failures()]).toEqual([false, true, 1])
  notices.show(notice('b'), words)
  made[1]?.emit('show')
  expect(notices.areShown()).toBe(true)
})

test('silence for five seconds counts as not shown', () => {
  const { notices, passTime } = desk()
  notices.show(notice('a'), words)
  passTime()
  expect(notices.areShown()).toBe(false)
})

test('a system without notices is never asked', () => {
  const { notices, made } = desk(false)
  notices.show(notice('a'), words)
  expect(made).toEqual([])
  expect([notices.supported(), notices.areShown()]).toEqual([false, false])
})
