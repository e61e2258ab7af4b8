import type { AccountId } from '../../../shared/domain/ids.ts'
import type { App } from '../app-surface.ts'
import type { Authorizations } from '../authorization/create-authorization.ts'
import type { Ports } from '../ports/ports.ts'
import type { CycleReport, Sync } from '../ports/sync-progress.ts'

/** How often a pending second renewal is looked at. */
const LOOK_MS = 5_000

interface OnceWorld {
  readonly ports: Pick<Ports, 'clock' | 'stores'>
  readonly authorization: Pick<Authorizations, 'startConfirming' | 'stop' | 'checkAccess'>
  readonly sync: Sync
}

type Order = Parameters<App['runOnce']>[0]

/**
 * One full cycle to the end. A refusal that needs its second renewal (two to four minutes later) is waited for, so the
 * answer is true: either the person is needed, or the permission works after all and the cycle runs again.
 */
export async function runOnce(world: OnceWorld, order: Order): Promise<CycleReport> {
  const accountId = order.accountId as AccountId | null
  await world.authorization.startConfirming()
  try {
    await world.authorization.checkAccess(accountId)
    const report = await world.sync.runOnce({ ...order, accountId })
    const pending = await refusedOnce(world, accountId)
    if (pending.length === 0 || order.signal.aborted) return report
    await decided(world, order)
    const isBack = (await world.ports.stores.accounts.authorizations()).some(
      (one) => pending.includes(one.id) && one.state.kind === 'active',
    )
    return isBack && !order.signal.aborted ? await world.sync.runOnce({ ...order, accountId }) : report
  } finally {
    world.authorization.stop()
  }
}

async function decided(world: OnceWorld, { accountId, signal }: Order): Promise<void> {
  while (!signal.aborted && (await refusedOnce(world, accountId as AccountId | null)).length > 0) {
    await new Promise<void>((resolve) => {
      const cancel = world.ports.clock.timer(LOOK_MS, resolve)
      signal.addEventListener(
        'abort',
        () => {
          cancel()
          resolve()
        },
        { once: true },
      )
    })
  }
}

async function refusedOnce({ ports }: OnceWorld, accountId: AccountId | null) {
  const all = await ports.stores.accounts.authorizations()
  return all.filter((one) => one.state.kind === 'refused-once' && (accountId === null || one.accountId === accountId)).map((one) => one.id)
}
