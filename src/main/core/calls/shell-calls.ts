import { ok } from '../../../shared/lib/result.ts'
import type { Handlers } from '../dispatch.ts'
import { storageState } from './storage-state.ts'
import type { Desk } from './desk.ts'

type ShellCalls = Pick<Handlers, 'app.read' | 'sync.now' | 'notices.list' | 'notices.seen' | 'settings.read' | 'settings.write'>

const NOTICES_SHOWN = 100

/** Calls about the app itself. */
export function shellCalls(desk: Desk): ShellCalls {
  const { clock, settings, stores, vault } = desk.ports
  const { config } = desk
  return {
    async 'app.read'() {
      const { hint, offlineSince } = desk.connectivity()
      return ok({
        ...config.facts,
        now: clock.now(),
        connectivity: hint,
        offlineSince,
        storage: storageState(desk.sync.progress(), clock.now()),
        vaultTier: vault.tier(),
        dataDirectory: config.dataDirectory,
        marketplaces: config.figures.marketplaces.map(({ country, name, region, vendorCentralHost }) => ({
          country,
          name,
          region,
          seller: true,
          vendor: vendorCentralHost !== null,
        })),
      })
    },
    async 'sync.now'({ accountId }) {
      desk.authorization.skipBackOff()
      desk.sync.wake('requested', accountId)
      return ok({})
    },
    async 'notices.list'() {
      const [notices, accounts] = await Promise.all([stores.notices.newest(NOTICES_SHOWN), stores.accounts.accounts()])
      const nameOf = (id: string | null) => accounts.find((account) => account.id === id)?.name ?? null
      return ok({ notices: notices.map((notice) => ({ ...notice, facts: { ...notice.facts }, name: nameOf(notice.accountId) })) })
    },
    async 'notices.seen'({ ids }) {
      await stores.notices.markSeen(ids, clock.now())
      desk.changed('notices')
      return ok({})
    },
    async 'settings.read'() {
      const found = settings.read()
      return ok({ ...found, expiryLadder: [...found.expiryLadder] })
    },
    async 'settings.write'(change) {
      const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined))
      const written = settings.write(given)
      desk.changed('settings')
      return ok({ ...written, expiryLadder: [...written.expiryLadder] })
    },
  }
}
