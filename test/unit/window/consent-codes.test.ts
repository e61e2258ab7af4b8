import { describe, expect, test } from 'vitest'
import {
  CONSENT_CODES,
  consentActorText,
  consentCodeText,
  findConsentCode,
  type ConsentCode,
} from '../../../src/shared/text/consent-code-text.ts'
import { helpPage, helpSections, helpTopicOf } from '../../../src/renderer/text/help-text.ts'
import { runCli } from '../../../src/main/hosts/node/cli/run-cli.ts'
import type { Io } from '../../../src/main/hosts/node/cli/command.ts'

/** The codes and who can act on each, as the guides describe them (docs/amazon.md §1.1). */
const KNOWN = {
  MD1000: 'publisher',
  MD5101: 'publisher',
  MD5110: 'publisher',
  MD9100: 'publisher',
  SPDC8143: 'account',
  SPSA0404: 'account',
  SPSA2043: 'account',
  CONSENT_LIMIT_REACHED: 'publisher',
} as const satisfies Record<ConsentCode, string>

async function say(...argv: string[]) {
  const out: string[] = []
  const err: string[] = []
  const nothing = () => Promise.reject(new Error('opens nothing'))
  const io: Io = {
    out: (line) => void out.push(line),
    err: (line) => void err.push(line),
    readFile: nothing,
    writeFile: nothing,
    env: {},
    signal: new AbortController().signal,
  }
  const code = await runCli(argv, io, '/nowhere')
  return { code, out: out.join('\n'), err: err.join('\n') }
}

test('the list of codes is whole', () => {
  expect(Object.keys(KNOWN)).toEqual([...CONSENT_CODES])
})

describe.each(Object.entries(KNOWN) as [ConsentCode, 'account' | 'publisher'][])('%s', (code, actor) => {
  test('says what it means, who must act and what helps, offline in the window', () => {
    expect(consentCodeText[code].actor).toBe(actor)
    expect(helpTopicOf(code)).toBe(code)
    const page = helpPage(code)
    expect(page.title).toContain(code)
    expect(page.meaning).toContain(consentActorText[actor])
    expect(page.causes.length * page.remedies.length).toBeGreaterThan(0)
    expect(helpSections.some((section) => section.topics.includes(code))).toBe(true)
  })

  test('and on the command line, in words and as JSON', async () => {
    const told = await say('help-code', code.toLowerCase())
    expect([told.code, told.err]).toEqual([0, ''])
    expect(told.out).toContain(consentCodeText[code].title)
    expect(told.out).toContain(consentActorText[actor])
    expect(JSON.parse((await say('help-code', code, '--json')).out)).toMatchObject({ code, actor })
  })

  test('is found however it is typed or pasted', () => {
    for (const text of [
      code,
      ` ${code.toLowerCase()} `,
      `Error code: ${code}.`,
      `We're sorry (${code})\nTry again later.`,
      code.replaceAll('_', ' '),
    ])
      expect(findConsentCode(text), text).toBe(code)
  })

  test('is not guessed from anything near it', () => {
    for (const text of [code.slice(0, -1), `${code}1`, `X${code}`, `${code} ${code === 'MD1000' ? 'MD5101' : 'MD1000'}`, ''])
      expect(findConsentCode(text), text).toBeNull()
  })
})

test('only a publisher’s fault is put on the publisher, and then nothing is asked of the person at Amazon', () => {
  for (const code of CONSENT_CODES) {
    const isPublisher = KNOWN[code] === 'publisher'
    expect(
      consentCodeText[code].remedies.some((one) => one.startsWith('Tell the publisher')),
      code,
    ).toBe(isPublisher)
  }
})

test('a word that is no code is a wrong use, and the codes are named', async () => {
  for (const argv of [['help-code'], ['help-code', 'MD9999'], ['help-code', '--nonsense']]) {
    const told = await say(...argv)
    expect(told.code).toBe(2)
    expect(told.err).not.toBe('')
  }
  expect((await say('help-code')).err).toContain('CONSENT_LIMIT_REACHED')
})
