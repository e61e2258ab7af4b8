import type { ReactElement } from 'react'
import type { AccountView } from '../../../shared/contract/views/channels.ts'
import type { Fix } from '../../../shared/domain/cause.ts'
import type { Action } from '../../../shared/domain/status.ts'
import { Button } from '../../parts/controls/button.tsx'
import { needsNetwork, useAccountActions } from '../channels/use-account-actions.ts'
import { useIsOffline } from '../common/use-offline.ts'
import { places, useGo, type ChannelTab } from '../places.ts'

type Way =
  | { readonly kind: 'act'; readonly word: string; readonly action: Action }
  | { readonly kind: 'tab'; readonly word: string; readonly tab: ChannelTab }
  | { readonly kind: 'help'; readonly word: string; readonly topic: string }

/** Where a button can do what helps. What only happens outside Springline has none. */
const ways: Readonly<Partial<Record<Fix, Way>>> = {
  reconnect: { kind: 'act', word: 'Reconnect', action: 'reconnect' },
  connect: { kind: 'act', word: 'Connect again', action: 'reconnect' },
  'reconnect-ads': { kind: 'act', word: 'Reconnect advertising', action: 'reconnect-ads' },
  'connect-ads': { kind: 'act', word: 'Connect advertising', action: 'connect-ads' },
  resume: { kind: 'act', word: 'Resume', action: 'resume' },
  'open-central': { kind: 'act', word: 'What Amazon wants', action: 'open-central' },
  'tell-publisher': { kind: 'act', word: 'What to do meanwhile', action: 'what-to-do-meanwhile' },
  'ask-for-role': { kind: 'tab', word: 'See what is missing', tab: 'access' },
  'ask-for-profile': { kind: 'tab', word: 'See what is missing', tab: 'access' },
  'replace-client-secret': { kind: 'tab', word: 'Replace the secret', tab: 'settings' },
  'check-own-app': { kind: 'tab', word: 'Open settings', tab: 'settings' },
}

export function FixButton({ account, fix }: { readonly account: AccountView; readonly fix: Fix | null }): ReactElement | null {
  const { run } = useAccountActions()
  const go = useGo()
  const isOffline = useIsOffline()
  const way = fix === null ? undefined : ways[fix]
  if (way === undefined) return null
  const press = (): void => {
    if (way.kind === 'act') run(account, way.action)
    else go(way.kind === 'tab' ? places.channel(account.id, way.tab) : places.helpTopic(way.topic))
  }
  return (
    <Button tone="primary" isDisabled={isOffline && way.kind === 'act' && needsNetwork(way.action)} onPress={press}>
      {way.word}
    </Button>
  )
}
