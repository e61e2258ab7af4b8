import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { StandIn } from '../../../src/stand-in/index.ts'
import { errorOf, openAmazon, ORDERS, partnerOf } from './amazon.ts'

let amazon: StandIn

beforeEach(async () => {
  amazon = await openAmazon()
})
afterEach(() => amazon.stop())

const SELLERS = '/sellers/v1/marketplaceParticipations'

describe('a selling call is refused', () => {
  test('without a token, with garbage, in the wrong region and after its hour, each in its own words', async () => {
    const seller = await partnerOf(amazon, 'halden', 'eu')
    const elsewhere = await partnerOf(amazon, 'halden', 'na')
    const said = async (): Promise<string> => errorOf(await seller.get(SELLERS)).details
    expect(await said()).toMatch(/missing/)
    seller.useAccess('Atza|garbage')
    expect(await said()).toMatch(/malformed/)
    await seller.signIn()
    elsewhere.useAccess(seller.access())
    expect(errorOf(await elsewhere.get(SELLERS)).details).toMatch(/malformed/)
    amazon.clock.advance(3_600_000)
    expect(await said()).toBe('The access token you provided has expired.')
  })

  test('with nothing said when a role is missing, and works again when it is given back', async () => {
    const seller = await partnerOf(amazon, 'halden', 'eu')
    await seller.signIn()
    const ask = () => seller.get('/finances/2024-06-19/transactions', { postedAfter: '2026-09-01T00:00:00Z' })
    amazon.control.fault({ kind: 'remove-role', account: 'halden', role: 'Finance and Accounting' })
    const refused = await ask()
    expect(refused.status).toBe(403)
    expect(errorOf(refused)).toMatchObject({ code: 'Unauthorized', details: '' })
    expect(refused.headers.get('x-amzn-errortype')).toBe('AccessDeniedException')
    amazon.control.fault({ kind: 'restore-role', account: 'halden', role: 'Finance and Accounting' })
    expect((await ask()).status).toBe(200)
  })

  test('for a report type only when it is asked for', async () => {
    const seller = await partnerOf(amazon, 'halden', 'eu')
    await seller.signIn()
    amazon.control.fault({ kind: 'remove-role', account: 'halden', role: 'Inventory and Order Tracking' })
    amazon.control.fault({ kind: 'remove-role', account: 'halden', role: 'Amazon Fulfillment' })
    expect((await seller.get('/reports/2021-06-30/reports', { reportTypes: ORDERS })).status).toBe(200)
    const created = await seller.post('/reports/2021-06-30/reports', {
      reportType: ORDERS,
      marketplaceIds: ['A1F83G8C2ARO7P'],
      dataStartTime: '2026-09-01T00:00:00Z',
    })
    expect(created.status).toBe(403)
  })

  test('when the seller id in the path is another seller', async () => {
    const seller = await partnerOf(amazon, 'halden', 'eu')
    await seller.signIn()
    const ask = (id: string) => seller.get(`/listings/2021-08-01/items/${id}`, { marketplaceIds: 'A1F83G8C2ARO7P' })
    expect((await ask('A1HALDENHOME55')).status).toBe(200)
    expect(errorOf(await ask('A2NORDLYSHOME7')).details).toBe('')
  })

  test('to a vendor where only sellers are served, and the other way round', async () => {
    const vendor = await partnerOf(amazon, 'acme-vendor', 'eu')
    await vendor.signIn()
    expect((await vendor.get(SELLERS)).status).toBe(403)
    expect((await vendor.get('/vendor/orders/v1/purchaseOrders', { createdAfter: '2026-09-10T00:00:00Z', limit: '1' })).status).toBe(200)
  })

  test('when the client secret ran out, naming it', async () => {
    const seller = await partnerOf(amazon, 'halden', 'eu')
    await seller.signIn()
    amazon.control.fault({ kind: 'secret-expired', account: 'halden' })
    expect(errorOf(await seller.get(SELLERS)).details).toBe('The LWA secret token you provided has expired.')
    expect((await seller.renew()).body['error']).toBe('invalid_client')
  })
})

describe('quotas', () => {
  test('let the burst through and then refuse until the bucket fills', async () => {
    const seller = await partnerOf(amazon, 'halden', 'eu')
    await seller.signIn()
    const answers: number[] = []
    for (let index = 0; index < 16; index += 1) answers.push((await seller.get(SELLERS)).status)
    expect(answers).toEqual([...Array.from({ length: 15 }, () => 200), 429])
    amazon.clock.advance(63_000)
    const served = await seller.get(SELLERS)
    expect(served.status).toBe(200)
    expect(served.headers.get('x-amzn-ratelimit-limit')).toBe('0.016')
  })

  test('say the limit on success and on 404, not on 403 or 429', async () => {
    const seller = await partnerOf(amazon, 'halden', 'eu')
    await seller.signIn()
    const missing = await seller.get('/reports/2021-06-30/reports/123')
    expect(missing.status).toBe(404)
    expect(missing.headers.get('x-amzn-ratelimit-limit')).toBe('2')
    amazon.control.fault({ kind: 'throttle', account: 'halden', operation: 'getReport', count: 1 })
    const throttled = await seller.get('/reports/2021-06-30/reports/123')
    expect(throttled.status).toBe(429)
    expect(errorOf(throttled).code).toBe('QuotaExceeded')
    expect(throttled.headers.get('x-amzn-ratelimit-limit')).toBeNull()
    expect(throttled.headers.get('x-amzn-requestid')).toBeTruthy()
  })

  test('are kept per account', async () => {
    const halden = await partnerOf(amazon, 'halden', 'eu')
    const nordlys = await partnerOf(amazon, 'nordlys', 'eu')
    await halden.signIn()
    await nordlys.signIn()
    for (let index = 0; index < 16; index += 1) await halden.get(SELLERS)
    expect((await nordlys.get(SELLERS)).status).toBe(200)
  })
})
