import { expect, test } from 'vitest'
import { backOffAfter, BACK_OFFS } from '../../../src/shared/domain/back-off.ts'
import { CAUSE_RULES, CAUSES } from '../../../src/shared/domain/cause.ts'
import { CALL_KINDS } from '../../../src/shared/domain/refusals/call-kind-of.ts'
import { LOGIN_KINDS } from '../../../src/shared/domain/refusals/login-kind-of.ts'
import { REFUSAL_RULES } from '../../../src/shared/domain/refusals/refusal-rules.ts'

test('every cause that is waited out with growing waits has its range, and no other has', () => {
  expect(Object.keys(BACK_OFFS).sort()).toEqual(CAUSES.filter((cause) => CAUSE_RULES[cause].retry === 'back-off').sort())
})

test('a wait doubles up to its longest, and never returns everybody at the same moment', () => {
  expect([1, 2, 3, 20].map((failures) => backOffAfter('amazon-trouble', failures, 0.999_999) / 60_000).map(Math.round)).toEqual([
    1, 2, 4, 15,
  ])
  expect(backOffAfter('amazon-trouble', 1, 0)).toBe(30_000)
})

test('Reconnect is the remedy of causes of the grant alone, and only a renewal can name one', () => {
  const reconnects = CAUSES.filter((cause) => CAUSE_RULES[cause].fix.startsWith('reconnect'))
  expect(reconnects).toEqual(['credentials-lost', 'grant-lapsed', 'grant-withdrawn-or-changed', 'wrong-account'])
  const named = REFUSAL_RULES.filter((rule) => reconnects.some((cause) => cause === rule.means))
  expect(named.map((rule) => [rule.doors, rule.means])).toEqual([[['login-renewal'], 'grant-withdrawn-or-changed']])
  expect(Object.entries(LOGIN_KINDS).flatMap(([means, kind]) => (kind === 'grant-refused' ? [means] : []))).toEqual([
    'grant-withdrawn-or-changed',
  ])
  expect(Object.keys(CALL_KINDS).filter((means) => reconnects.some((cause) => cause === means))).toEqual([])
})
