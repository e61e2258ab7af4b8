import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { AdsAnswer } from '../../../src/main/adapters/ads-api/answer.ts'
import { classifyAdsAnswer } from '../../../src/main/adapters/ads-api/classify-ads-answer.ts'
import { retryAfterMs } from '../../../src/main/adapters/ads-api/holds.ts'

const answer = (status: number, text: string, change: Partial<AdsAnswer> = {}): AdsAnswer => ({
  status,
  text,
  contentType: 'application/json',
  requestId: 'REQ1',
  retryAfter: null,
  ...change,
})
const said = (details: string, code = 'UNAUTHORIZED') => JSON.stringify({ code, details })
const html = { contentType: 'text/html' }
const PAGE = '<html>Invalid token. Not authorized to access scope.</html>'

test.each([
  ['answers', answer(200, '[]'), 'fine'],
  ['vendor content type', answer(200, '{}', { contentType: 'application/vnd.createasyncreportrequest.v3+json' }), 'fine'],
  ['portal page', answer(200, PAGE, html), 'offline'],
  ['redirect', answer(302, '', html), 'offline'],
  ['nothing at all', answer(200, '', { contentType: '' }), 'amazon-trouble'],
  ['ended credential', answer(401, said('Unauthorized exception while authenticating LwA token: Invalid token')), 'access-ended'],
  ['401 in other words', answer(401, '{"message":"HTTP 401 Unauthorized"}'), 'access-ended'],
  ['scope missing', answer(401, said('Scope header is missing')), 'bad-request'],
  ['no such advertiser', answer(401, said('No matching advertiser found for scope')), 'permission-missing'],
  ['not this scope', answer(401, said('Not authorized to access scope')), 'permission-missing'],
  ['not this profile', answer(401, said('Not authorized to manage this profile')), 'permission-missing'],
  ['401 page', answer(401, PAGE, html), 'amazon-trouble'],
  ['forbidden', answer(403, said('no', '403')), 'permission-missing'],
  ['firewall page', answer(403, PAGE, html), 'amazon-trouble'],
  ['bad order', answer(400, said('startDate', '400')), 'bad-request'],
  ['400 page', answer(400, PAGE, html), 'amazon-trouble'],
  ['not there', answer(404, said('Report not found', '404')), 'not-found'],
  ['wrong type', answer(415, said('type', '415')), 'bad-request'],
  ['cannot be done', answer(422, said('no', '422')), 'bad-request'],
  ['runs already', answer(425, said('The Request is a duplicate of : 5a2e31f0-aaaa-bbbb-cccc-0123456789ab', '425')), 'duplicate'],
  ['too many', answer(429, said('Too many requests', '429')), 'throttled'],
  ['failure', answer(500, said('oops', '500')), 'amazon-trouble'],
  ['gateway page', answer(502, PAGE, html), 'amazon-trouble'],
  ['proxy wants a name', answer(407, PAGE, html), 'offline'],
] as const)('%s', (_row, given, kind) => {
  expect(classifyAdsAnswer(given).kind).toBe(kind)
})

test.each([
  [
    { code: '425', details: 'The Request is a duplicate of : 5a2e31f0-aaaa-bbbb-cccc-0123456789ab' },
    '5a2e31f0-aaaa-bbbb-cccc-0123456789ab',
  ],
  [{ code: '425', detail: 'The request is a duplicate of 5a2e31f0-aaaa-bbbb-cccc-0123456789ab.' }, '5a2e31f0-aaaa-bbbb-cccc-0123456789ab'],
  [{ message: 'Too early' }, null],
])('the running report is read from %o', (body, reportId) => {
  expect(classifyAdsAnswer(answer(425, JSON.stringify(body)))).toMatchObject({ kind: 'duplicate', reportId })
})

test('evidence names the refused columns and never Amazon’s sentences', () => {
  expect(
    classifyAdsAnswer(answer(400, said('configuration columns includes invalid values: (wishes, hopes). Allowed values: (clicks)', '400')))
      .evidence,
  ).toBe('400 400 columns: wishes, hopes REQ1')
  expect(classifyAdsAnswer(answer(401, said('Atza|SECRET is invalid'))).evidence).toBe('401 UNAUTHORIZED REQ1')
})

test('a page that is not Amazon’s own error never ends a credential or a permission', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 200, max: 599 }),
      fc.constantFrom(PAGE, '', 'Invalid token', '[]', '"Invalid token"'),
      fc.constantFrom('', 'text/html', 'application/json'),
      (status, text, contentType) =>
        !['access-ended', 'permission-missing', 'not-found'].includes(classifyAdsAnswer(answer(status, text, { contentType })).kind),
    ),
  )
})

test.each([
  ['20', 20_000],
  ['0', 1000],
  ['1.5', 1500],
  ['Mon, 23 Nov 2026 09:31:00 GMT', 60_000],
  ['Mon, 23 Nov 2026 08:00:00 GMT', 1000],
  ['soon', null],
  ['-5', null],
  ['99999999999', null],
  [null, null],
])('Retry-After %s', (header, waitMs) => {
  expect(retryAfterMs(header, Date.UTC(2026, 10, 23, 9, 30))).toBe(waitMs)
})
