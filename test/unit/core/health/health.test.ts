import { describe, expect, test } from 'vitest'
import { brand } from '../../../../src/shared/lib/brand.ts'
import type { AuthorizationState } from '../../../../src/shared/domain/authorization.ts'
import type { DatasetId } from '../../../../src/shared/domain/ids.ts'
import { STATUSES } from '../../../../src/shared/domain/status.ts'
import { computeHealth } from '../../../../src/main/core/health/compute-health.ts'
import type { HealthSnapshot } from '../../../../src/main/core/health/health-snapshot.ts'
import type { Waiting } from '../../../../src/main/core/ports/sync-progress.ts'
import {
  account,
  accountId,
  authorization,
  channel,
  channelId,
  DAY,
  loginFailure,
  MINUTE,
  NOW,
  progress,
  run,
  standing,
  wellness,
} from './builders.ts'

const ORDERS = brand<DatasetId>('orders')
const REFUSED: AuthorizationState = {
  kind: 'reconnect-required',
  since: NOW - 5 * MINUTE,
  firstRefusedAt: NOW - 8 * MINUTE,
  cause: 'lapsed',
}

function only(snapshot: HealthSnapshot) {
  const [first] = computeHealth(snapshot)
  if (!first) throw new Error('no account')
  return first
}

const withSelling = (state: AuthorizationState, part = {}) =>
  wellness(['acme'], { authorizations: [authorization('acme', 'selling', state, part), authorization('acme', 'advertising')] })

describe('what a permission alone says', () => {
  test('all is well', () =>
    expect(only(wellness(['acme']))).toMatchObject({ status: 'connected', statuses: ['connected'], action: 'none', whoMustAct: 'nobody' }))

  test('refused twice asks for a reconnect, with cause and both moments', () => {
    const health = only(withSelling(REFUSED))
    expect(health).toMatchObject({ status: 'reconnect-required', action: 'reconnect', whoMustAct: 'you-or-client' })
    expect(health.selling).toMatchObject({ cause: 'lapsed', facts: { firstRefusedAt: NOW - 8 * MINUTE, since: NOW - 5 * MINUTE } })
    expect(health.advertising.status).toBe('connected')
  })

  test('refused once asks nobody for anything', () =>
    expect(only(withSelling({ kind: 'refused-once', firstRefusedAt: NOW })).statuses).toEqual(['connected']))

  test('advertising refused twice is said of advertising alone', () => {
    const health = only(
      wellness(['acme'], { authorizations: [authorization('acme', 'selling'), authorization('acme', 'advertising', REFUSED)] }),
    )
    expect(health).toMatchObject({ status: 'ads-reconnect-required', action: 'reconnect-ads' })
    expect(health.selling.status).toBe('connected')
  })

  test('the app key is the publisher’s to mend', () => {
    const health = only(withSelling({ kind: 'publisher-problem', since: NOW, cause: 'unknown' }))
    expect(health).toMatchObject({ status: 'publisher-problem', whoMustAct: 'publisher' })
  })

  test('advertising never connected is calm', () => {
    const health = only(wellness(['acme'], { authorizations: [authorization('acme', 'selling')] }))
    expect(health).toMatchObject({ statuses: ['ads-not-connected', 'connected'], whoMustAct: 'nobody' })
  })

  test('disconnected keeps no other status of syncing', () => {
    expect(only(withSelling({ kind: 'disconnected', since: NOW })).selling.status).toBe('disconnected')
  })

  test.each([
    [31, false],
    [30, true],
    [1, true],
    [0, true],
    [-2, true],
  ])('an end in %i days: expiring soon is %s', (days, soon) => {
    const health = only(withSelling({ kind: 'active' }, { endsAt: NOW + days * DAY }))
    expect(health.statuses.includes('expiring-soon')).toBe(soon)
    if (soon) expect(health.selling.facts['daysLeft']).toBe(days)
  })

  test('the client secret of a private app ends on its own clock', () => {
    const health = only(withSelling({ kind: 'active' }, { endsAt: null, secretEndsAt: NOW + 6 * DAY }))
    expect(health.selling).toMatchObject({ status: 'expiring-soon', facts: { ends: 'client-secret', daysLeft: 6 } })
  })
})

