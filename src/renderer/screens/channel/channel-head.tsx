import { Stethoscope } from 'lucide-react'
import type { ReactElement, ReactNode } from 'react'
import type { AccountView } from '../../../shared/contract/views/channels.ts'
import { STATUS_RULES } from '../../../shared/domain/status.ts'
import { maskId } from '../../format/mask-id.ts'
import { Button } from '../../parts/controls/button.tsx'
import { DetailHead } from '../../parts/shell/detail-head.tsx'
import { kindText, regionText } from '../../text/place-text.ts'
import { shownStatus } from '../channels/account-groups.ts'
import { AccountAction } from '../channels/account-action.tsx'
import { AccountMenu } from '../channels/account-menu.tsx'
import { saidOf } from '../channels/row-told.ts'
import { useWords, type Words } from '../common/words.ts'
import { places, useGo, type ChannelTab } from '../places.ts'
import { statusText } from '../../text/status-text.ts'

/** Who it is, how it stands, since when it may be read and until when. */
export function ChannelHead({ account, tab }: { readonly account: AccountView; readonly tab: ChannelTab }): ReactElement {
  const words = useWords()
  const go = useGo()
  const status = shownStatus(account)
  return (
    <div data-testid="channel-head" data-status={account.status}>
      <DetailHead
        name={account.name}
        status={status}
        said={status === account.selling.status ? saidOf(account, words) : undefined}
        facts={factsOf(account, words)}
        actions={
          <>
            {isCalm(status) || STATUS_RULES[status].action === 'diagnose' ? null : (
              <Button
                icon={Stethoscope}
                onPress={() => {
                  go(places.diagnose(account.id))
                }}
              >
                Diagnose
              </Button>
            )}
            {isHere(account, tab) ? null : <AccountAction account={account} place="page" />}
            <AccountMenu account={account} tone="outlined" />
          </>
        }
      />
    </div>
  )
}

/** Actions that only open a tab are not offered on it. */
const tabOfAction: Partial<Readonly<Record<AccountView['action'], ChannelTab>>> = { 'view-progress': 'backfill', 'see-missing': 'access' }

function isHere(account: AccountView, tab: ChannelTab): boolean {
  const { action } = STATUS_RULES[shownStatus(account)]
  // A client secret is replaced in the settings, so there is nowhere else to go.
  if (action === 'renew-now' && account.selling.facts['ends'] === 'client-secret') return tab === 'settings'
  return tabOfAction[action] === tab
}

/** There is no cause to look for where all is fine or days are on their way; where looking is the one action, it stands there already. */
function isCalm(status: AccountView['status']): boolean {
  return status === 'catching-up' || statusText[status].group === 'fine'
}

function factsOf(account: AccountView, words: Words): ReactNode[] {
  const { consentedAt, endsAt } = account.selling
  const facts: ReactNode[] = [
    `${kindText[account.kind]}, ${regionText[account.region]}`,
    <span key="id" className="font-mono">
      {maskId(account.sellingPartnerId)}
    </span>,
  ]
  if (!account.identityProven) facts.push('identity not proven')
  if (account.way === 'private-app') facts.push('your own private app')
  if (consentedAt !== null)
    facts.push(
      <span key="given">
        permission given <b className="text-ink">{words.date(consentedAt)}</b>
      </span>,
    )
  if (endsAt !== null)
    facts.push(
      <span key="ends">
        {endsAt <= words.now ? 'ended' : 'ends about'} <b className="text-ink">{words.date(endsAt)}</b>
      </span>,
    )
  return facts
}
