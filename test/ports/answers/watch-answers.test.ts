import { expect, test } from 'vitest'
import { watchAnswers, type WatchedDoor } from '../../../src/main/adapters/answers/watch-answers.ts'
import type { Finding } from '../../../src/shared/domain/finding.ts'

interface Said {
  readonly status: number
  readonly body: string | object
  readonly type?: string
  readonly path?: string
}

/** Asks one door once; gives what the caller got and what was noted. */
async function ask(door: WatchedDoor, { status, body, type = 'application/json', path = '/reports/2021-06-30/reports/R-77' }: Said) {
  const noted: Finding[] = []
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  const watched = watchAnswers({
    fetch: async () => new Response(text, { status, headers: { 'content-type': type, 'x-amzn-requestid': 'request-12345' } }),
    doorOf: () => door,
    now: () => 5,
    note: async (findings) => void noted.push(...findings),
  })
  const answer = await watched(`https://amazon.example${path}`)
  const got = await answer.text()
  await new Promise((resolve) => setTimeout(resolve, 5))
  return { got, text, noted }
}

test('refusals that are known are no news, and neither is a good answer', async () => {
  const known: readonly [WatchedDoor, Said][] = [
    ['selling', { status: 200, body: { novel: 1 } }],
    ['selling', { status: 400, body: { errors: [{ code: 'InvalidInput', message: 'm', details: '' }] } }],
    ['selling', { status: 403, body: { errors: [{ code: 'Unauthorized', message: 'Access denied', details: '' }] } }],
    ['selling', { status: 429, body: { errors: [{ code: 'QuotaExceeded' }] } }],
    ['selling', { status: 503, body: '<html>busy</html>', type: 'text/html' }],
    ['advertising', { status: 400, body: { code: '400', details: 'x' } }],
    ['advertising', { status: 425, body: { code: '425', detail: 'duplicate of : 1' } }],
    ['login', { status: 400, body: { error: 'invalid_grant', error_description: 'x' } }],
    ['broker', { status: 400, body: { failure: 'proof-refused' } }],
  ]
  for (const [door, said] of known) expect((await ask(door, said)).noted, JSON.stringify([door, said])).toEqual([])
})

test('each door tells of a code it does not know, and the caller gets every byte of the answer', async () => {
  const news: readonly [WatchedDoor, Said, string][] = [
    ['selling', { status: 400, body: { errors: [{ code: 'NovelRefusal' }] } }, '400 NovelRefusal'],
    ['selling', { status: 500, body: { fault: { name: 'x' } } }, '500 no code'],
    ['selling', { status: 402, body: 'pay', type: 'text/plain' }, '402 no code'],
    ['advertising', { status: 409, body: { code: 'NOVEL_CONFLICT', details: 'x' } }, '409 NOVEL_CONFLICT'],
    ['login', { status: 400, body: { error: 'interaction_required' } }, '400 interaction_required'],
    ['broker', { status: 418, body: { failure: 'novel' } }, '418 novel'],
  ]
  for (const [door, said, column] of news) {
    const { got, text, noted } = await ask(door, said)
    expect(noted).toMatchObject([{ source: door, kind: 'new-answer', column, documentId: 'request-12345', channelId: null, at: 5 }])
    expect(got).toBe(text)
  }
})

test('only names are kept of a body: no value, no id of the address, and no name that could be a value', async () => {
  const secret = 'Atza|IwEBIJedGXjDqsU'
  const body = {
    errors: [
      {
        code: secret,
        message: `Mrs Quillhaven, order 302-1234567-1234567 of mail@example.com`,
        details: secret,
        extra: { deep: { er: { x: 1 } } },
      },
    ],
    'Mrs Quillhaven 302-1': true,
  }
  const { noted } = await ask('selling', { status: 400, body })
  expect(noted).toMatchObject([{ column: '400 a code that is not plain' }])
  expect(noted[0]?.why).toBe('/reports/2021-06-30/reports/… {errors:[{code,message,details,extra:{deep:…}}],…}')
  expect(JSON.stringify(noted)).not.toMatch(/Quillhaven|Atza|302-|example\.com|R-77/)
})

test('a seller or product that stands in the place of a name is not kept', async () => {
  const body = { A2EUQ1WTGCTBG2: { B00ZQX41YA: { status: 'x' } }, reasonCode2: 'y' }
  const { noted } = await ask('selling', { status: 400, body })
  expect(noted[0]?.why).not.toMatch(/A2EUQ1|B00ZQX/)
  expect(noted[0]?.why).toContain('{…:{…:{status}},reasonCode2}')
})

test('a plain sentence is kept, because it often says it all', async () => {
  const { noted } = await ask('selling', { status: 400, body: { errors: [{ code: 'Novel', message: 'The report type is not offered.' }] } })
  expect(noted[0]?.why).toContain('“The report type is not offered.”')
})

test('a database that cannot take the note is no trouble of the caller', async () => {
  const watched = watchAnswers({
    fetch: async () => new Response('{}', { status: 400, headers: { 'content-type': 'application/json' } }),
    doorOf: () => 'selling',
    now: () => 5,
    note: () => Promise.reject(new Error('disk full')),
  })
  expect((await watched('https://amazon.example/x')).status).toBe(400)
})
