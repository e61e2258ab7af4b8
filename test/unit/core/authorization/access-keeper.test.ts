import { describe, expect, test } from 'vitest'
import type { LoginTrouble } from '../../../../src/shared/domain/trouble.ts'
import { authorizationOf, connect, DAY, MINUTE, openShop, OTHER, START, stateOf } from './shop.ts'

const HOUR = 60 * MINUTE

async function connected() {
  const shop = openShop()
  const booted = shop.boot()
  const { account, id, sealed } = await connect(shop, booted)
  return { shop, booted, account, id, sealed, keeper: booted.app.access }
}

describe('handing out access', () => {
  test('many who ask at once cause one renewal', async () => {
    const { shop, keeper, id } = await connected()
    await shop.clock.advance(HOUR)
    const answers = await Promise.all(Array.from({ length: 20 }, () => keeper.accessFor(id)))
    expect(answers.every((one) => one.ok)).toBe(true)
    expect(shop.login.renewals).toHaveLength(1)
  })

  test('it is used until a minute before its end, then renewed', async () => {
    const { shop, keeper, id } = await connected()
    await shop.clock.advance(HOUR - MINUTE - 1)
    await keeper.accessFor(id)
    expect(shop.login.renewals).toHaveLength(0)
    await shop.clock.advance(1)
    await keeper.accessFor(id)
    expect(shop.login.renewals).toHaveLength(1)
  })

  test('one a data call found ended is renewed once, however many calls found it', async () => {
    const { shop, keeper, id } = await connected()
    const used = await keeper.accessFor(id)
    if (!used.ok) throw new Error('no access')
    const again = async () => {
      keeper.forget(id, used.value)
      return keeper.accessFor(id)
    }
    await Promise.all([again(), again(), again()])
    keeper.forget(id, used.value)
    await keeper.accessFor(id)
    expect(shop.login.renewals).toHaveLength(1)
  })

  test('a changed endpoint never receives the credential', async () => {
    const { shop, id } = await connected()
    Object.assign(shop.login, { boundTo: () => 'https://elsewhere.example' })
    const { app } = shop.boot()
    expect(await app.access.accessFor(id)).toEqual({ ok: false, error: { kind: 'other-endpoint' } })
    expect(shop.login.renewals).toHaveLength(0)
  })

  test('a locked vault changes nothing about the permission', async () => {
    const { shop, id } = await connected()
    shop.vault.trouble({ kind: 'locked' })
    expect(await shop.boot().app.access.accessFor(id)).toEqual({ ok: false, error: { kind: 'vault-locked' } })
    expect(await stateOf(shop, id)).toEqual({ kind: 'active' })
  })
})

describe('a refused renewal', () => {
  test('is asked about once more, two to four minutes later, and only then asks for a reconnect', async () => {
    const { shop, keeper, id, sealed } = await connected()
    shop.login.withdraw(sealed)
    await shop.clock.advance(HOUR)
    expect(await keeper.accessFor(id)).toMatchObject({ error: { kind: 'refused-once' } })
    await shop.clock.advance(2 * MINUTE - 1)
    expect((await stateOf(shop, id))?.kind).toBe('refused-once')
    expect(shop.login.renewals).toHaveLength(1)
    await shop.clock.advance(2 * MINUTE + 1)
    expect(await stateOf(shop, id)).toMatchObject({
      kind: 'reconnect-required',
      cause: 'withdrawn-or-changed',
      firstRefusedAt: START + HOUR,
    })
    expect(shop.login.renewals).toHaveLength(2)
  })

  test('that was a mistake of Amazon ends by itself', async () => {
    const { shop, keeper, id, sealed } = await connected()
    shop.login.withdraw(sealed)
    await shop.clock.advance(HOUR)
    await keeper.accessFor(id)
    shop.login.restore(sealed)
    await shop.clock.advance(4 * MINUTE)
    expect(await stateOf(shop, id)).toEqual({ kind: 'active' })
    expect((await keeper.accessFor(id)).ok).toBe(true)
  })

  test('is remembered across a restart', async () => {
    const { shop, booted, keeper, id, sealed } = await connected()
    shop.login.withdraw(sealed)
    await shop.clock.advance(HOUR)
    await keeper.accessFor(id)
    booted.app.stop()
    await shop.clock.advance(2 * HOUR)
    expect((await stateOf(shop, id))?.kind).toBe('refused-once')
    const next = shop.boot()
    await next.app.start()
    await shop.clock.advance(MINUTE)
    expect((await stateOf(shop, id))?.kind).toBe('reconnect-required')
    next.app.stop()
  })

  test('after a year is called lapsed', async () => {
    const { shop, keeper, id, sealed } = await connected()
    shop.login.withdraw(sealed)
    await shop.clock.advance(365 * DAY)
    await keeper.accessFor(id)
    await shop.clock.advance(4 * MINUTE)
    expect(await stateOf(shop, id)).toMatchObject({ kind: 'reconnect-required', cause: 'lapsed' })
  })

  test('stops all asking once it is certain, and a reconnect starts it again', async () => {
    const { shop, booted, keeper, account, id, sealed } = await connected()
    shop.login.withdraw(sealed)
    await shop.clock.advance(HOUR)
    await keeper.accessFor(id)
    await shop.clock.advance(4 * MINUTE)
    const asked = shop.login.renewals.length
    await shop.clock.advance(DAY)
    expect(await keeper.accessFor(id)).toMatchObject({ error: { kind: 'reconnect-required' } })
    expect(shop.login.renewals).toHaveLength(asked)
    await connect(shop, booted, account.sellingPartnerId)
    expect((await keeper.accessFor(id)).ok).toBe(true)
  })

  test('is not believed while the login endpoint fails for everybody', async () => {
    const { shop, booted, keeper, id, sealed } = await connected()
    const others = [await connect(shop, booted, OTHER), await connect(shop, booted, 'A3THIRD'), await connect(shop, booted, 'A4FOURTH')]
    await shop.clock.advance(HOUR)
    shop.login.withdraw(sealed)
    await keeper.accessFor(id)
    shop.login.faults.next('renew', { kind: 'amazon-trouble', evidence: '503', tryAgainAt: null }, 3)
    for (const other of others) await keeper.accessFor(other.id)
    await shop.clock.advance(4 * MINUTE)
    expect((await stateOf(shop, id))?.kind).toBe('refused-once')
    await keeper.accessFor(others[0]?.id ?? id)
    await shop.clock.advance(5 * MINUTE)
    expect((await stateOf(shop, id))?.kind).toBe('reconnect-required')
  })
})

