import type { ReactElement } from 'react'
import type { AccountView } from '../../../shared/contract/views/channels.ts'
import { Button, type ButtonSize } from '../../parts/controls/button.tsx'
import { statusText } from '../../text/status-text.ts'
import { useIsOffline } from '../common/use-offline.ts'
import { needsNetwork, useAccountActions } from './use-account-actions.ts'

export interface AccountActionProps {
  readonly account: AccountView
  /** A row says it shortly; a page in full. */
  readonly place: 'row' | 'page'
}

/** The one action of an account; nothing where nothing is to be done. */
export function AccountAction({ account, place }: AccountActionProps): ReactElement | null {
  const { run } = useAccountActions()
  const isOffline = useIsOffline()
  const text = statusText[account.status]
  const word = place === 'row' ? text.rowAction : text.action
  if (word === undefined || account.action === 'none') return null
  const size: ButtonSize = place === 'row' ? 'row' : 'regular'
  return (
    <Button
      size={size} tone={text.filled || place === 'page' ? 'primary' : 'secondary'}
      isDisabled={isOffline && needsNetwork(account.action)}
      onPress={() => { run(account, account.action) }}
    >
      {word}
    </Button>
  )
}
