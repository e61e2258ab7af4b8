import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { SellingAnswer } from '../../../src/main/adapters/selling-api/answer.ts'
import { classifySellingAnswer } from '../../../src/main/adapters/selling-api/classify-selling-answer.ts'

const DENIED = 'Access to requested resource is denied.'
const errors = (code: string, message: string, details?: string) =>
  JSON.stringify({ errors: [{ code, message, ...(details === undefined ? {} : { details }) }] })
const answer = (status: number, text: string, change: Partial<SellingAnswer> = {}): SellingAnswer => ({
  status,
  contentType: 'application/json',
  requestId: '8f14e45f-ceea-467f-a83c-1b2c3d4e5f60',
  errorType: null,
  body: new TextEncoder().encode(text),
  ...change,
})
const html = { contentType: 'text/html; charset=utf-8' }
const PAGE = '<html><body>Access token you provided has expired. Please log on.</body></html>'

test.each([
  // Every row of the error table, and its neighbours.
  ['answers', answer(200, '{}'), 'fine'],
  ['accepted', answer(202, '{"reportId":"1"}'), 'fine'],
  ['no content type but JSON', answer(200, ' {"a":1}', { contentType: '' }), 'fine'],
  ['portal page', answer(200, PAGE, html), 'offline'],
  ['empty answer', answer(200, '', { contentType: '' }), 'amazon-trouble'],
  ['redirect of a portal', answer(302, '', html), 'offline'],
  ['proxy wants a name', answer(407, PAGE, html), 'offline'],
  ['network wants a log-on', answer(511, PAGE, html), 'offline'],
  ['ended, in details', answer(403, errors('Unauthorized', DENIED, 'The access token you provided has expired.')), 'access-ended'],
  ['ended, in message', answer(403, errors('Unauthorized', 'The access token you provided has expired.')), 'access-ended'],
  ['ended, told as 401', answer(401, errors('Unauthorized', DENIED, 'The access token you provided has expired.')), 'access-ended'],
  [
    'revoked',
    answer(403, errors('Unauthorized', DENIED, 'The access token you provided is revoked, malformed or invalid.')),
    'revoked-or-elsewhere',
  ],
  ['header missing', answer(403, errors('Unauthorized', DENIED, 'Access token is missing in the request header.')), 'bad-request'],
  [
    'client secret ended',
    answer(403, errors('Unauthorized', DENIED, 'The LWA secret token you provided has expired.')),
    'application-credential-ended',
  ],
  ['empty details', answer(403, errors('Unauthorized', DENIED, '')), 'permission-missing'],
  ['no details', answer(403, errors('Unauthorized', DENIED)), 'permission-missing'],
  ['null details', answer(403, '{"errors":[{"code":"Unauthorized","message":"no","details":null}]}'), 'permission-missing'],
  ['no details, 401', answer(401, errors('Unauthorized', DENIED)), 'permission-missing'],
  ['denied with its type', answer(403, errors('Unauthorized', DENIED, ''), { errorType: 'AccessDeniedException' }), 'permission-missing'],
  ['denied by type alone', answer(403, '{"message":"Forbidden"}', { errorType: 'AccessDeniedException' }), 'amazon-trouble'],
  ['firewall page', answer(403, PAGE, html), 'amazon-trouble'],
  ['firewall page named JSON', answer(403, PAGE), 'amazon-trouble'],
  ['incident of May 2023', answer(403, errors('Unauthorized', 'The security token included in the request is expired')), 'amazon-trouble'],
  ['account suspended', answer(403, errors('Unauthorized', DENIED, 'The account is suspended.')), 'account-problem'],
  ['details nobody knows', answer(403, errors('Unauthorized', DENIED, 'Something new.')), 'amazon-trouble'],
  ['refused parameters', answer(400, errors('InvalidInput', 'bad dates', '')), 'bad-request'],
  ['refused by number', answer(400, errors('400', 'bad dates')), 'bad-request'],
  ['400 of somebody else', answer(400, PAGE, html), 'amazon-trouble'],
  ['not there', answer(404, errors('NotFound', 'no such report')), 'not-found'],
  ['404 of somebody else', answer(404, PAGE, html), 'amazon-trouble'],
  ['too large', answer(413, ''), 'bad-request'],
  ['wrong type', answer(415, errors('415', 'no')), 'bad-request'],
  ['quota', answer(429, errors('QuotaExceeded', 'You exceeded your quota for the requested resource.')), 'throttled'],
  ['quota without body', answer(429, '', { contentType: '' }), 'throttled'],
  ['internal failure', answer(500, errors('InternalFailure', 'oops')), 'amazon-trouble'],
  ['bad gateway', answer(502, PAGE, html), 'amazon-trouble'],
  ['unavailable', answer(503, errors('ServiceUnavailable', 'later')), 'amazon-trouble'],
  ['too slow for them', answer(408, ''), 'amazon-trouble'],
  ['a status nobody knows', answer(418, errors('Teapot', 'no')), 'amazon-trouble'],
] as const)('%s', (_row, given, kind) => {
  expect(classifySellingAnswer(given).kind).toBe(kind)
})

test('evidence names status, code and request id, and never what Amazon wrote beside them', () => {
  const { evidence } = classifySellingAnswer(answer(403, errors('Unauthorized', 'Atza|SECRET was sent', 'for ann@example.com')))
  expect(evidence).toBe('403 Unauthorized 8f14e45f-ceea-467f-a83c-1b2c3d4e5f60')
  expect(classifySellingAnswer(answer(400, errors('Atza|SECRET', 'x'), { requestId: 'Atza|SECRET' })).evidence).toBe('400')
})

test('no page of any status that is not Amazon’s own error is taken for a refusal', () => {
  const REFUSALS = new Set([
    'permission-missing',
    'application-credential-ended',
    'account-problem',
    'access-ended',
    'revoked-or-elsewhere',
    'not-found',
  ])
  const body = fc.oneof(fc.string(), fc.json(), fc.constant(PAGE))
  fc.assert(
    fc.property(
      fc.integer({ min: 200, max: 599 }),
      body,
      fc.constantFrom('', 'text/html', 'application/json'),
      (status, text, contentType) => {
        fc.pre(!text.includes('"errors"'))
        return !REFUSALS.has(classifySellingAnswer(answer(status, text, { contentType })).kind)
      },
    ),
  )
})
