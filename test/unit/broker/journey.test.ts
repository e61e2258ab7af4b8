import { expect, test } from 'vitest'
import { CANARIES, ORIGIN, beginAt, obtainHandOff, obtainSealed, openBrokerWorld, redeemWith, redirect } from './broker-world.ts'

test('a seller walks from begin to credentials, and Amazon is asked exactly once, with the secret', async () => {
  const world = await openBrokerWorld()
  const response = await redeemWith(world, await obtainHandOff(world, 'seller-eu'))
  const answer = await world.device.open(response)
  expect(answer).toMatchObject({ access: CANARIES.access, accessEndsInSeconds: 3600, sellingPartnerId: 'A1SELLER' })
  expect(answer['clientId']).toBe('selling-client')
  expect(world.asked).toEqual([
    {
      url: 'https://login.amazon.test/auth/o2/token',
      form: {
        grant_type: 'authorization_code',
        code: CANARIES.code,
        redirect_uri: `${ORIGIN}/callback/seller-eu`,
        client_id: 'selling-client',
        client_secret: CANARIES.sellingSecret,
      },
    },
  ])
})

test('an advertising code is exchanged in its own region, with its own app and the verifier', async () => {
  const world = await openBrokerWorld()
  const answer = await world.device.open(await redeemWith(world, await obtainHandOff(world, 'ads-eu')))
  expect(answer['sellingPartnerId']).toBeUndefined()
  expect(answer['clientId']).toBe('ads-client')
  expect(world.asked[0]?.url).toBe('https://login-eu.amazon.test/auth/o2/token')
  expect(world.asked[0]?.form).toMatchObject({ client_secret: CANARIES.adsSecret, code_verifier: world.device.verifier })
})

test('a renewal needs only the sealed credential and the device key', async () => {
  const world = await openBrokerWorld()
  const sealed = await obtainSealed(world, 'seller-eu')
  const renewed = await world.device.open(await world.post('/renew', await world.device.renewBody(sealed)))
  expect(renewed).toMatchObject({ access: CANARIES.access, accessEndsInSeconds: 3600, clientId: 'selling-client' })
  expect(world.asked.at(-1)?.form).toEqual({
    grant_type: 'refresh_token',
    refresh_token: CANARIES.refresh,
    client_id: 'selling-client',
    client_secret: CANARIES.sellingSecret,
  })
})

test('the sealed credential does not contain the refresh credential in any readable form', async () => {
  const world = await openBrokerWorld()
  const sealed = await obtainSealed(world)
  const readable = sealed
    .split('.')
    .map((part) => Buffer.from(part, 'base64url').toString('latin1'))
    .join(' ')
  expect(`${sealed} ${readable}`).not.toContain('canary')
})

test('begin answers what the consent address needs: the application for selling, client and scope for advertising', async () => {
  const draft = { applicationId: 'amzn1.sp.solution.9', clientId: 'c', clientSecret: 's', tokenUrl: 'https://x.test/t', beta: true }
  const world = await openBrokerWorld({ config: { selling: draft } })
  const body = { challenge: world.device.challenge, deviceKey: world.device.publicKeys, return: { kind: 'popup' } }
  const selling = await (await world.post('/begin', { ...body, issuer: 'vendor-fe' })).json()
  const ads = await (await world.post('/begin', { ...body, issuer: 'ads-na' })).json()
  expect(selling).toMatchObject({
    application: { family: 'selling', applicationId: 'amzn1.sp.solution.9', version: 'beta' },
    redirectUri: `${ORIGIN}/callback/vendor-fe`,
    runsOutInSeconds: 600,
  })
  expect(ads).toMatchObject({
    application: { family: 'advertising', clientId: 'ads-client', scope: 'advertising::campaign_management' },
    redirectUri: `${ORIGIN}/callback/ads-na`,
  })
})

test('an issuer without an app of ours is the publisher’s problem, before anybody walks to Amazon', async () => {
  const world = await openBrokerWorld()
  const response = await world.post('/begin', {
    challenge: world.device.challenge,
    deviceKey: world.device.publicKeys,
    issuer: 'ads-fe',
    return: { kind: 'popup' },
  })
  expect(response.status).toBe(409)
  expect(await response.json()).toEqual({ failure: 'publisher-problem' })
})

test('the ticket is short enough for an address and holds neither key nor secret', async () => {
  const world = await openBrokerWorld()
  const ticket = await beginAt(world, 'seller-eu', { kind: 'loopback', port: 65_535 })
  expect(ticket.length).toBeLessThan(600)
  expect(redirect('seller-eu', ticket).length).toBeLessThan(800)
})
