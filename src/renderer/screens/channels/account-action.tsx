import type { ReactElement } from 'react'
import type { AccountView } from '../../../shared/contract/views/channels.ts'
import { STATUS_RULES } from '../../../shared/domain/status.ts'
import { Button, type ButtonSize } from '../../parts/controls/button.tsx'
import { statusText } from '../../text/status-text.ts'
import { shownStatus } from './account-groups.ts'
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
  const status = shownStatus(account)
  const { action } = STATUS_RULES[status]
  const text = statusText[status]
  const word = place === 'row' ? text.rowAction : text.action
  if (word === undefined || action === 'none') return null
  const size: ButtonSize = place === 'row' ? 'row' : 'regular'
  return (
    <Button
      size={size}
      tone={text.filled || place === 'page' ? 'primary' : 'secondary'}
      isDisabled={isOffline && needsNetwork(action)}
      onPress={() => {
        run(account, action)
      }}
    >
      {word}
    </Button>
  )
}
