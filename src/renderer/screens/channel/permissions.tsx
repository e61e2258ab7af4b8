import type { ReactElement } from 'react'
import type { AccountView, FamilyView } from '../../../shared/contract/views/channels.ts'
import { API_FAMILIES, type ApiFamily } from '../../../shared/domain/region.ts'
import { Button } from '../../parts/controls/button.tsx'
import { StatusGlyph } from '../../parts/status/status-glyph.tsx'
import { familyText } from '../../text/place-text.ts'
import { useAccountActions } from '../channels/use-account-actions.ts'
import { useIsOffline } from '../common/use-offline.ts'
import { useWords, type Words } from '../common/words.ts'

/** The account's permissions, how long each lasts, and renewing at any time: dates move only when Amazon has agreed. */
export function Permissions({ account }: { readonly account: AccountView }): ReactElement {
  return (
    <ul aria-label="Permissions" className="pb-4">
      {API_FAMILIES.map((family) => (
        <Permission key={family} account={account} family={family} />
      ))}
    </ul>
  )
}

function Permission({ account, family }: { readonly account: AccountView; readonly family: ApiFamily }): ReactElement {
  const { reconnect } = useAccountActions()
  const isOffline = useIsOffline()
  const words = useWords()
  const view = family === 'selling' ? account.selling : account.advertising
  const status = view?.status ?? 'ads-not-connected'
  return (
    <li className="figures flex min-h-11 items-center gap-3 border-b border-line py-1.5">
      <StatusGlyph status={status} />
      <p className="min-w-0 flex-1">
        <b className="font-medium">{familyText[family].name}</b>{' '}
        <span className="text-ink-2">{view === null ? 'not connected' : lastsText(view, words)}</span>
      </p>
      <Button
        isDisabled={isOffline}
        onPress={() => {
          reconnect(account, family)
        }}
      >
        {actionOf(status)}
      </Button>
    </li>
  )
}

function lastsText({ status, consentedAt, endsAt }: FamilyView, words: Words): string {
  if (status === 'ads-not-connected') return 'not connected'
  if (status === 'disconnected') return 'disconnected'
  const given = consentedAt === null ? '' : `given ${words.date(consentedAt)}, `
  if (endsAt === null) return `${given}Amazon names no end`
  return endsAt <= words.now
    ? `${given}ended ${words.date(endsAt)}`
    : `${given}ends about ${words.date(endsAt)}, in ${words.span(endsAt - words.now)}`
}

function actionOf(status: FamilyView['status']): string {
  if (status === 'ads-not-connected') return 'Connect'
  return status === 'reconnect-required' || status === 'ads-reconnect-required' || status === 'disconnected' ? 'Reconnect' : 'Renew now'
}
