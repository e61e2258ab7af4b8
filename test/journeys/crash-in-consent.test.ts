import { afterEach, describe, expect, test } from 'vitest'
import { heldDays, historyHash } from '../builders/history.ts'
import type { Death } from '../builders/life.ts'
import { openShop, type Shop } from '../builders/open-shop.ts'
import { channelsOf } from '../builders/truth.ts'
import type { AccountName } from '../builders/story-world.ts'

const NAME = 'Nordlys Home'
/** Steps that last, between the click on *Reconnect* and the end of verification. */
const STEPS = /^(vault|login|attempts|accounts|access|activity)\./

/** Reconnects with a death planned; answers the steps that were taken. */
async function reconnectAndDie(shop: Shop, as: AccountName, death: Death): Promise<readonly string[]> {
  shop.arm(death)
  await shop.reconnect(NAME, as).catch(() => null)
  await shop.crank.quiet()
  return shop.life().steps()
}

async function opened(): Promise<Shop> {
  const shop = await openShop({ accounts: ['nordlys', 'bike'], historyDays: 3 })
  await shop.connect('nordlys')
  await shop.untilCaughtUp()
  return shop
}

/** Every lasting step of a reconnect, so that each can be the last one. */
async function stepsOf(as: AccountName): Promise<number> {
  const shop = await opened()
  const steps = await reconnectAndDie(shop, as, { atStep: 1000, when: 'after', only: STEPS })
  await shop.close()
  return steps.length
}

describe('the process dies in the middle of a reconnect', () => {
  let shop: Shop | null = null
  afterEach(async () => {
    await shop?.close()
    shop = null
  })

  test.each(['nordlys', 'bike'] as const)('at any step, as %s: a good grant is never lost, nothing foreign is written', async (as) => {
    const steps = await stepsOf(as)
    expect(steps).toBeGreaterThan(as === 'nordlys' ? 8 : 4)
    expect(steps).toBeLessThan(40)
    shop = await opened()
    const held = heldDays(shop)
    const history = historyHash(shop, held)
    const troubles: string[] = []
    for (let atStep = 1; atStep <= steps; atStep += 1) {
      for (const when of ['before', 'after'] as const) {
        const taken = await reconnectAndDie(shop, as, { atStep, when, only: STEPS })
        await shop.crash()
        await shop.minutes(12)
        const where = `${when} ${taken[atStep - 1] ?? `step ${atStep}, not reached`}`
        troubles.push(...(await troublesNow(shop)).map((one) => `${where}: ${one}`))
      }
    }
    expect(troubles).toEqual([])
    expect(historyHash(shop, held)).toBe(history)
    shop.control.clearLog()
    await shop.days(1)
    expect(shop.control.log().filter((line) => line.account === 'bike' && line.api === 'selling')).toEqual([])
    expect(shop.control.log().filter((line) => line.operation === 'renew' && line.status !== 200)).toEqual([])
  })

  test('at any step of adding the other account after all: it is here whole or not at all, and the first one works', async () => {
    const troubles: string[] = []
    let wholeAt = 0
    for (let atStep = 1; wholeAt === 0 && atStep < 30; atStep += 1) {
      shop = await opened()
      const attempt = await shop.reconnect(NAME, 'bike')
      expect(attempt.stage).toBe('wrong-account')
      shop.arm({ atStep, when: 'after', only: STEPS })
      await shop.decide(attempt, 'add-new').catch(() => null)
      await shop.crank.quiet()
      if (!shop.life().isDead()) wholeAt = atStep
      await shop.crash()
      await shop.minutes(12)
      troubles.push(...(await halfAccounts(shop)).map((one) => `after ${shop?.life().steps()[atStep - 1] ?? `step ${atStep}`}: ${one}`))
      await shop.close()
      shop = null
    }
    expect(wholeAt).toBeGreaterThan(4)
    expect(troubles).toEqual([])
  })
})

/** Accounts without a credential, or credentials without an account; and whether the first account still works. */
async function halfAccounts(shop: Shop): Promise<readonly string[]> {
  const { stores, vault } = shop.running()
  const kept = (await vault.keys()).filter((key) => key.startsWith('authorization/')).toSorted()
  const known = (await stores.accounts.authorizations()).map((one) => `authorization/${one.id}`).toSorted()
  const troubles =
    JSON.stringify(kept) === JSON.stringify(known) ? [] : [`the vault holds ${kept.length}, the database knows ${known.length}`]
  const accounts = await stores.accounts.accounts()
  if (accounts.length !== known.length) troubles.push(`${accounts.length} accounts, ${known.length} authorizations`)
  const status = await shop.status(NAME)
  if (status === 'reconnect-required' || status === 'disconnected') troubles.push(`${NAME} is ${status}`)
  return troubles
}

/** What a person would call broken after the restart. */
async function troublesNow(shop: Shop): Promise<readonly string[]> {
  const troubles: string[] = []
  const { stores, vault } = shop.running()
  const authorizations = await stores.accounts.authorizations()
  const [own] = authorizations
  if (authorizations.length !== 1 || own === undefined) troubles.push(`${authorizations.length} authorizations`)
  const entry = own === undefined ? null : await vault.read(`authorization/${own.id}`)
  if (!entry?.ok || entry.value?.kind !== 'credential') troubles.push('no credential')
  else if (entry.value.identity !== 'A2NORDLYSHOME7') troubles.push(`the credential of ${entry.value.identity ?? 'nobody'}`)
  else if (entry.value.consentedAt !== own?.consentedAt) troubles.push('the database tells of another consent than the vault')
  if ((await channelsOf(shop, 'nordlys')).length !== 2) troubles.push('channels changed')
  if ((await stores.accounts.accounts()).length !== 1) troubles.push('accounts changed')
  const status = await shop.status(NAME)
  if (status === 'reconnect-required' || status === 'disconnected') troubles.push(status)
  return troubles
}
