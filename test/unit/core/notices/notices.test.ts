import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { brand } from '../../../../src/shared/lib/brand.ts'
import { NOTICE_CODES, type Notice, type NoticeCode } from '../../../../src/shared/domain/notice.ts'
import type { AccountId } from '../../../../src/shared/domain/ids.ts'
import { BODY_ROOM, noticeWords, TITLE_ROOM } from '../../../../src/shared/text/notice-text.ts'
import { createNotices } from '../../../../src/main/core/notices/create-notices.ts'
import type { AccountStanding } from '../../../../src/main/core/notices/notice-question.ts'
import { trayState } from '../../../../src/main/core/notices/tray-state.ts'
import { createTestClock } from '../../../twins/clock.ts'
import { createTwinNotifier } from '../../../twins/notifier.ts'
import { createSeededRandom } from '../../../twins/random.ts'
import { createMemorySettings } from '../../../twins/settings.ts'

const START = Date.UTC(2026, 2, 10, 9)
const MINUTE = 60_000
const FINE = { status: 'connected', cause: null, facts: {} } as const
const REFUSED = { status: 'reconnect-required', cause: 'withdrawn-or-changed', facts: {} } as const

function fine(name: string, part: Partial<AccountStanding> = {}): AccountStanding {
  return {
    accountId: brand<AccountId>(name),
    name,
    statuses: ['connected'],
    selling: FINE,
    advertising: FINE,
    missingDays: 0,
    lostDays: 0,
    paused: false,
    ...part,
  }
}
const refused = (name: string) => fine(name, { statuses: ['reconnect-required'], selling: REFUSED })
const expiring = (name: string, daysLeft: number) =>
  fine(name, {
    statuses: ['expiring-soon'],
    selling: { status: 'expiring-soon', cause: null, facts: { daysLeft, endsAt: 1_800_000_000_000, ends: 'permission' } },
  })

/** The desktop of one person: what stands in the list and what is on the screen. */
function desk(settings = {}) {
  const clock = createTestClock(START)
  const notifier = createTwinNotifier()
  let list: Notice[] = []
  const notices = {
    post: async (notice: Notice) => {
      if (list.some((one) => one.key === notice.key && one.withdrawnAt === null)) return false
      list = [...list, notice]
      return true
    },
    withdraw: async (key: string, at: number) => {
      const gone = list.filter((one) => one.key === key && one.withdrawnAt === null).map((one) => one.id)
      list = list.map((one) => (gone.includes(one.id) ? { ...one, withdrawnAt: at } : one))
      return gone
    },
    markSeen: async () => undefined,
    newest: async () => list,
    standing: async () => list.filter((one) => one.withdrawnAt === null),
  }
  const ports = { clock, notifier, random: createSeededRandom(1), settings: createMemorySettings(settings), stores: { notices } }
  const start = () => createNotices({ ports, onChange: () => undefined })
  let feature = start()
  return {
    clock,
    notifier,
    look: (accounts: readonly AccountStanding[]) => feature.update({ accounts, syncing: 0, dataTo: '2026-03-09', online: true }),
    restart: () => {
      feature = start()
    },
    standing: () => list.filter((one) => one.withdrawnAt === null).map((one) => one.code),
    shown: () => notifier.shown.map((one) => one.notice.code),
  }
}

