import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { brand } from '../../../src/shared/lib/brand.ts'
import type { ChannelId, DatasetId, NoticeId } from '../../../src/shared/domain/ids.ts'
import { documentFetch, orderFor } from '../ingest/shop.ts'
import { ordersText } from '../ingest/orders-text.ts'
import { carriers, type Carried } from './carriers.ts'
import { account, activity, attempt, authorization, france, germany, notice, run } from './people.ts'

const ADDRESS = 'https://documents.amazonaws.com/one'
const fetched = documentFetch(new Map([[ADDRESS, { bytes: new TextEncoder().encode(ordersText([{}])) }]]))

describe.each(carriers)('stores %s', (_name, open) => {
  let held: Carried
  beforeEach(async () => void (held = await open(fetched)))
  afterEach(() => held.end())
  const attach = (channels = [germany]) =>
    held.stores.accounts.attach({ account, authorization, channels, activity: activity('connected') })

  test('an attached account can be read back whole', async () => {
    await attach([germany, france])
    expect(await held.stores.accounts.accounts()).toEqual([account])
    expect(await held.stores.accounts.authorizations()).toEqual([authorization])
    expect(await held.stores.accounts.channels()).toEqual([
      { id: 1, connectedAt: account.connectedAt, ...germany },
      { id: 2, connectedAt: account.connectedAt, ...france },
    ])
    expect(await held.stores.activity.newest({ limit: 5 })).toEqual([activity('connected')])
  })

  test('attaching again keeps numbers and names of channels and replaces the authorization', async () => {
    await attach([germany])
    await held.stores.accounts.setAdsProfiles([{ channelId: brand<ChannelId>(1), profileId: '90071992547409931', zone: 'Asia/Tokyo' }])
    const renewed = { ...authorization, id: brand<typeof authorization.id>('auth_2'), consentedAt: 5000 }
    await held.stores.accounts.attach({
      account,
      authorization: renewed,
      channels: [france, { ...germany, name: 'Other', wantedFrom: france.wantedFrom }],
      activity: activity('reconnected', 2000),
    })
    expect(await held.stores.accounts.channels()).toMatchObject([
      { id: 1, name: 'Acme DE', adsProfileId: '90071992547409931', adsZone: 'Asia/Tokyo', zone: germany.zone },
      { country: 'FR' },
    ])
    expect(await held.stores.accounts.authorizations()).toEqual([renewed])
  })

  test('a channel is asked for since it was added, its advertising since the first consent to that, however often both are renewed', async () => {
    const consent = (family: 'selling' | 'advertising', consentedAt: number) => ({
      account,
      authorization: { ...authorization, id: brand<typeof authorization.id>(`auth_${consentedAt}`), family, consentedAt },
      channels: consentedAt < 3000 ? [germany] : [germany, france],
      activity: activity('reconnected', consentedAt),
    })
    await held.stores.accounts.attach(consent('selling', 1000))
    await held.stores.accounts.attach(consent('advertising', 2000))
    await held.stores.accounts.attach(consent('selling', 3000))
    await held.stores.accounts.attach(consent('advertising', 4000))
    expect(await held.stores.accounts.channels()).toMatchObject([
      { country: 'DE', connectedAt: 1000, adsConnectedAt: 2000 },
      { country: 'FR', connectedAt: 3000, adsConnectedAt: 2000 },
    ])
  })

  test('a state change and its line of activity come together', async () => {
    await attach()
    await held.stores.accounts.setAuthorizationState(
      authorization.id,
      { kind: 'refused-once', firstRefusedAt: 7 },
      activity('renewal-refused', 2000),
    )
    await held.stores.accounts.noteRenewed(authorization.id, 9)
    await held.stores.accounts.rename(account.id, 'Beta')
    await held.stores.accounts.setPaused(account.id, true, activity('paused', 3000))
    expect(await held.stores.accounts.authorizations()).toMatchObject([
      { state: { kind: 'refused-once', firstRefusedAt: 7 }, lastRenewedAt: 9 },
    ])
    expect(await held.stores.accounts.accounts()).toMatchObject([{ name: 'Beta', paused: true }])
    expect((await held.stores.activity.newest({ accountId: account.id, limit: 2 })).map((one) => one.kind)).toEqual([
      'paused',
      'renewal-refused',
    ])
  })

  test('what verification learned is kept per channel and dataset', async () => {
    await attach()
    const record = {
      channelId: brand<ChannelId>(1),
      dataset: brand<DatasetId>('orders'),
      access: { answer: 'not-yet-proven' as const, checkedAt: 1, evidence: null },
    }
    const granted = { ...record, access: { answer: 'granted' as const, checkedAt: 2, evidence: 'request 7' } }
    await held.stores.access.save([record])
    await held.stores.access.save([granted])
    expect(await held.stores.access.all()).toEqual([granted])
  })

  test('of two that move an attempt on, one is first', async () => {
    await held.stores.attempts.open(attempt, activity('attempt-opened'))
    const ended = { kind: 'ended', outcome: 'closed', at: 5, reason: null } as const
    expect(
      await Promise.all([
        held.stores.attempts.move(attempt.id, 'open', { kind: 'checking', since: 4 }, null),
        held.stores.attempts.move(attempt.id, 'open', ended, activity('attempt-ended', 5)),
      ]),
    ).toEqual([true, false])
    expect(await held.stores.attempts.read(attempt.id)).toEqual({ ...attempt, state: { kind: 'checking', since: 4 } })
    expect(await held.stores.attempts.standing()).toHaveLength(1)
    await held.stores.attempts.move(attempt.id, 'checking', ended, null)
    expect(await held.stores.attempts.standing()).toEqual([])
    expect(await held.stores.activity.newest({ limit: 9 })).toHaveLength(1)
  })

  test('one incident, one notice, until it is withdrawn', async () => {
    expect(await held.stores.notices.post(notice('n1', 'k'))).toBe(true)
    expect(await held.stores.notices.post(notice('n2', 'k'))).toBe(false)
    expect(await held.stores.notices.withdraw('k', 50)).toEqual(['n1'])
    expect(await held.stores.notices.post(notice('n3', 'k', 2000))).toBe(true)
    await held.stores.notices.markSeen([brand<NoticeId>('n3')], 60)
    expect((await held.stores.notices.standing()).map((one) => [one.id, one.seenAt])).toEqual([['n3', 60]])
    expect((await held.stores.notices.newest(9)).map((one) => one.id)).toEqual(['n3', 'n1'])
  })

  test('a run that ended stays ended', async () => {
    await held.stores.runs.add([run('r1'), run('r2', { plannedAt: 500 })])
    expect((await held.stores.runs.standing()).map((one) => one.id)).toEqual(['r2', 'r1'])
    expect(await held.stores.runs.advance(run('r1', { step: 'waiting', amazonReportId: 'rep', tries: 1 }))).toBe(true)
    expect(await held.stores.runs.stopAll(account.id, 77, 'paused')).toHaveLength(2)
    expect(await held.stores.runs.advance(run('r1', { step: 'ready' }))).toBe(false)
    expect(await held.stores.runs.newest({ accountId: account.id, limit: 1 })).toEqual([
      run('r1', { step: 'ended', outcome: 'stopped', endedAt: 77, trouble: 'paused', amazonReportId: 'rep', tries: 1, nextLookAt: null }),
    ])
  })

  test('finished pages of a result are kept with their run', async () => {
    const page = { queryId: 'Q1', documentId: null, next: 'cursor', askedAt: 9 }
    await held.stores.runs.add([run('r1')])
    await held.stores.runs.advance(run('r1', { step: 'intended', pages: [page, { ...page, queryId: 'Q2', documentId: 'D2' }] }))
    expect((await held.stores.runs.standing()).map((one) => one.pages)).toEqual([[page, { ...page, queryId: 'Q2', documentId: 'D2' }]])
  })

  test('a document is committed with the end of its run', async () => {
    const order = orderFor()
    await held.stores.runs.add([run(order.runId, { step: 'ready' })])
    expect(await held.ingest.commitDocument(order, { url: ADDRESS, gzip: false })).toMatchObject({ ok: true, value: { rows: 1 } })
    expect(await held.stores.runs.newest({ limit: 1 })).toMatchObject([
      { step: 'committed', outcome: 'complete', rows: 1, endedAt: order.fetchedAt, amazonReportId: order.amazonReportId },
    ])
    expect(await held.stores.runs.standing()).toEqual([])
    expect(await held.stores.ledger.receipts(order.channel.id, order.dataset, order.interval, 'sums')).toHaveLength(3)
  })

  test('an aborted download is a value, and nothing is stored', async () => {
    const stop = new AbortController()
    stop.abort()
    const order = orderFor()
    expect(await held.ingest.commitDocument(order, { url: ADDRESS, gzip: false }, stop.signal)).toMatchObject({
      ok: false,
      error: { kind: 'download-failed' },
    })
    expect(await held.stores.ledger.receipts(order.channel.id, order.dataset, order.interval, 'sums')).toEqual([])
  })
})
