import { afterEach, describe, expect, test } from 'vitest'
import { diagnosisBundle } from '../../src/shared/contract/diagnosis/bundle.ts'
import { replayBundle } from '../../src/main/core/diagnose/bundle.ts'
import { openShop, type Shop } from '../builders/open-shop.ts'

const NAME = 'Nordlys Home'
let shop: Shop

afterEach(() => shop.close())

async function connectedShop(): Promise<Shop> {
  shop = await openShop({ accounts: ['nordlys', 'halden'], historyDays: 4, volume: 0.5 })
  await shop.connect('nordlys', { ads: true })
  await shop.connect('halden')
  await shop.untilCaughtUp()
  return shop
}

const diagnose = async (ask = true) => shop.call('diagnose.run', { accountId: (await shop.account(NAME)).id, ask })

describe('diagnosing an account', () => {
  test('one refusal advises nothing yet and does not hasten the second; two advise to reconnect', async () => {
    await connectedShop()
    shop.control.fault({ kind: 'revoke', account: 'nordlys', family: 'selling' })
    const once = await diagnose()
    expect(once).toMatchObject({ cause: 'grant-withdrawn-or-changed', known: 'undecided', fix: 'wait', actor: 'nobody' })
    await diagnose()
    expect(await shop.status(NAME)).not.toBe('reconnect-required')
    await shop.minutes(5)
    expect(await diagnose()).toMatchObject({ cause: 'grant-withdrawn-or-changed', known: 'observed', fix: 'reconnect' })
  })

  test('asking again by hand about a refused permission changes nothing that was decided', async () => {
    await connectedShop()
    shop.control.fault({ kind: 'revoke', account: 'nordlys', family: 'selling' })
    await diagnose()
    await shop.minutes(5)
    const before = (await shop.running().stores.accounts.authorizations()).map((one) => one.state)
    await diagnose()
    expect((await shop.running().stores.accounts.authorizations()).map((one) => one.state)).toEqual(before)
  })

  test('without a network the stored answers still name the cause, and say that they are old', async () => {
    await connectedShop()
    shop.control.fault({ kind: 'revoke', account: 'nordlys', family: 'selling' })
    await diagnose()
    await shop.minutes(5)
    shop.offline()
    const stored = await diagnose(false)
    expect(stored).toMatchObject({ cause: 'grant-withdrawn-or-changed', known: 'last-known', way: 'stored' })
    const asked = await diagnose()
    expect(asked).toMatchObject({ cause: 'offline', known: 'observed' })
    expect(asked.also.map((one) => one.cause)).toContain('grant-withdrawn-or-changed')
  })

  test.each([
    ['client-not-allowed', 'application-not-allowed'],
    ['invalid-client', 'application-key-refused'],
  ] as const)('what Amazon said of the application (%s) is still told when nothing can be asked', async (kind, cause) => {
    await connectedShop()
    shop.control.fault({ kind })
    expect(await diagnose()).toMatchObject({ cause, known: 'observed', fix: 'tell-publisher', actor: 'publisher' })
    shop.offline()
    const stored = await diagnose(false)
    expect(stored).toMatchObject({ cause, known: 'last-known', way: 'stored', fix: 'tell-publisher' })
    expect(stored.also.filter((one) => one.cause !== cause)).toEqual([])
  })

  test('a bundle makes the same diagnosis byte for byte, and holds neither ids nor secrets nor names', async () => {
    await connectedShop()
    shop.control.fault({ kind: 'remove-role', account: 'nordlys', role: 'Finance and Accounting' })
    const { id, sellingPartnerId } = await shop.account(NAME)
    const diagnosis = await diagnose()
    const { text } = await shop.call('diagnose.bundle', { accountId: id, names: false })
    const again = replayBundle(text)
    expect(again.ok && JSON.stringify(again.value)).toBe(JSON.stringify(diagnosis))
    const { selling, advertising } = shop.control.world().publisher
    const secrets = [...Object.values(selling), ...Object.values(advertising)].flatMap((app) => [app.clientId, app.clientSecret])
    for (const secret of [...secrets, sellingPartnerId, id, NAME, 'Atzr', 'Atza']) expect(text).not.toContain(secret)
    expect(diagnosisBundle.parse(JSON.parse(text)).name).toBeNull()
    expect(JSON.parse((await shop.call('diagnose.bundle', { accountId: id, names: true })).text)).toMatchObject({ name: NAME })
  })
})
