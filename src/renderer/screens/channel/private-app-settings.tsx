import type { ReactElement } from 'react'
import type { AccountView } from '../../../shared/contract/views/channels.ts'
import type { PrivateAppView } from '../../../shared/contract/views/private-apps.ts'
import { Button } from '../../parts/controls/button.tsx'
import { valueOf } from '../../state/reading.ts'
import { useReading, useWindowState } from '../../state/use-state.ts'
import { familyText } from '../../text/place-text.ts'
import { counted } from '../common/counted.ts'
import { useWords, type Words } from '../common/words.ts'
import { Setting } from './setting.tsx'

/** The person's own apps that this account stands on, each with the age of its client secret. */
export function PrivateAppSettings({ account }: { readonly account: AccountView }): ReactElement | null {
  const { privateApps, view } = useWindowState()
  const words = useWords()
  const apps = valueOf(useReading(privateApps))?.apps.filter((app) => app.permissions.some((one) => one.accountId === account.id)) ?? []
  if (apps.length === 0) return null
  return (
    <>
      <h2 className="pt-8 pb-1 text-section text-ink">{apps.length === 1 ? 'Your private app' : 'Your private apps'}</h2>
      {apps.map((app) => (
        <Setting
          key={app.clientId}
          title={`Client secret for ${familiesOf(app, account)}`}
          detail={
            <>
              {endOf(app, words)} {usersOf(app)}
              <span className="block truncate font-mono">{app.clientId}</span>
            </>
          }
          action={
            <Button
              onPress={() => {
                view.show({ kind: 'replace-secret', clientId: app.clientId })
              }}
            >
              Replace secret
            </Button>
          }
        />
      ))}
    </>
  )
}

function familiesOf({ permissions }: PrivateAppView, account: AccountView): string {
  const mine = permissions.filter((one) => one.accountId === account.id)
  return mine.map((one) => familyText[one.family].name.toLowerCase()).join(' and ')
}

function endOf({ secretEndsAt }: PrivateAppView, words: Words): string {
  if (secretEndsAt === null) return 'Its age is not known, so no reminder comes.'
  if (secretEndsAt <= words.now) return `Ended about ${words.date(secretEndsAt)}.`
  return `Ends about ${words.date(secretEndsAt)}, in ${words.span(secretEndsAt - words.now)}.`
}

function usersOf({ permissions }: PrivateAppView): string {
  const accounts = new Set(permissions.map((one) => one.accountId)).size
  return accounts === 1 ? 'Used by this account alone.' : `Used by ${counted(accounts, 'account', 'accounts')}.`
}
