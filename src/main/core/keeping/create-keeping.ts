import type { AccountId } from '../../../shared/domain/ids.ts'
import type { KeepMonths } from '../../../shared/domain/retention.ts'
import type { Forgotten } from '../ports/keeping-store.ts'
import type { Ports } from '../ports/ports.ts'
import { countOlder, forgetOlder, wantBack } from './keep-by-age.ts'

/** How often the edge of what is kept is moved on; a day goes at most this much later than promised. */
const APPLY_EVERY_MS = 6 * 3_600_000

export interface KeepingOrder {
  readonly ports: Pick<Ports, 'clock' | 'log' | 'settings' | 'stores'>
  /** Days a channel without a limit wants back when a limit is lifted. */
  readonly historyDays: number
  /** Stops the account's work and ends its permissions here, so that nothing is written behind the purge. */
  readonly leave: (accountId: AccountId) => Promise<void>
  readonly onChange: () => void
}

/** Deleting on purpose: by age, where the person set a limit, and a whole account on request. Nothing else deletes figures. */
export interface Keeping {
  start(): void
  stop(): void
  preview(keepMonths: KeepMonths): Promise<Forgotten>
  choose(keepMonths: KeepMonths): Promise<Forgotten>
  purge(accountId: AccountId): Promise<Forgotten & { readonly wiped: boolean }>
}

export function createKeeping(order: KeepingOrder): Keeping {
  const { ports, historyDays, onChange } = order
  const { clock, log, settings } = ports
  let cancel = () => {}
  let isStopped = true

  async function apply(): Promise<Forgotten> {
    const sum = await forgetOlder(ports, settings.read().keepMonths)
    if (sum.days === 0) return sum
    log.write('info', 'figures-forgotten', { days: sum.days, rows: sum.rows })
    onChange()
    return sum
  }

  function round(): void {
    apply()
      .catch(() => log.write('error', 'keeping-broke'))
      .finally(() => {
        if (!isStopped) cancel = clock.timer(APPLY_EVERY_MS, round)
      })
  }

  return {
    start: () => {
      isStopped = false
      round()
    },
    stop: () => {
      isStopped = true
      cancel()
    },
    preview: (keepMonths) => countOlder(ports, keepMonths),
    choose: async (keepMonths) => {
      settings.write({ keepMonths })
      await wantBack(ports, keepMonths, historyDays)
      const forgotten = await apply()
      onChange()
      return forgotten
    },
    purge: async (accountId) => {
      await order.leave(accountId)
      const purged = await ports.stores.keeping.purge(accountId)
      log.write('info', 'account-purged', { days: purged.days, rows: purged.rows, wiped: purged.wiped })
      onChange()
      return purged
    },
  }
}
