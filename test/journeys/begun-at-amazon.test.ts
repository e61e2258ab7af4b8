import { afterEach, beforeEach, expect, test } from 'vitest'
import { openShop, type Shop } from '../builders/open-shop.ts'

let shop: Shop
beforeEach(async () => {
  shop = await openShop({ accounts: ['nordlys', 'bike'], historyDays: 4 })
  shop.control.redirects({ uris: [], loginUri: `${shop.amazon.broker.origin}/login` })
})
afterEach(() => shop.close())

/** The person presses Re-Authorize inside Seller Central; answers the link on the broker's page. */
async function reauthorize(account: 'nordlys' | 'bike'): Promise<string> {
  shop.control.fault({ kind: 'login-uri-leg', count: 1 })
  const { applicationId } = shop.control.world().publisher.selling['eu'] ?? { applicationId: '' }
  const page = new URL(shop.amazon.standIn.endpoints.consent.seller['DE'] ?? '')
  page.searchParams.set('application_id', applicationId)
  page.searchParams.set('redirect_uri', `${shop.amazon.broker.origin}/callback/seller-eu`)
  page.searchParams.set('state', 'begun-at-amazon')
  const signIn = await (await fetch(page)).text()
  const asked = await (await submit(page, signIn, { account })).text()
  const detour = (await submit(page, asked, { decision: 'confirm' })).headers.get('location') ?? ''
  expect(detour).toContain(`${shop.amazon.broker.origin}/login`)
  const hand = await (await fetch(detour)).text()
  return (/href="(springline:begin[^"]+)"/.exec(hand)?.[1] ?? '').replaceAll('&amp;', '&')
}

function submit(page: URL, html: string, choice: Record<string, string>): Promise<Response> {
  const action = /<form[^>]*action="([^"]+)"/.exec(html)?.[1] ?? ''
  const request = /name="request" value="([^"]+)"/.exec(html)?.[1] ?? ''
  return fetch(new URL(action, page), { method: 'POST', redirect: 'manual', body: new URLSearchParams({ request, ...choice }) })
}

const arrives = (link: string) => shop.crank.track('link', shop.running().app.completeCallback(link))
const consentOf = async () => (await shop.accounts())[0]?.selling.consentedAt ?? 0

test('Re-Authorize in Seller Central: the app asks, goes on at Amazon, and the year starts anew', async () => {
  await shop.connect('nordlys')
  await shop.untilCaughtUp()
  const [before] = await shop.accounts()
  await shop.sleep(40)
  await arrives(await reauthorize('nordlys'))
  const { invitations } = await shop.call('invitations.read', {})
  expect(invitations).toMatchObject([{ accountId: before?.id, accountName: 'Nordlys Home', kind: 'seller', region: 'eu' }])
  expect(await consentOf()).toBe(before?.selling.consentedAt)
  shop.person.will({ kind: 'go-on' })
  const { id } = await shop.call('invitations.accept', { id: invitations[0]?.id ?? '' })
  await shop.minutes(2)
  expect(await shop.call('attempts.read', { id })).toMatchObject({ stage: 'result', accountId: before?.id, surface: 'browser' })
  expect(await consentOf()).toBeGreaterThan(before?.selling.consentedAt ?? 0)
  expect((await shop.accounts()).map((one) => one.id)).toEqual([before?.id])
  expect((await shop.call('invitations.read', {})).invitations).toEqual([])
})

test('as another account than the link says: nothing is replaced, and the person decides', async () => {
  await shop.connect('nordlys')
  const before = await consentOf()
  const link = (await reauthorize('bike')).replace(/partner=[^&]*/, 'partner=A2NORDLYSHOME7')
  await arrives(link)
  const { invitations } = await shop.call('invitations.read', {})
  shop.person.will({ kind: 'go-on' })
  const { id } = await shop.call('invitations.accept', { id: invitations[0]?.id ?? '' })
  await shop.minutes(2)
  expect(await shop.call('attempts.read', { id })).toMatchObject({ stage: 'wrong-account', foundIdentity: 'A3BIKEANDCOEU2' })
  expect(await consentOf()).toBe(before)
})

test('a link to anywhere but Amazon is dropped, and what it said is in no log', async () => {
  await shop.connect('nordlys')
  const link = (await reauthorize('nordlys')).replace(
    /callback=[^&]*/,
    `callback=${encodeURIComponent('https://sellercentral.amazon.evil.test/x')}`,
  )
  await arrives(link)
  expect((await shop.call('invitations.read', {})).invitations).toEqual([])
  const said = JSON.stringify(shop.log.lines)
  expect(said).toContain('begin-link-dropped')
  expect(said).not.toContain('evil.test')
})

test('begun at Amazon for an account that is not here: it is added, once', async () => {
  await arrives(await reauthorize('nordlys'))
  const { invitations } = await shop.call('invitations.read', {})
  expect(invitations).toMatchObject([{ accountId: null, kind: 'seller', region: 'eu' }])
  shop.person.will({ kind: 'go-on' })
  await shop.call('invitations.accept', { id: invitations[0]?.id ?? '' })
  await shop.minutes(2)
  expect((await shop.accounts()).map((one) => one.sellingPartnerId)).toEqual(['A2NORDLYSHOME7'])
  await shop.connect('nordlys')
  expect(await shop.accounts()).toHaveLength(1)
})

test('early renewal: dates move only when Amazon has named the same account again', async () => {
  await shop.connect('nordlys')
  await shop.untilCaughtUp()
  const first = (await shop.accounts())[0]
  await shop.days(3)
  await shop.reconnect('Nordlys Home', 'close')
  await shop.reconnect('Nordlys Home', 'bike')
  expect((await shop.accounts())[0]?.selling).toMatchObject({ consentedAt: first?.selling.consentedAt, endsAt: first?.selling.endsAt })
  await shop.reconnect('Nordlys Home')
  const after = (await shop.accounts())[0]
  expect(after?.selling.endsAt).toBeGreaterThan((first?.selling.endsAt ?? 0) + 2 * 86_400_000)
  expect([after?.id, after?.channels.map((one) => one.id)]).toEqual([first?.id, first?.channels.map((one) => one.id)])
})
