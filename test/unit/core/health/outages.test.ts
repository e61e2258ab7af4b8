import { describe, expect, test } from 'vitest'
import { computeHealth } from '../../../../src/main/core/health/compute-health.ts'
import type { HealthSnapshot } from '../../../../src/main/core/health/health-snapshot.ts'
import type { AccountProgress } from '../../../../src/main/core/ports/sync-progress.ts'
import { channel, loginFailure, MINUTE, NOW, progress, standing, wellness } from './builders.ts'

describe('how far an outage reaches', () => {
  const fail = (kind: string, family: 'selling' | 'advertising' = 'selling', at = NOW - MINUTE) => ({ troubles: [{ at, kind, family }] })
  /** Three accounts in Europe and three in North America; `failing` says what each met. */
  const world = (failing: Readonly<Record<string, Partial<AccountProgress>>>): HealthSnapshot => {
    const names = ['e1', 'e2', 'e3', 'n1', 'n2', 'n3']
    const snapshot = wellness(names, { progress: names.map((name) => progress(name, failing[name] ?? {})) })
    const regionOf = (id: string) => (id.includes('n') ? 'na' : 'eu')
    return {
      ...snapshot,
      accounts: snapshot.accounts.map((one) => ({ ...one, region: regionOf(one.id) })),
      authorizations: snapshot.authorizations.map((one) => ({ ...one, region: regionOf(one.accountId) })),
    }
  }
  const sellingOf = (snapshot: HealthSnapshot) => computeHealth(snapshot).map((one) => one.selling.status)

  test('trouble of one region does not mark the other, whose answers do not excuse it', () => {
    const snapshot = world({ e1: fail('amazon-trouble'), e2: fail('amazon-trouble'), e3: fail('amazon-trouble') })
    const facts = [...snapshot.facts, standing(channel(4, 'n1'), 'selling', { fetchedAt: NOW })]
    expect(sellingOf({ ...snapshot, facts })).toEqual([...Array(3).fill('amazon-trouble'), ...Array(3).fill('connected')])
    expect(computeHealth({ ...snapshot, facts })[0]?.selling.facts['scope']).toBe('region')
  })

  test('one account in each of three regions and families is nobody’s outage', () => {
    expect(sellingOf(world({ e1: fail('amazon-trouble'), n1: fail('amazon-trouble'), n2: fail('amazon-trouble', 'advertising') }))).toEqual(
      Array(6).fill('connected'),
    )
  })

  test('accounts that fail for different causes are no outage', () => {
    const mixed = world({ e1: fail('amazon-trouble'), e2: fail('account-problem'), e3: fail('application-credential-ended') })
    expect(sellingOf(mixed).slice(0, 3)).toEqual(['connected', 'account-problem', 'publisher-problem'])
  })

  test('three accounts told at once that they are held back are not believed; alone, or after hours, each is', () => {
    const told = (ago: number) => {
      const troubles = Array.from({ length: Math.ceil(ago / (50 * MINUTE)) }, (_, index) => ({
        at: NOW - MINUTE - index * 50 * MINUTE,
        kind: 'account-problem',
        family: 'selling' as const,
      }))
      return { e1: { troubles }, e2: { troubles }, e3: { troubles } }
    }
    const silent = (snapshot: HealthSnapshot): HealthSnapshot => ({ ...snapshot, facts: [] })
    const first = (failing: Parameters<typeof world>[0]) => sellingOf(silent(world(failing)))[0]
    expect(first(told(50 * MINUTE))).toBe('amazon-trouble')
    expect(first({ e1: fail('account-problem') })).toBe('account-problem')
    expect(first(told(8 * 60 * MINUTE))).toBe('account-problem')
  })

  test('connections cut at one door are Amazon’s while other doors answer, and ours while none does', () => {
    const cut = world({ e1: fail('offline'), e2: fail('offline'), e3: fail('offline') })
    const elsewhere = [...cut.facts, standing(channel(4, 'n1'), 'selling', { fetchedAt: NOW })]
    expect(sellingOf({ ...cut, facts: elsewhere })).toEqual([...Array(3).fill('amazon-trouble'), ...Array(3).fill('connected')])
    expect(sellingOf(cut)).toEqual(Array(6).fill('connected'))
  })

  test('every door failing is told as everything', () => {
    const all = Object.fromEntries(
      ['e1', 'e2', 'e3', 'n1', 'n2', 'n3'].map((name) => [
        name,
        { troubles: [...fail('amazon-trouble').troubles, ...fail('amazon-trouble', 'advertising').troubles] },
      ]),
    )
    expect(computeHealth(world(all))[0]?.selling).toMatchObject({ status: 'amazon-trouble', facts: { scope: 'everything' } })
  })

  test('a broker that fails is its publisher’s, not Amazon’s; an account asked elsewhere is left out of it', () => {
    const loginWeather = [
      ...['e1', 'e2', 'e3'].map((name) => ({ ...loginFailure(name), place: 'https://broker.example', cause: 'broker-trouble' as const })),
      { ...loginFailure('n1'), kind: 'success' as const, place: 'https://api.amazon.com' },
    ]
    const health = computeHealth({ ...world({}), loginWeather })
    expect(health[0]?.selling).toMatchObject({ status: 'publisher-problem', cause: 'broker-trouble' })
    expect(health.slice(3).every((one) => one.status === 'connected')).toBe(true)
  })
})
