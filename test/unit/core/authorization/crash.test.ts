import { describe, expect, test } from 'vitest'
import { ACME, authorizationOf, connect, MINUTE, openShop, OTHER, sealedOf, walk } from './shop.ts'
import type { Death } from './mortal.ts'

const MOST_STEPS = 14

const deaths: readonly Death[] = Array.from({ length: MOST_STEPS }, (_, index) => [
  { atStep: index + 1, when: 'before' } as const,
  { atStep: index + 1, when: 'after' } as const,
]).flat()

/** How many lasting steps the happy way takes, so that every one of them is a place to die. */
async function stepsOf(run: 'new' | 'again'): Promise<number> {
  const shop = openShop()
  const first = shop.boot()
  const account = run === 'again' ? (await connect(shop, first)).account : null
  const { url } = await walk(shop, first, ACME, account?.id ?? null)
  const { app, life } = shop.boot()
  await app.complete(url)
  return life.steps()
}

describe('a crash in the middle of connecting', () => {
  test('the places to die cover every lasting step', async () => {
    for (const run of ['new', 'again'] as const) {
      const steps = await stepsOf(run)
      expect(steps).toBeGreaterThan(5)
      expect(steps).toBeLessThanOrEqual(MOST_STEPS)
    }
  })

  test.each(deaths)('reconnect, killed $when step $atStep: the old or the new permission works, never none', async (death) => {
    const shop = openShop()
    const first = shop.boot()
    const { account, id, sealed } = await connect(shop, first)
    const { id: attempt, url } = await walk(shop, first, ACME, account.id)
    void shop.boot(death).app.complete(url)
    await shop.clock.settle()
    const next = shop.boot()
    await next.app.recover()
    await shop.clock.settle()
    expect((await next.app.access.accessFor(id)).ok).toBe(true)
    const row = (await shop.stores.accounts.authorizations()).find((one) => one.id === id)
    const entry = await shop.vault.read(`authorization/${id}`)
    const held = await sealedOf(shop, id)
    const standing = await next.app.read(attempt)
    expect(row?.consentedAt).toBe(entry.ok && entry.value?.kind === 'credential' ? entry.value.consentedAt : 'none')
    if (standing?.stage === 'result') expect(held).not.toBe(sealed)
    else expect(held).toBe(sealed)
    expect(standing?.attempt.state.kind === 'ended' || standing?.attempt.state.kind === 'open').toBe(true)
    expect(await shop.stores.accounts.channels()).toHaveLength(2)
  })

  test.each(deaths)('new account, killed $when step $atStep: it is here whole, or not at all', async (death) => {
    const shop = openShop()
    const { id: attempt, url } = await walk(shop, shop.boot(), ACME)
    void shop.boot(death).app.complete(url)
    await shop.clock.settle()
    const next = shop.boot()
    await next.app.recover()
    await shop.clock.settle()
    const standing = await next.app.read(attempt)
    const accounts = await shop.stores.accounts.accounts()
    expect(accounts).toHaveLength(standing?.stage === 'result' ? 1 : 0)
    if (accounts[0]) {
      expect(await shop.stores.accounts.channels()).toHaveLength(2)
      expect((await next.app.access.accessFor(await authorizationOf(shop, accounts[0].id))).ok).toBe(true)
    }
  })

  test('killed while offline: the credential waits aside until Amazon can be asked', async () => {
    const shop = openShop()
    const first = shop.boot()
    const { account, id, sealed } = await connect(shop, first)
    const { url } = await walk(shop, first, ACME, account.id)
    // Killed after the quarantine was written (claim, write).
    void shop.boot({ atStep: 2, when: 'after' }).app.complete(url)
    await shop.clock.settle()
    shop.login.faults.standing(() => ({ kind: 'offline', evidence: 'not reached' }))
    const next = shop.boot()
    await next.app.start()
    await shop.clock.advance(20 * MINUTE)
    expect(await sealedOf(shop, id)).toBe(sealed)
    shop.login.faults.standing(null)
    await shop.clock.advance(6 * MINUTE)
    expect(await sealedOf(shop, id)).not.toBe(sealed)
    next.app.stop()
  })

  test('of a wrong account: after a restart the person still decides, and nothing was replaced', async () => {
    const shop = openShop()
    const first = shop.boot()
    const { account, id, sealed } = await connect(shop, first)
    const { id: attempt, url } = await walk(shop, first, OTHER, account.id)
    void shop.boot({ atStep: 2, when: 'after' }).app.complete(url)
    await shop.clock.settle()
    const next = shop.boot()
    await next.app.recover()
    expect((await next.app.read(attempt))?.stage).toBe('wrong-account')
    expect(await sealedOf(shop, id)).toBe(sealed)
    expect((await next.app.decide(attempt, 'add-new')).ok).toBe(true)
    expect(await shop.stores.accounts.accounts()).toHaveLength(2)
  })

  test('secrets of attempts that had ended are swept at start-up', async () => {
    const shop = openShop()
    await shop.vault.write('quarantine/att_gone', await shop.login.makeDeviceKeys())
    const { app } = shop.boot()
    await app.start()
    expect(await shop.vault.keys()).toEqual([])
    app.stop()
  })
})
