import { describe, expect, test } from 'vitest'
import { ACME, connect, DAY, MINUTE, openShop, OTHER, START, stateOf, type Shop } from './shop.ts'

const APP = 'amzn1.application-oa2-client.one'
const OTHER_APP = 'amzn1.application-oa2-client.two'
const orderOf = (sellingPartnerId: string, clientId: string) =>
  ({
    clientId,
    clientSecret: `old of ${clientId}`,
    refreshToken: `Atzr|${sellingPartnerId}`,
    kind: 'seller',
    region: 'eu',
    sellingPartnerId,
    name: null,
  }) as const
const THIRD = 'A3THIRD000003'

/** Three accounts: two on one private app, one on another. */
async function threeAccounts() {
  const shop = openShop()
  const booted = shop.boot()
  await booted.app.connectPrivateApp({ ...orderOf(ACME, APP), secretIssuedAt: START - 160 * DAY })
  await booted.app.connectPrivateApp(orderOf(OTHER, APP))
  await booted.app.connectPrivateApp(orderOf(THIRD, OTHER_APP))
  return { shop, ...booted }
}

/** What the vault holds for each account: client id, secret, refresh credential. */
async function keysOf(shop: Shop): Promise<Record<string, readonly string[]>> {
  const accounts = await shop.stores.accounts.accounts()
  const found: [string, readonly string[]][] = []
  for (const { id, accountId } of await shop.stores.accounts.authorizations()) {
    const entry = await shop.vault.read(`authorization/${id}`)
    const credential = entry.ok && entry.value?.kind === 'credential' ? entry.value.credential : null
    const name = accounts.find((one) => one.id === accountId)?.sellingPartnerId ?? ''
    if (credential?.way === 'private-app')
      found.push([name, [credential.clientId, credential.clientSecret.reveal(), credential.refresh.reveal()]])
  }
  return Object.fromEntries(found)
}

async function secretEnds(shop: Shop): Promise<readonly (number | null)[]> {
  return (await shop.stores.accounts.authorizations()).map((one) => one.secretEndsAt)
}

describe('client secrets of private apps', () => {
  test('several apps stand side by side, each with its accounts, and the age of one secret counts wherever it is used', async () => {
    const { shop, app } = await threeAccounts()
    const accounts = await shop.stores.accounts.accounts()
    const idOf = (partner: string) => accounts.find((one) => one.sellingPartnerId === partner)?.id
    expect(await app.privateApps()).toEqual([
      {
        clientId: APP,
        permissions: [ACME, OTHER].map((one) => ({ accountId: idOf(one), family: 'selling' })),
        secretEndsAt: START + 20 * DAY,
      },
      { clientId: OTHER_APP, permissions: [{ accountId: idOf(THIRD), family: 'selling' }], secretEndsAt: null },
    ])
    expect(await secretEnds(shop)).toEqual([START + 20 * DAY, START + 20 * DAY, null])
  })

  test('a new secret serves every account of its app and no other, and the clock starts anew', async () => {
    const { shop, app } = await threeAccounts()
    await shop.clock.advance(10 * DAY)
    const replaced = await app.replaceSecret({ clientId: APP, clientSecret: 'new', secretIssuedAt: shop.clock.now() })
    expect(replaced.ok && replaced.value.accounts).toHaveLength(2)
    expect(await keysOf(shop)).toEqual({
      [ACME]: [APP, 'new', `Atzr|${ACME}`],
      [OTHER]: [APP, 'new', `Atzr|${OTHER}`],
      [THIRD]: [OTHER_APP, `old of ${OTHER_APP}`, `Atzr|${THIRD}`],
    })
    expect(await secretEnds(shop)).toEqual([shop.clock.now() + 180 * DAY, shop.clock.now() + 180 * DAY, null])
    expect(shop.stores.lines.filter((one) => one.kind === 'secret-replaced')).toHaveLength(2)
  })

  test('an age nobody knows is unknown, never the age of the secret before', async () => {
    const { shop, app } = await threeAccounts()
    await app.replaceSecret({ clientId: APP, clientSecret: 'new' })
    expect(await secretEnds(shop)).toEqual([null, null, null])
  })

  test('a secret that Amazon refuses changes nothing', async () => {
    const { shop, app } = await threeAccounts()
    const before = await keysOf(shop)
    shop.login.faults.next('renew', { kind: 'publisher-problem', evidence: 'invalid_client' })
    expect(await app.replaceSecret({ clientId: APP, clientSecret: 'mistyped' })).toEqual({ ok: false, error: 'app-refused' })
    expect(await keysOf(shop)).toEqual(before)
    expect(await secretEnds(shop)).toEqual([START + 20 * DAY, START + 20 * DAY, null])
  })

  test('a refused grant still proves the key, because Amazon looks at the key first', async () => {
    const { shop, app } = await threeAccounts()
    shop.login.withdraw(`Atzr|${ACME}`)
    expect(await app.replaceSecret({ clientId: APP, clientSecret: 'new' })).toMatchObject({ ok: true })
    expect((await keysOf(shop))[OTHER]).toEqual([APP, 'new', `Atzr|${OTHER}`])
  })

  test('an app that no account uses is not replaced', async () => {
    const { app } = await threeAccounts()
    expect(await app.replaceSecret({ clientId: 'amzn1.unknown', clientSecret: 'new' })).toEqual({ ok: false, error: 'unknown-app' })
  })

  test('accounts that waited because the key had ended are asked for at once, and nobody has to reconnect', async () => {
    const { shop, app } = await threeAccounts()
    const [first] = await shop.stores.accounts.authorizations()
    if (!first) throw new Error('nothing connected')
    await shop.clock.advance(61 * MINUTE)
    shop.login.faults.next('renew', { kind: 'publisher-problem', evidence: 'invalid_client' })
    await app.access.accessFor(first.id)
    expect(await stateOf(shop, first.id)).toMatchObject({ kind: 'publisher-problem' })
    await app.replaceSecret({ clientId: APP, clientSecret: 'new' })
    expect(await stateOf(shop, first.id)).toEqual({ kind: 'active' })
  })

  test('a crash between two accounts leaves each with a secret that works; doing it again completes it', async () => {
    const shop = openShop()
    const first = shop.boot()
    await first.app.connectPrivateApp(orderOf(ACME, APP))
    await first.app.connectPrivateApp(orderOf(OTHER, APP))
    void shop.boot({ atStep: 2, when: 'before' }).app.replaceSecret({ clientId: APP, clientSecret: 'new' })
    await shop.clock.settle()
    const secrets = Object.values(await keysOf(shop)).map((one) => one[1])
    expect(secrets).toEqual(['new', `old of ${APP}`])
    await shop.boot().app.replaceSecret({ clientId: APP, clientSecret: 'new' })
    expect(Object.values(await keysOf(shop)).map((one) => one[1])).toEqual(['new', 'new'])
  })

  test('an account of the publisher’s way is no private app’s', async () => {
    const shop = openShop()
    const booted = shop.boot()
    await connect(shop, booted)
    expect(await booted.app.privateApps()).toEqual([])
  })

  test('no secret is in the list, the log or the time-line', async () => {
    const { shop, app } = await threeAccounts()
    await app.replaceSecret({ clientId: APP, clientSecret: 'new-secret-text' })
    const told = JSON.stringify([await app.privateApps(), shop.log.lines, shop.stores.lines, shop.changes])
    for (const secret of ['new-secret-text', 'old of', 'Atzr|']) expect(told).not.toContain(secret)
  })
})
