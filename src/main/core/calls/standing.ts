import { channelsView } from '../channels/channels-view.ts'
import type { TrayQuestion } from '../notices/tray-state.ts'
import type { Look } from './desk.ts'

/** What notices and the tray are decided from. */
export function standingOf({ snapshot, health, progress }: Look, online: boolean): TrayQuestion {
  const view = channelsView(snapshot, health, progress)
  return {
    online,
    syncing: view.summary.syncing,
    dataTo: view.summary.dataTo,
    accounts: view.accounts.map((account) => ({
      accountId: account.id,
      name: account.name,
      statuses: account.statuses,
      selling: account.selling,
      advertising: account.advertising,
      missingDays: account.missingDays,
      lostDays: lostDays(snapshot, account.id),
      paused: account.paused,
    })),
  }
}

function lostDays(snapshot: Look['snapshot'], accountId: string): number {
  return snapshot.facts.filter((one) => one.channel.accountId === accountId).reduce((sum, one) => sum + one.lostDays, 0)
}
