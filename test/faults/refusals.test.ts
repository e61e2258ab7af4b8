import { expect, test } from 'vitest'
import type { Cause } from '../../src/shared/domain/cause.ts'
import type { ChannelsView } from '../../src/shared/contract/views/channels.ts'
import type { ApiFamily } from '../../src/shared/domain/region.ts'
import type { Action, Status } from '../../src/shared/domain/status.ts'
import { HOUR, MINUTE, type AccountPlan, type FaultPlan, type GrantEnd } from './truthful/draw-history.ts'
import { openSoakWorld } from './truthful/soak-world.ts'

/**
 * The error tables of docs/amazon.md, row by row: what Amazon answers, and what the person then reads and is offered.
 * The whole core over the product's own adapters; only Amazon and the stores are in memory.
 */
type Row = readonly [what: string, answer: string, status: Status, action: Action, evidence: Cause | null]

const SPAN = { from: 30 * MINUTE, until: 12 * HOUR }

/** Three hours of one answer, which began half an hour after all was well. */
async function after(fault: FaultPlan | null, accounts: readonly AccountPlan[]) {
  const faults = fault === null ? [] : [fault]
  const world = await openSoakWorld({ accounts, faults, machine: [], troubledMs: 12 * HOUR }, 1, (ports) => ports)
  await world.clock.advance(3 * HOUR + 30 * MINUTE)
  const answer = await world.app().dispatch('channels.list', {})
  if (!answer.ok) throw new Error(answer.error.code)
  const [account] = (answer.value as ChannelsView).accounts
  if (account === undefined) throw new Error('no account')
  const causes = new Set(world.noted.filter((one) => one.at >= world.clock.now() - 3 * HOUR).map((one) => one.outcome))
  void world.app().stop()
  return { account, causes }
}

const seller = (end: GrantEnd | null = null, name = 'a0'): AccountPlan => ({
  name,
  region: 'eu',
  hasAds: true,
  selling: end,
  advertising: null,
})

async function expectRow(fault: FaultPlan, family: ApiFamily, [, , status, action, evidence]: Row): Promise<void> {
  const { account, causes } = await after(fault, [seller()])
  const shown = (family === 'selling' ? account.selling : account.advertising)?.status
  // Waiting shows once the wait is longer than ten minutes; until then all is well.
  expect(status === 'delayed' ? ['delayed', 'connected'] : [status]).toContain(shown)
  if (family === 'selling') expect(status === 'delayed' ? ['details', 'none'] : [action]).toContain(account.action)
  expect(account.statuses).not.toContain('reconnect-required')
  if (evidence !== null) expect([...causes]).toContain(evidence)
}

test.each<Row>([
  ['§1.2 invalid_client: the app’s key', 'login invalid_client', 'publisher-problem', 'what-to-do-meanwhile', 'application-key-refused'],
  ['§1.2 unauthorized_client', 'login unauthorized_client', 'publisher-problem', 'what-to-do-meanwhile', 'application-not-allowed'],
  ['§1.2 invalid_request', 'login invalid_request', 'publisher-problem', 'what-to-do-meanwhile', 'request-refused'],
  ['§1.2 invalid_scope', 'login invalid_scope', 'publisher-problem', 'what-to-do-meanwhile', 'request-refused'],
  ['§1.2 unsupported_grant_type', 'login unsupported_grant_type', 'publisher-problem', 'what-to-do-meanwhile', 'request-refused'],
  ['§1.2 429: wait', 'login 429', 'delayed', 'details', 'throttled'],
  ['§1.2 500: wait', 'login 500', 'delayed', 'details', 'amazon-trouble'],
  ['§1.2 503 page', 'login 503 page', 'delayed', 'details', 'amazon-trouble'],
  ['a word nobody knows', 'login unknown word', 'delayed', 'details', 'amazon-trouble'],
  ['invalid_grant with another status', 'login invalid_grant as 500', 'delayed', 'details', 'amazon-trouble'],
  ['no body to speak of', 'login garbage', 'delayed', 'details', 'amazon-trouble'],
])('login, %s', async (...row) => {
  await expectRow({ ...SPAN, where: 'login', name: row[1], family: 'both' }, 'selling', row)
})