describe('trouble that is not the grant', () => {
  const troubles: readonly (readonly [string, LoginTrouble, string])[] = [
    ['the app key is refused', { kind: 'publisher-problem', evidence: 'invalid_client' }, 'publisher-problem'],
    ['Amazon stumbles', { kind: 'amazon-trouble', evidence: '500', tryAgainAt: null }, 'active'],
    ['the network is gone', { kind: 'offline', evidence: 'not reached' }, 'active'],
    ['a code is refused, which is no answer to a renewal', { kind: 'code-refused', evidence: 'invalid_grant' }, 'active'],
    ['a hand-off is refused', { kind: 'handoff-refused', evidence: 'proof' }, 'active'],
  ]

  test.each(troubles)('%s: a day of it never asks anybody to reconnect', async (_what, trouble, state) => {
    const { shop, keeper, id } = await connected()
    await shop.clock.advance(HOUR)
    shop.login.faults.standing(() => trouble)
    for (let minute = 0; minute < 24 * 60; minute += 1) {
      await keeper.accessFor(id)
      await shop.clock.advance(MINUTE)
    }
    expect((await stateOf(shop, id))?.kind).toBe(state)
    expect(shop.stores.lines.map((one) => one.kind)).not.toContain('reconnect-required')
    // Backed off: far fewer questions than there were callers.
    expect(shop.login.count('renew')).toBeLessThan(500)
    shop.login.faults.standing(null)
    await shop.clock.advance(HOUR)
    expect((await keeper.accessFor(id)).ok).toBe(true)
    expect(await stateOf(shop, id)).toEqual({ kind: 'active' })
  })

  test('a refusal, then an app key problem, then a refusal still counts as two', async () => {
    const { shop, keeper, id, sealed } = await connected()
    await shop.clock.advance(HOUR)
    shop.login.withdraw(sealed)
    await keeper.accessFor(id)
    shop.login.faults.next('renew', { kind: 'publisher-problem', evidence: 'invalid_client' })
    await shop.clock.advance(4 * MINUTE)
    expect((await stateOf(shop, id))?.kind).toBe('refused-once')
    await shop.clock.advance(6 * MINUTE)
    expect((await stateOf(shop, id))?.kind).toBe('reconnect-required')
  })

  test('waits of different accounts spread, and a person ends them', async () => {
    const { shop, booted, keeper, id } = await connected()
    await connect(shop, booted, OTHER)
    await shop.clock.advance(HOUR)
    shop.login.faults.standing(() => ({ kind: 'amazon-trouble', evidence: '500', tryAgainAt: null }))
    for (let tries = 0; tries < 5; tries += 1) {
      await keeper.accessFor(id)
      await shop.clock.advance(8 * MINUTE)
    }
    shop.login.faults.standing(null)
    await keeper.accessFor(id)
    booted.app.skipBackOff()
    expect((await keeper.accessFor(id)).ok).toBe(true)
  })
})

test('a credential that the vault lost is said at start-up, and a locked vault says nothing', async () => {
  const { shop, id } = await connected()
  shop.vault.trouble({ kind: 'locked' })
  const locked = shop.boot()
  await locked.app.start()
  expect(await stateOf(shop, id)).toEqual({ kind: 'active' })
  locked.app.stop()
  shop.vault.trouble(null)
  await shop.vault.remove(`authorization/${id}`)
  const next = shop.boot()
  await next.app.start()
  expect((await stateOf(shop, id))?.kind).toBe('disconnected')
  next.app.stop()
})

test('a disconnected account is never asked for again and keeps no credential', async () => {
  const { shop, booted, account, id } = await connected()
  await booted.app.disconnect(account.id)
  expect(await authorizationOf(shop, account.id)).toBe(id)
  expect(await booted.app.access.accessFor(id)).toEqual({ ok: false, error: { kind: 'disconnected' } })
  expect(await shop.vault.keys()).toEqual(['device'])
})
