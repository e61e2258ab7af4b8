import { createOneAtATime } from '../../../shared/lib/one-at-a-time.ts'
import type { AccountId } from '../../../shared/domain/ids.ts'
import { decideNotices } from './decide-notices.ts'
import type { NoticePorts } from './notice-ports.ts'
import { postNotices } from './post-notices.ts'
import { trayState, type TrayQuestion } from './tray-state.ts'

export interface NoticesOrder {
  readonly ports: NoticePorts
  /** Called when the list of notices has changed. */
  readonly onChange: () => void
}

export interface Notices {
  /** Tells the person what changed: call it whenever health was computed. Updates never overlap. */
  update(standing: TrayQuestion): Promise<void>
}

/** Posts and withdraws notices and keeps the tray true. */
export function createNotices({ ports, onChange }: NoticesOrder): Notices {
  const oneAtATime = createOneAtATime()
  let lostBefore: ReadonlyMap<AccountId, number> = new Map()

  const tell = async (standing: TrayQuestion) => {
    const decision = decideNotices({
      accounts: standing.accounts,
      standing: await ports.stores.notices.standing(),
      lostBefore,
      ladder: ports.settings.read().expiryLadder,
      now: ports.clock.now(),
    })
    lostBefore = new Map(standing.accounts.map((one) => [one.accountId, one.lostDays]))
    ports.notifier.tray(trayState(standing))
    if (await postNotices(ports, decision)) onChange()
  }

  return { update: (standing) => oneAtATime('notices', () => tell(standing)) }
}