test.each<Row>([
  ['§2.4 expired, although fresh', 'data 403 expired', 'delayed', 'details', 'amazon-trouble'],
  ['§2.4 revoked, malformed or invalid, although renewed', 'data 403 revoked', 'account-problem', 'open-central', 'account-problem'],
  ['§2.4 header missing: our bug', 'data 403 header missing', 'connected', 'none', 'request-refused'],
  ['§2.4 the client secret expired', 'data 403 secret', 'publisher-problem', 'what-to-do-meanwhile', 'application-key-ended'],
  ['§2.4 empty details: a role', 'data 403 empty', 'access-reduced', 'see-missing', 'permission-missing'],
  ['§2.4 suspended', 'data 403 suspended', 'account-problem', 'open-central', 'account-problem'],
  ['§2.4 a page of a firewall', 'data 403 page', 'delayed', 'details', 'amazon-trouble'],
  ['§2.4 details nobody knows', 'data 403 unknown details', 'delayed', 'details', 'amazon-trouble'],
  ['§2.4 May 2023: security token expired', 'data 403 security token', 'delayed', 'details', 'amazon-trouble'],
  ['§2.4 401 is read like 403', 'data 401 empty', 'access-reduced', 'see-missing', 'permission-missing'],
  ['§2.4 400', 'data 400', 'connected', 'none', 'request-refused'],
  ['§2.4 404', 'data 404', 'connected', 'none', null],
  ['§2.4 413', 'data 413', 'connected', 'none', 'request-refused'],
  ['§2.4 414', 'data 414', 'connected', 'none', 'request-refused'],
  ['§2.4 415', 'data 415', 'connected', 'none', 'request-refused'],
  ['§2.4 500', 'data 500', 'delayed', 'details', 'amazon-trouble'],
  ['§2.4 502', 'data 502 page', 'delayed', 'details', 'amazon-trouble'],
  ['§2.4 503', 'data 503', 'delayed', 'details', 'amazon-trouble'],
])('selling, %s', async (...row) => {
  await expectRow({ ...SPAN, where: 'data', name: row[1], family: 'selling', region: 'all' }, 'selling', row)
})

test.each<Row>([
  ['§1.8 token refused, although fresh', 'ads 401 token', 'delayed', 'details', 'amazon-trouble'],
  ['§1.8 no scope header: our bug', 'ads 401 no scope header', 'connected', 'none', 'request-refused'],
  ['§1.8 no matching advertiser', 'ads 401 no advertiser', 'access-reduced', 'see-missing', 'ads-profile-missing'],
  ['§1.8 not authorized to access scope', 'ads 401 scope', 'access-reduced', 'see-missing', 'ads-profile-missing'],
  ['§1.8 not authorized to manage this profile', 'ads 401 profile', 'access-reduced', 'see-missing', 'ads-profile-missing'],
  ['§1.8 403', 'ads 403', 'access-reduced', 'see-missing', 'permission-missing'],
  ['§4.3 a column turned down', 'ads 400 column', 'connected', 'none', 'request-refused'],
  ['§1.8 429 with Retry-After', 'ads 429 with a time', 'delayed', 'details', 'throttled'],
  ['§1.8 429 without', 'ads 429 without', 'delayed', 'details', null],
  ['§1.8 500', 'ads 500', 'delayed', 'details', 'amazon-trouble'],
])('advertising, %s', async (...row) => {
  await expectRow({ ...SPAN, where: 'data', name: row[1], family: 'advertising', region: 'all' }, 'advertising', row)
})

test.each<Row>([
  ['no network', 'no network', 'connected', 'none', 'offline'],
  ['no names', 'no names', 'connected', 'none', 'offline'],
  ['cut', 'connections cut', 'connected', 'none', 'offline'],
  ['time-outs', 'connections time out', 'connected', 'none', 'offline'],
  ['a certificate nobody trusts', 'untrusted certificate', 'connected', 'none', 'certificate-untrusted'],
  ['a portal’s page', 'portal page', 'connected', 'none', 'captive-portal'],
  ['a portal’s redirect', 'portal redirect', 'connected', 'none', 'captive-portal'],
  ['a portal’s 511', 'portal 511', 'connected', 'none', 'captive-portal'],
  ['a proxy’s 407', 'proxy 407', 'connected', 'none', 'network-blocks-amazon'],
])('network, %s', async (...row) => {
  await expectRow({ ...SPAN, where: 'network', name: row[1], flapMs: null }, 'selling', row)
})

test.each([
  ['§1.2 invalid_grant, withdrawn', 'revoked', 'withdrawn-or-changed', 'grant-withdrawn-or-changed'],
  ['§1.6 withdrawn, access cut at once', 'revoked at once', 'withdrawn-or-changed', 'grant-withdrawn-or-changed'],
  ['§1.5 365 days are over', 'lapsed', 'lapsed', 'grant-lapsed'],
] as const)('%s: reconnect, by name', async (_what, how, cause, evidence) => {
  const { account, causes } = await after(null, [seller({ at: 30 * MINUTE, how })])
  expect(account).toMatchObject({ status: 'reconnect-required', action: 'reconnect', whoMustAct: 'you-or-client' })
  expect(account.selling.cause).toBe(cause)
  expect([...causes]).toContain(evidence)
  expect(account.advertising?.status).toBe('connected')
})

test('the same answer to three accounts is Amazon’s trouble, and nobody is asked for anything', async () => {
  const three = ['a0', 'a1', 'a2'].map((name) => seller(null, name))
  for (const name of ['data 403 empty', 'data 403 revoked', 'data 500', 'data 403 expired']) {
    const { account } = await after({ ...SPAN, where: 'data', name, family: 'selling', region: 'eu' }, three)
    expect([name, account.selling.status]).toEqual([name, 'amazon-trouble'])
    expect(account.statuses).not.toContain('access-reduced')
  }
})