describe('telling the person', () => {
  test('one incident is told once, also after a restart', async () => {
    const desktop = desk()
    for (let look = 0; look < 5; look += 1) {
      await desktop.look([refused('Acme'), fine('Birch')])
      desktop.restart()
      await desktop.clock.advance(MINUTE)
    }
    expect(desktop.shown()).toEqual(['reconnect-required'])
    expect(desktop.notifier.shown[0]?.title).toBe('Acme needs you')
  })

  test('a repair takes it down and brings good news, then the last day back brings more', async () => {
    const desktop = desk()
    await desktop.look([refused('Acme')])
    desktop.restart()
    await desktop.look([fine('Acme', { missingDays: 12, statuses: ['catching-up'] })])
    expect(desktop.standing()).toEqual(['reconnected'])
    expect(desktop.notifier.shown.at(-1)).toMatchObject({ title: 'Acme is connected again', body: '12 days are on their way.' })
    await desktop.look([fine('Acme')])
    expect(desktop.standing()).toEqual(['caught-up'])
    await desktop.clock.advance(24 * 60 * MINUTE)
    await desktop.look([fine('Acme')])
    expect(desktop.standing()).toEqual([])
  })

  test('disconnecting an account is no repair', async () => {
    const desktop = desk()
    await desktop.look([refused('Acme')])
    await desktop.look([fine('Acme', { statuses: ['disconnected'], selling: { ...FINE, status: 'disconnected' } })])
    expect(desktop.shown()).toEqual(['reconnect-required'])
    expect(desktop.standing()).toEqual([])
  })

  test('the ladder speaks on its rungs only; a renewal ends it, and so does the end itself', async () => {
    const desktop = desk()
    const told: number[] = []
    for (let daysLeft = 40; daysLeft >= 0; daysLeft -= 1) {
      const before = desktop.notifier.shown.length
      const account = daysLeft > 30 ? fine('Acme') : expiring('Acme', daysLeft)
      await desktop.look([account])
      await desktop.look([account])
      if (desktop.notifier.shown.length > before) told.push(daysLeft)
      await desktop.clock.advance(24 * 60 * MINUTE)
    }
    expect(told).toEqual([30, 14, 7, 3, 1, 0])
    expect(desktop.standing()).toEqual(['expiring-soon'])
    await desktop.look([expiring('Acme', -1)])
    expect(desktop.standing()).toEqual([])
    await desktop.look([expiring('Acme', 3)])
    await desktop.look([fine('Acme')])
    expect(desktop.standing()).toEqual([])
  })

  test('three incidents at once are one digest on the screen and three lines in the list', async () => {
    const desktop = desk()
    await desktop.look([refused('A'), refused('B'), refused('C'), refused('D')])
    expect(desktop.shown()).toEqual(['digest'])
    expect([...desktop.standing()].sort()).toEqual([
      'digest',
      'reconnect-required',
      'reconnect-required',
      'reconnect-required',
      'reconnect-required',
    ])
  })

  test('the third within ten minutes turns the first two into a digest; later ones join it', async () => {
    const desktop = desk()
    await desktop.look([refused('A')])
    await desktop.clock.advance(4 * MINUTE)
    await desktop.look([refused('A'), refused('B')])
    await desktop.clock.advance(4 * MINUTE)
    await desktop.look([refused('A'), refused('B'), refused('C')])
    await desktop.look([refused('A'), refused('B'), refused('C'), refused('D')])
    expect(desktop.shown()).toEqual(['reconnect-required', 'reconnect-required', 'digest'])
    expect(desktop.notifier.standing().map((one) => one.notice.code)).toEqual(['digest'])
    await desktop.look(['A', 'B', 'C', 'D'].map((name) => fine(name)))
    expect(desktop.standing()).not.toContain('digest')
  })

  test('three incidents over a morning stay three', async () => {
    const desktop = desk()
    for (const names of [['A'], ['A', 'B'], ['A', 'B', 'C']]) {
      await desktop.look(names.map(refused))
      await desktop.clock.advance(11 * MINUTE)
    }
    expect(desktop.shown()).toEqual(['reconnect-required', 'reconnect-required', 'reconnect-required'])
  })

  test('an outage of fifty accounts is one notice', async () => {
    const desktop = desk()
    await desktop.look(Array.from({ length: 50 }, (_, index) => fine(`a${index}`, { statuses: ['amazon-trouble'] })))
    expect(desktop.shown()).toEqual(['amazon-trouble'])
    expect(desktop.notifier.shown[0]?.body).toContain('50 accounts')
  })

  test('days lost while we watched are told; days out of reach from the start are not', async () => {
    const desktop = desk()
    await desktop.look([fine('Acme', { lostDays: 300 })])
    expect(desktop.shown()).toEqual([])
    await desktop.look([fine('Acme', { lostDays: 302 })])
    expect(desktop.notifier.shown.at(-1)?.body).toContain('2 dataset days')
  })

  test('with notices switched off the list still fills', async () => {
    const desktop = desk({ notices: false })
    await desktop.look([refused('Acme')])
    expect(desktop.shown()).toEqual([])
    expect(desktop.standing()).toEqual(['reconnect-required'])
  })

  test('paused accounts and advertising never connected are left alone', async () => {
    const desktop = desk()
    await desktop.look([
      { ...refused('Acme'), paused: true },
      fine('Birch', { statuses: ['ads-not-connected', 'connected'], advertising: { ...FINE, status: 'ads-not-connected' } }),
    ])
    expect(desktop.shown()).toEqual([])
  })
})

describe('words', () => {
  test('every notice fits, whatever the account is called', () => {
    fc.assert(
      fc.property(
        fc.constantFrom<NoticeCode>(...NOTICE_CODES),
        fc.string({ maxLength: 80 }),
        fc.integer({ min: -5, max: 99_999 }),
        (code, name, count) => {
          for (const family of ['selling', 'advertising'])
            for (const ends of ['permission', 'client-secret'])
              for (const cause of ['lapsed', 'unknown']) {
                const { title, body } = noticeWords({ code, facts: { name, count, days: count, daysLeft: count, family, ends, cause } })
                expect(Array.from(title).length).toBeLessThanOrEqual(TITLE_ROOM)
                expect(Array.from(body).length).toBeLessThanOrEqual(BODY_ROOM)
                expect(`${title}${body}`.replace(name, '')).not.toMatch(/token|grant|oops/i)
              }
        },
      ),
    )
  })
})

describe('the tray', () => {
  const at = (accounts: readonly AccountStanding[], part = {}) =>
    trayState({ accounts, syncing: 0, dataTo: '2026-03-09', online: true, ...part })

  test('offline wins, then people, then work', () => {
    expect(at([refused('A')], { online: false }).tone).toBe('offline')
    expect(at([refused('A')], { syncing: 2 }).tone).toBe('needs-you')
    expect(at([fine('A')], { syncing: 2 }).tone).toBe('working')
    expect(at([fine('A')]).tone).toBe('holding')
  })

  test('it counts accounts, names five, worst first, and never counts calm ones', () => {
    const problem = fine('Zed', { statuses: ['account-problem'] })
    const state = at([
      problem,
      ...['F', 'E', 'D', 'C', 'B'].map(refused),
      fine('Calm', { statuses: ['ads-not-connected'] }),
      fine('Soon', { statuses: ['expiring-soon'] }),
    ])
    expect(state.needYou).toBe(6)
    expect(state.attention.map((one) => one.name)).toEqual(['B', 'C', 'D', 'E', 'F'])
    expect(state.attention[0]?.action).toBe('reconnect')
  })
})
