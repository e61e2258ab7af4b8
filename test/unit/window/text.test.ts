import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { FAILURE_CODES } from '../../../src/shared/contract/failures.ts'
import { ACTIVITY_KINDS } from '../../../src/shared/domain/activity.ts'
import { REFUSAL_CAUSES } from '../../../src/shared/domain/authorization.ts'
import { NOTICE_CODES } from '../../../src/shared/domain/notice.ts'
import { STATUSES } from '../../../src/shared/domain/status.ts'
import { activityText } from '../../../src/renderer/text/activity-text.ts'
import { ATTEMPT_FAILURES, attemptFailureText, attemptFailureWords } from '../../../src/renderer/text/attempt-text.ts'
import { causeSentence } from '../../../src/renderer/text/cause-text.ts'
import { failureText, wordsFor } from '../../../src/renderer/text/failure-text.ts'
import { helpPage, helpSections, helpTopicOf } from '../../../src/renderer/text/help-text.ts'
import { noticeText } from '../../../src/renderer/text/notice-text.ts'
import { statusText } from '../../../src/renderer/text/status-text.ts'
import { WAIT_CODES, waitText } from '../../../src/renderer/text/wait-text.ts'

const question = { family: 'selling', facts: {}, endsAt: null, day: () => '3 Sep', moment: () => '12:02' } as const

describe('sentences for every closed code', () => {
  test('every status, failure, attempt failure, wait, notice and activity has words', () => {
    for (const status of STATUSES) expect(statusText[status].word).not.toBe('')
    for (const code of FAILURE_CODES) expect(failureText[code].next).not.toBe('')
    for (const code of ATTEMPT_FAILURES) expect(attemptFailureText[code].cause).not.toBe('')
    for (const code of WAIT_CODES) expect(waitText[code]).not.toBe('')
    for (const code of NOTICE_CODES) expect(noticeText[code].body({})).not.toBe('')
    for (const kind of ACTIVITY_KINDS) expect(activityText[kind]).not.toBe('')
    for (const cause of REFUSAL_CAUSES) expect(causeSentence(cause, question)).toMatch(/\.$/)
  })

  test('the attempt failures are those the contract names', () => {
    const told =
      /Closed code when stage is `failed`: ([^.]+)\./.exec(readFileSync('src/shared/contract/views/attempt.ts', 'utf8'))?.[1] ?? ''
    expect([...ATTEMPT_FAILURES]).toEqual(told.split(', '))
  })

  test('every cause and failure has a help page, and every attempt failure leads to one', () => {
    for (const code of [...REFUSAL_CAUSES, ...FAILURE_CODES, ...ATTEMPT_FAILURES]) expect(helpTopicOf(code), code).not.toBeNull()
    for (const code of ATTEMPT_FAILURES) expect(helpTopicOf(attemptFailureText[code].help)).not.toBeNull()
  })

  test('every help page is reached from the first one, and has causes and remedies', () => {
    const topics = helpSections.flatMap((section) => section.topics)
    expect(new Set(topics).size).toBe(topics.length)
    for (const topic of topics) {
      expect(helpPage(topic).causes.length).toBeGreaterThan(0)
      expect(helpPage(topic).remedies.length).toBeGreaterThan(0)
    }
  })

  test('no page claims what nobody can know', () => {
    const all = helpSections
      .flatMap((section) => section.topics)
      .map((topic) => JSON.stringify(helpPage(topic)))
      .join(' ')
    expect(all).not.toMatch(/password (was )?change/i)
  })

  test('notices fit their place: title 40, body 110', () => {
    for (const code of NOTICE_CODES) {
      expect(noticeText[code].title('An account with a rather long name, EU').length, code).toBeLessThanOrEqual(40)
      expect(noticeText[code].body({ daysLeft: 30, days: 365, count: 12 }).length, code).toBeLessThanOrEqual(110)
    }
  })

  test('unknown codes never blame the person', () => {
    expect(attemptFailureWords('something-new')).toBe(attemptFailureText['amazon-trouble'])
    expect(causeSentence('something-new', question)).toBeNull()
    expect(helpTopicOf('constructor')).toBeNull()
    expect(wordsFor({ code: 'busy', reason: 'something-new', field: null })).toBe(failureText.busy)
    expect(wordsFor({ code: 'internal', reason: 'constructor', field: null })).toBe(failureText.internal)
  })

  test('a cause names times only when they are known', () => {
    expect(causeSentence('withdrawn-or-changed', { ...question, family: 'advertising', facts: { firstRefusedAt: 1, since: 2 } })).toBe(
      'Amazon refused the advertising permission twice, at 12:02 and 12:02.',
    )
    expect(causeSentence('withdrawn-or-changed', question)).toBe('Amazon refused the selling permission twice.')
    expect(causeSentence('lapsed', { ...question, endsAt: 5 })).toBe('The yearly permission ended on 3 Sep.')
  })
})
