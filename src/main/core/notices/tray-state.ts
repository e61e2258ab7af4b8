import { STATUS_RULES, STATUSES, type Status } from '../../../shared/domain/status.ts'
import type { TrayState } from '../ports/notifier.ts'
import type { AccountStanding } from './notice-question.ts'
import { TRAY_ATTENTION } from './policy.ts'

export interface TrayQuestion {
  readonly accounts: readonly AccountStanding[]
  /** Accounts that are being synced now. */
  readonly syncing: number
  /** `YYYY-MM-DD` most channels have reached. */
  readonly dataTo: string | null
  readonly online: boolean
}

/** Statuses only a person can end; the others never count. */
const NEEDS_YOU: readonly Status[] = ['reconnect-required', 'ads-reconnect-required', 'account-problem']

/** What the tray shows: what needs somebody first, then whether work goes on. Offline, nothing can be done, so it wins. */
export function trayState({ accounts, syncing, dataTo, online }: TrayQuestion): TrayState {
  const needing = accounts
    .flatMap((account) =>
      NEEDS_YOU.filter((one) => account.statuses.includes(one))
        .slice(0, 1)
        .map((status) => ({ account, status })),
    )
    .sort((a, b) => STATUSES.indexOf(a.status) - STATUSES.indexOf(b.status) || (a.account.name < b.account.name ? -1 : 1))
  return {
    tone: toneOf(online, needing.length, syncing),
    needYou: needing.length,
    dataTo,
    attention: needing
      .slice(0, TRAY_ATTENTION)
      .map(({ account, status }) => ({ accountId: account.accountId, name: account.name, action: STATUS_RULES[status].action })),
    paused: accounts.length > 0 && accounts.every((one) => one.paused),
  }
}

function toneOf(online: boolean, needYou: number, syncing: number): TrayState['tone'] {
  if (!online) return 'offline'
  if (needYou > 0) return 'needs-you'
  return syncing > 0 ? 'working' : 'holding'
}
