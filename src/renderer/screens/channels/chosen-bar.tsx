import type { ReactElement } from 'react'
import type { AccountView } from '../../../shared/contract/views/channels.ts'
import { Button } from '../../parts/controls/button.tsx'
import { useWindowState } from '../../state/use-state.ts'
import { counted } from '../common/counted.ts'

/** What can be done with all chosen accounts at once. */
export function ChosenBar({ accounts, onDone }: { readonly accounts: readonly AccountView[]; readonly onDone: () => void }): ReactElement {
  const { act } = useWindowState()
  const forAll = async (run: (account: AccountView) => Promise<boolean>): Promise<void> => {
    await Promise.all(accounts.map(run))
    onDone()
  }
  return (
    <section aria-label="Chosen channels" className="-mx-5 flex h-12 shrink-0 items-center gap-2 border-t border-line bg-canvas px-5">
      <span className="figures mr-2 text-body font-semibold text-ink">{counted(accounts.length, 'account', 'accounts')} chosen</span>
      <Button
        onPress={() => {
          void forAll((account) => act.syncNow(account.id))
        }}
      >
        Sync now
      </Button>
      <Button
        onPress={() => {
          void forAll((account) => act.pause(account.id, true))
        }}
      >
        Pause
      </Button>
      <Button
        onPress={() => {
          void forAll((account) => act.pause(account.id, false))
        }}
      >
        Resume
      </Button>
      <span className="ml-auto">
        <Button tone="quiet" onPress={onDone}>
          Clear
        </Button>
      </span>
    </section>
  )
}
