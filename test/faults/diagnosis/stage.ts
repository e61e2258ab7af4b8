import type { AccountView } from '../../../src/shared/contract/views/channels.ts'
import type { App } from '../../../src/main/core/app-surface.ts'
import type { Diagnosis } from '../../../src/shared/contract/diagnosis/diagnosis.ts'
import { specOf, type AccountName } from '../../builders/story-world.ts'
import { openShop, SECOND, type Shop } from '../../builders/open-shop.ts'
import { openBadNetwork, type BadNetwork } from './bad-network.ts'

export interface Stage {
  readonly shop: Shop
  readonly network: BadNetwork
  readonly disk: { freeBytes: number }
  readonly first: AccountName
  account(): Promise<AccountView>
  /** Connects every account and lets its history come. */
  connectAll(): Promise<void>
  /** How long the diagnosis took by the clock that everything goes by, and by the computer's own. */
  diagnose(ask: boolean): Promise<{ readonly diagnosis: Diagnosis; readonly tookMs: number }>
  close(): Promise<void>
}

export interface StageOrder {
  readonly accounts: readonly AccountName[]
  readonly ads: boolean
}

/** A person's computer with connected accounts and a few days of history: what every fault falls upon. */
export async function openStage({ accounts, ads }: StageOrder): Promise<Stage> {
  const network = await openBadNetwork()
  const disk = { freeBytes: 40 * 1024 ** 3 }
  const shop = await openShop({ accounts, historyDays: 4, volume: 0.5, network, freeBytes: () => disk.freeBytes })
  shop.control.pace({ queueMs: [0, 0], quotas: 'off' })
  const [first] = accounts
  if (first === undefined) throw new Error('a stage needs an account')
  /** By Amazon's id: a vendor's name is the person's own. */
  const account = async (): Promise<AccountView> => {
    const found = (await shop.accounts()).find((one) => one.sellingPartnerId === specOf(first).sellingPartnerId)
    if (found === undefined) throw new Error('the account is not connected')
    return found
  }
  return {
    shop,
    network,
    disk,
    first,
    account,
    connectAll: async () => {
      for (const name of accounts) await shop.connect(name, { ads })
      await shop.untilCaughtUp()
    },
    diagnose: async (ask) => {
      const accountId = (await account()).id
      const [began, beganReal] = [shop.crank.clock.monotonic(), performance.now()]
      const end: { answer: Awaited<ReturnType<App['dispatch']>> | null } = { answer: null }
      const asked = shop
        .running()
        .app.dispatch('diagnose.run', { accountId, ask })
        .then((answer) => (end.answer = answer))
      for (let turn = 0; turn < 80 && end.answer === null; turn += 1) {
        await shop.crank.quiet()
        if (turn > 0) await shop.crank.advance(SECOND / 4)
      }
      const answer = await asked
      if (!answer.ok) throw new Error(`no diagnosis: ${answer.error.code}`)
      const tookMs = Math.max(shop.crank.clock.monotonic() - began, performance.now() - beganReal)
      return { diagnosis: answer.value as Diagnosis, tookMs }
    },
    close: async () => {
      await shop.close()
      await network.close()
    },
  }
}
