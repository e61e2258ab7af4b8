import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createReadStores, createWriteStores } from '../../../../src/main/adapters/sqlite/create-stores.ts'
import { openForWriting } from '../../../../src/main/adapters/sqlite/database/open-database.ts'
import { ACME, authorizationOf, connect, MINUTE, openShop, OTHER, stateOf, walk } from './shop.ts'

test('the real database remembers a whole life: connect, wrong account, refusal, restart, reconnect', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'springline-authorization-'))
  const opened = openForWriting(join(folder, 'data.db'))
  if (!opened.ok) throw new Error(opened.error.kind)
  const db = opened.value
  try {
    const [reads, writes] = [createReadStores(db, new Map()), createWriteStores(db)]
    const shop = openShop({
      lines: [],
      accounts: { ...reads.accounts, ...writes.accounts },
      access: { ...reads.access, ...writes.access },
      attempts: { ...reads.attempts, ...writes.attempts },
      activity: { ...reads.activity, ...writes.activity },
    })
    const first = shop.boot()
    const { account, id, sealed } = await connect(shop, first)
    const channels = await shop.stores.accounts.channels()
    expect(channels.map((one) => one.country).sort()).toEqual(['DE', 'FR'])

    const wrong = await walk(shop, first, OTHER, account.id)
    await first.app.complete(wrong.url)
    expect((await shop.boot().app.read(wrong.id))?.attempt.state).toEqual({
      kind: 'wrong-account',
      foundIdentity: OTHER,
      foundAccountId: null,
    })
    await first.app.decide(wrong.id, 'discard')

    shop.login.withdraw(sealed)
    await shop.clock.advance(60 * MINUTE)
    await first.app.access.accessFor(id)
    first.app.stop()
    const second = shop.boot()
    await second.app.start()
    await shop.clock.advance(5 * MINUTE)
    expect(await stateOf(shop, id)).toMatchObject({ kind: 'reconnect-required', cause: 'withdrawn-or-changed' })

    const { url } = await walk(shop, second, ACME, account.id)
    void shop.boot({ atStep: 3, when: 'after' }).app.complete(url)
    await shop.clock.settle()
    await second.app.recover()
    expect(await stateOf(shop, id)).toEqual({ kind: 'active' })
    expect(await authorizationOf(shop, account.id)).toBe(id)
    expect(await shop.stores.accounts.channels()).toEqual(channels)
    expect((await shop.stores.activity.newest({ limit: 50 })).map((one) => one.kind)).toEqual(
      expect.arrayContaining(['connected', 'renewal-refused', 'reconnect-required', 'reconnected', 'verified']),
    )
    second.app.stop()
  } finally {
    db.close()
    rmSync(folder, { recursive: true })
  }
})
