import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { AuthorizationState } from '../../../../src/shared/domain/authorization.ts'
import { judgeOutage, type Weather } from '../../../../src/shared/domain/judge-outage.ts'
import { confirmAt, decideRenewal, type RenewalVerdict } from '../../../../src/main/core/authorization/decide-renewal.ts'
import { nextBackOff } from '../../../../src/main/core/authorization/back-off.ts'
import { accountId, authorization, MINUTE, NOW } from '../health/builders.ts'

const history = fc.array(
  fc.record({
    verdict: fc.constantFrom<RenewalVerdict>('renewed', 'grant-refused', 'publisher-problem'),
    after: fc.integer({ min: 1, max: 10 * MINUTE }),
    loginOutage: fc.boolean(),
  }),
  { maxLength: 30 },
)

test('in 10,000 histories a reconnect is asked for only after two refusals, two minutes apart, with nothing better between', () => {
  fc.assert(
    fc.property(history, (steps) => {
      let state: AuthorizationState = { kind: 'active' }
      let now = NOW
      let firstRefusal: number | null = null
      for (const step of steps) {
        now += step.after
        state = decideRenewal(authorization('acme', 'selling', state), step.verdict, { now, loginOutage: step.loginOutage })
        if (step.verdict === 'renewed') firstRefusal = null
        const isSecond = step.verdict === 'grant-refused' && firstRefusal !== null && now - firstRefusal >= 2 * MINUTE && !step.loginOutage
        expect(state.kind === 'reconnect-required').toBe(isSecond)
        if (isSecond) return
        if (step.verdict === 'grant-refused') firstRefusal ??= now
      }
    }),
    { numRuns: 10_000 },
  )
})

test('the deciding renewal falls inside two to four minutes, whatever chance says', () => {
  fc.assert(
    fc.property(fc.double({ min: 0, max: 0.999_999, noNaN: true }), (fraction) => {
      const wait = confirmAt(NOW, fraction) - NOW
      return wait > 2 * MINUTE && wait < 4 * MINUTE
    }),
  )
})

test('a clock set back starts the two minutes anew and never gets stuck', () => {
  const later: AuthorizationState = { kind: 'refused-once', firstRefusedAt: NOW + 60 * MINUTE }
  const state = decideRenewal(authorization('acme', 'selling', later), 'grant-refused', { now: NOW, loginOutage: false })
  expect(state).toEqual({ kind: 'refused-once', firstRefusedAt: NOW })
})

test('waits grow to their limit, stay spread, and respect the time Amazon named', () => {
  let wait = nextBackOff(undefined, { kind: 'amazon-trouble', tryAgainMono: null }, { nowMono: NOW, fraction: 0 })
  expect(wait.untilMono - NOW).toBe(MINUTE / 2)
  for (let failures = 0; failures < 40; failures += 1)
    wait = nextBackOff(wait, { kind: 'amazon-trouble', tryAgainMono: null }, { nowMono: NOW, fraction: 0.999 })
  expect(wait.untilMono - NOW).toBeLessThanOrEqual(15 * MINUTE)
  expect(nextBackOff(wait, { kind: 'offline', tryAgainMono: null }, { nowMono: NOW, fraction: 0 }).failures).toBe(1)
  expect(nextBackOff(wait, { kind: 'amazon-trouble', tryAgainMono: NOW + 60 * MINUTE }, { nowMono: NOW, fraction: 0 }).untilMono).toBe(
    NOW + 60 * MINUTE,
  )
})

test('an outage is never found while anybody succeeds after the failures', () => {
  const weather = fc.array(fc.record({ account: fc.integer({ min: 0, max: 5 }), ago: fc.integer({ min: 1, max: 60 * MINUTE }) }), {
    maxLength: 40,
  })
  fc.assert(
    fc.property(weather, fc.integer({ min: 1, max: 6 }), (failures, asking) => {
      const failed = failures.map(({ account, ago }): Weather => ({ accountId: accountId(`${account}`), at: NOW - ago, kind: 'failure' }))
      const found = judgeOutage({ weather: failed, asking, now: NOW })
      expect(found.size === 0 || found.size >= Math.min(3, Math.max(2, asking))).toBe(true)
      expect(judgeOutage({ weather: [...failed, { accountId: accountId('fine'), at: NOW, kind: 'success' }], asking, now: NOW }).size).toBe(
        0,
      )
    }),
  )
})
