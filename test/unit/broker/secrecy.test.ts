import { expect, test } from 'vitest'
import { CANARIES, beginAt, granted, obtainHandOff, obtainSealed, openBrokerWorld, redeemWith, redirect } from './broker-world.ts'

const SPOKEN = [...Object.values(CANARIES), 'canary', 'CANARY']

function expectSilent(text: string): void {
  for (const word of SPOKEN) expect(text).not.toContain(word)
}

test('no log line, error body or error page ever repeats a secret, a code or what was sent', async () => {
  const world = await openBrokerWorld()
  const bodies: string[] = []
  const keep = async (response: Response): Promise<void> => {
    bodies.push(await response.text(), JSON.stringify([...response.headers]))
  }
  const sealed = await obtainSealed(world)
  const quoting = [
    () => Response.json({ error: 'invalid_grant', error_description: `canary ${CANARIES.refresh}` }, { status: 400 }),
    () => Response.json({ error: 'invalid_client', error_description: CANARIES.sellingSecret }, { status: 401 }),
    () => new Response(CANARIES.access, { status: 500 }),
    () => Promise.reject(new Error(CANARIES.sellingSecret)),
    () => granted({ access_token: 7 }),
  ]
  for (const answer of quoting) {
    world.answer = answer
    await keep(await world.post('/renew', await world.device.renewBody(sealed)))
    await keep(await redeemWith(world, await obtainHandOff(world)))
  }
  await keep(await world.get(`/callback/seller-eu?state=canary&spapi_oauth_code=${CANARIES.code}`))
  await keep(await world.get(`/canary/${CANARIES.code}`))
  await keep(await world.post('/renew', { sealed: 'canary', proof: CANARIES.refresh }))
  await keep(await world.post('/begin', { canary: true }))
  expectSilent(bodies.join('\n'))
  expectSilent(JSON.stringify(world.log))
  expect(world.log.length).toBeGreaterThan(20)
})

test('the hand-off on its way through the desktop hides the code and the partner id', async () => {
  const world = await openBrokerWorld()
  const address = redirect('seller-eu', await beginAt(world, 'seller-eu', { kind: 'app-link' }))
  const page = await (await world.get(address)).text()
  expectSilent(page)
  expect(page).not.toContain('A1SELLER')
})

test('a successful answer shows nothing to anybody without the device key', async () => {
  const world = await openBrokerWorld()
  const text = await (await redeemWith(world, await obtainHandOff(world))).text()
  expectSilent(text)
  expect(Object.keys(JSON.parse(text) as object)).toEqual(['answer'])
})

test('log lines hold closed words only: the route by our own name, the status, a refusal’s code', async () => {
  const world = await openBrokerWorld()
  await world.get(redirect('seller-eu', await beginAt(world, 'seller-eu')))
  await world.get('/../../etc/passwd?x=1')
  await world.post('/renew', { sealed: 'x', proof: 'y' })
  expect(world.log).toEqual([
    { route: '/begin', outcome: '200', ms: 0 },
    { route: '/callback/seller-eu', outcome: '302', ms: 0 },
    { route: 'unknown', outcome: '404', ms: 0 },
    { route: '/renew', outcome: '401', failure: 'proof-refused', ms: 0 },
  ])
})