describe('what data calls say', () => {
  // Rows of docs/amazon.md §1.2, §1.8 and §2.4 as the adapters sort them.
  test.each([
    ['throttled', 'connected'],
    ['access-ended', 'connected'],
    ['permission-missing', 'connected'],
    ['wrong-region', 'publisher-problem'],
    ['application-credential-ended', 'publisher-problem'],
    ['account-problem', 'account-problem'],
    ['amazon-trouble', 'connected'],
    ['offline', 'connected'],
    ['bad-request', 'connected'],
    ['not-found', 'connected'],
    ['bad-document', 'connected'],
  ])('%s of one account, however often, is %s and never asks for a reconnect', (kind, status) => {
    const troubles = Array.from({ length: 50 }, (_, index) => ({ at: NOW - index * MINUTE, kind, family: 'selling' as const }))
    const health = only(wellness(['acme'], { progress: [progress('acme', { troubles })] }))
    expect(health.status).toBe(status)
    expect(health.statuses).not.toContain('reconnect-required')
  })

  test('an account problem that was followed by a success is over', () => {
    const troubles = [{ at: NOW - 2 * 60 * MINUTE, kind: 'account-problem', family: 'selling' as const }]
    expect(only(wellness(['acme'], { progress: [progress('acme', { troubles })] })).status).toBe('connected')
  })

  test('a refused dataset is named; the others stay connected', () => {
    const access = [{ channelId: channelId(1), dataset: ORDERS, access: { answer: 'refused', checkedAt: NOW, evidence: '403' } } as const]
    const health = only(wellness(['acme'], { access }))
    expect(health.selling).toMatchObject({ status: 'access-reduced', cause: 'permission-missing', facts: { datasets: 'Orders', count: 1 } })
    expect(health.advertising.status).toBe('connected')
  })
})

describe('outages', () => {
  const failing = (names: readonly string[], failed: readonly string[], at = NOW - MINUTE, kind = 'amazon-trouble') =>
    wellness(names, {
      progress: names.map((name) => progress(name, { troubles: failed.includes(name) ? [{ at, kind, family: 'selling' }] : [] })),
    })

  test.each([
    ['three of four', ['a', 'b', 'c', 'd'], ['a', 'b', 'c'], 'amazon-trouble'],
    ['two of four', ['a', 'b', 'c', 'd'], ['a', 'b'], 'connected'],
    ['both of two', ['a', 'b'], ['a', 'b'], 'amazon-trouble'],
    ['one of two', ['a', 'b'], ['a'], 'connected'],
    ['the only one', ['a'], ['a'], 'connected'],
  ] as const)('%s failing: %s', (_what, names, failed, status) => {
    const health = computeHealth(failing(names, failed))
    expect(health.find((one) => one.accountId === accountId('a'))?.status).toBe(status)
  })

  test('fresh access credentials refused for everybody is an outage, too', () => {
    expect(computeHealth(failing(['a', 'b', 'c'], ['a', 'b', 'c'], NOW - MINUTE, 'access-ended'))[0]?.status).toBe('amazon-trouble')
  })

  test('being offline or out of quota is not', () => {
    for (const kind of ['offline', 'throttled'])
      expect(computeHealth(failing(['a', 'b', 'c'], ['a', 'b', 'c'], NOW - MINUTE, kind))[0]?.status).toBe('connected')
  })

  test('it only touches those who failed, and their advertising goes on', () => {
    const health = computeHealth(failing(['a', 'b', 'c', 'd'], ['a', 'b', 'c']))
    expect(health.map((one) => one.status)).toEqual(['amazon-trouble', 'amazon-trouble', 'amazon-trouble', 'connected'])
    expect(health[0]?.advertising.status).toBe('connected')
  })

  test('one success since ends it, and half an hour forgets it', () => {
    const healed = failing(['a', 'b', 'c'], ['a', 'b', 'c'], NOW - 5 * MINUTE)
    const facts = [...healed.facts, standing(channel(1, 'a'), 'selling', { fetchedAt: NOW - MINUTE })]
    expect(computeHealth({ ...healed, facts })[0]?.status).toBe('connected')
    expect(computeHealth(failing(['a', 'b', 'c'], ['a', 'b', 'c'], NOW - 31 * MINUTE))[0]?.status).toBe('connected')
  })

  test('a login endpoint that fails for everybody is Amazon’s trouble', () => {
    const loginWeather = ['a', 'b', 'c'].map((name) => loginFailure(name))
    const health = computeHealth(wellness(['a', 'b', 'c'], { loginWeather }))
    expect(health.map((one) => one.selling.status)).toEqual(Array(3).fill('amazon-trouble'))
    expect(health.map((one) => one.advertising.status)).toEqual(Array(3).fill('connected'))
  })
})

