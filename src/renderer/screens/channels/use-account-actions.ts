import type { AccountView } from '../../../shared/contract/views/channels.ts'
import type { Action } from '../../../shared/domain/status.ts'
import type { ApiFamily } from '../../../shared/domain/region.ts'
import { useWindowState } from '../../state/use-state.ts'
import { places, useGo } from '../places.ts'

export interface AccountActions {
  /** Does what the account's one action says. */
  run(account: AccountView, action: Action): void
  reconnect(account: AccountView, family: ApiFamily): void
}

/** What the buttons of an account do. */
export function useAccountActions(): AccountActions {
  const { attempt, act, view } = useWindowState()
  const go = useGo()
  const reconnect = (account: AccountView, family: ApiFamily): void => {
    attempt.prepare({
      accountId: account.id,
      family,
      kind: account.kind,
      region: account.region,
      country: account.channels[0]?.country ?? 'US',
    })
  }
  const runs: Readonly<Record<Action, (account: AccountView) => void>> = {
    none: () => undefined,
    reconnect: (account) => {
      reconnect(account, 'selling')
    },
    'reconnect-ads': (account) => {
      reconnect(account, 'advertising')
    },
    'connect-ads': (account) => {
      reconnect(account, 'advertising')
    },
    'renew-now': (account) => {
      const { family, ends } = endingOf(account)
      if (ends === 'client-secret') go(places.channel(account.id, 'settings'))
      else reconnect(account, family)
    },
    'open-central': () => {
      go(places.helpTopic('account-problem'))
    },
    'what-to-do-meanwhile': () => {
      go(places.helpTopic('publisher-problem'))
    },
    details: (account) => {
      go(account.status === 'amazon-trouble' ? places.helpTopic('amazon-trouble') : places.channel(account.id, 'backfill'))
    },
    'see-missing': (account) => {
      go(places.channel(account.id, 'access'))
    },
    diagnose: (account) => {
      go(places.diagnose(account.id))
    },
    'view-progress': (account) => {
      go(places.channel(account.id, 'backfill'))
    },
    resume: (account) => {
      void act.pause(account.id, false)
    },
    'connect-real-account': () => {
      view.show({ kind: 'add-channel' })
    },
  }
  return {
    run: (account, action) => {
      runs[action](account)
    },
    reconnect,
  }
}

/** What ends soon. The key of the person's own app is renewed by no consent; a new client secret does it. */
function endingOf(account: AccountView): { readonly family: ApiFamily; readonly ends: unknown } {
  const { selling, advertising } = account
  const isAds = advertising?.status === 'expiring-soon' && selling.status !== 'expiring-soon'
  return isAds ? { family: 'advertising', ends: advertising.facts['ends'] } : { family: 'selling', ends: selling.facts['ends'] }
}

/** Actions that need Amazon and therefore the network. */
export function needsNetwork(action: Action): boolean {
  return action === 'reconnect' || action === 'reconnect-ads' || action === 'connect-ads' || action === 'renew-now'
}