describe('what syncing says', () => {
  const acme = channel(1, 'acme')
  const old = wellness(['acme'], {
    facts: [standing(acme, 'selling', { fetchedAt: NOW - 25 * 60 * MINUTE }), standing(acme, 'advertising')],
  })
  const wait = (code: Waiting['code'], until: number | null): Waiting => ({
    accountId: accountId('acme'),
    channelId: channelId(1),
    dataset: ORDERS,
    code,
    until,
  })

  test('nothing for a day is stale', () => {
    expect(only(old)).toMatchObject({
      status: 'stale',
      action: 'diagnose',
      selling: { cause: 'stale', facts: { lastSuccessAt: NOW - 25 * 60 * MINUTE } },
      advertising: { status: 'connected' },
    })
  })

  test('stale says when the computer was the reason', () => expect(only({ ...old, online: false }).selling.cause).toBe('offline'))

  test('a fresh run explains it, an old one does not', () => {
    const running = (age: number) => ({
      ...old,
      progress: [progress('acme', { running: [run('acme', 1, { reason: 'due', plannedAt: NOW - age })] })],
    })
    expect(only(running(5 * MINUTE)).statuses).toEqual(['connected'])
    expect(only(running(40 * MINUTE)).statuses).toContain('stale')
  })

  test('worse news explains it: nobody is told twice', () => {
    const refused = { ...old, authorizations: [authorization('acme', 'selling', REFUSED), authorization('acme', 'advertising')] }
    expect(only(refused).statuses).toEqual(['reconnect-required'])
    expect(only({ ...old, accounts: [account('acme', { paused: true })] }).statuses).toEqual(['paused'])
  })

  test('an account problem explains it as well', () => {
    const troubles = [{ at: NOW - MINUTE, kind: 'account-problem', family: 'selling' as const }]
    expect(only({ ...old, progress: [progress('acme', { troubles })] }).statuses).toEqual(['account-problem'])
  })

  test('missed days being fetched is catching up, for that channel alone', () => {
    const snapshot = wellness(['acme'], { progress: [progress('acme', { running: [run('acme', 1)], readyAt: NOW + 60 * MINUTE })] })
    const second = { ...channel(2, 'acme') }
    const health = only({ ...snapshot, channels: [...snapshot.channels, second], facts: [...snapshot.facts, standing(second, 'selling')] })
    expect(health.statuses).toEqual(['catching-up'])
    expect(health.channels.map((one) => one.statuses)).toEqual([['catching-up'], ['connected']])
  })

  test('the ordinary new day is not catching up', () => {
    expect(only(wellness(['acme'], { progress: [progress('acme', { running: [run('acme', 1, { reason: 'due' })] })] })).statuses).toEqual([
      'connected',
    ])
  })

  test.each([
    ['quota for 20 minutes', wait('quota', NOW + 20 * MINUTE), true],
    ['quota for 2 minutes', wait('quota', NOW + 2 * MINUTE), false],
    ['Amazon, asked 20 minutes ago', wait('amazon-prepares', NOW + MINUTE), true],
    ['its turn', wait('its-turn', NOW + 60 * MINUTE), false],
    ['a missing permission', wait('permission-missing', null), false],
  ])('waiting for %s: delayed is %s', (_what, waiting, delayed) => {
    const health = only(
      wellness(['acme'], { progress: [progress('acme', { waiting: [waiting], running: [run('acme', 1, { reason: 'due' })] })] }),
    )
    expect(health.statuses.includes('delayed')).toBe(delayed)
    if (delayed) expect(health.delayedUntil).toBe(waiting.until)
  })
})

test('the list is the closed one, worst first, and a demo says so last', () => {
  const statuses = only({ ...withSelling(REFUSED), demo: true }).statuses
  expect(statuses).toEqual(STATUSES.filter((one) => statuses.includes(one)))
  expect(statuses.at(-1)).toBe('demo')
})
