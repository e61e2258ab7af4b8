import { ArrowLeftRight, LogIn, Plus } from 'lucide-react'
import { useState, type ReactElement } from 'react'
import { Button } from '../parts/controls/button.tsx'
import { CheckList, type CheckState } from '../parts/flow/check-list.tsx'
import { ChoiceRow } from '../parts/flow/choice-row.tsx'
import { IdentityCard } from '../parts/flow/identity-card.tsx'
import { Note } from '../parts/flow/note.tsx'
import { StageLine } from '../parts/flow/stage-line.tsx'
import { ProgressRope } from '../parts/line/progress-rope.tsx'
import { Dialog } from '../parts/overlays/dialog.tsx'
import { ChannelsPage } from './channels-page.tsx'

const stages = ['Before', 'At Amazon', 'Checking', 'Result']
const rights: readonly (readonly [string, CheckState, string])[] = [
  ['Orders', 'granted', '143 rows seen'],
  ['Settlements', 'granted', '2 files listed'],
  ['Sales & traffic', 'granted', 'accepted'],
  ['Listings & stock', 'granted', '1,208 seen'],
  ['Finance events', 'unproven', 'not yet proven'],
  ['Brand Analytics', 'reduced', 'role missing'],
]

/** The reconnect dialog's good and bad end over the channels. */
export function ReconnectPage(): ReactElement {
  const wrong = new URLSearchParams(location.search).has('wrong')
  const [isOpen, setOpen] = useState(true)
  const close = (): void => {
    setOpen(false)
  }
  return (
    <>
      <ChannelsPage />
      {wrong ? <Wrong isOpen={isOpen} close={close} /> : <Result isOpen={isOpen} close={close} />}
    </>
  )
}

function Result({ isOpen, close }: { readonly isOpen: boolean; readonly close: () => void }): ReactElement {
  return (
    <Dialog
      isOpen={isOpen}
      onClose={close}
      initials="NO"
      title="Nordlys EU is connected again"
      evidence="Selling data, Europe. Signed in at sellercentral.amazon.de, 14:09"
      footStart={<Button tone="quiet">See what is missing</Button>}
      footEnd={
        <>
          <Button>See plan</Button>
          <Button tone="primary" onPress={close}>
            Done
          </Button>
        </>
      }
    >
      <StageLine stages={stages} at={3} outcome="done" />
      <div className="pt-5">
        <CheckList
          label="Identity"
          rows={[
            {
              key: 'same',
              state: 'granted',
              text: (
                <>
                  Same account as before, <span className="font-mono text-small">A1X…9Q</span>
                </>
              ),
              fact: '14:09:31',
            },
            { key: 'stored', state: 'granted', text: 'New permission stored, the old one replaced in one step', fact: '14:09:32' },
          ]}
        />
      </div>
      <h3 className="pt-4 pb-1 text-small text-ink-2">What Amazon now allows</h3>
      <CheckList label="Rights" columns="two" rows={rights.map(([text, state, fact]) => ({ key: text, text, state, fact }))} />
      <div className="pt-4">
        <Note tone="calm">
          <p className="figures flex justify-between">
            <b>Fetching 3 to 14 Sep: 12 days in 4 datasets</b>
            <span className="text-ink-2">ready about 14:55</span>
          </p>
          <div className="py-2">
            <ProgressRope done={7} of={48} width={524} label="Dataset days back" />
          </div>
          <p className="figures flex justify-between text-small text-ink-2">
            <span>7 of 48 dataset days are back, newest first</span>
            <span>731 days of history were not touched</span>
          </p>
        </Note>
      </div>
    </Dialog>
  )
}

function Wrong({ isOpen, close }: { readonly isOpen: boolean; readonly close: () => void }): ReactElement {
  return (
    <Dialog
      isOpen={isOpen}
      onClose={close}
      initials="NO"
      title="That was a different account"
      evidence="Reconnecting Nordlys EU. Signed in at sellercentral.amazon.de, 14:12"
      footStart="Held until 14:22, then discarded by itself"
      footEnd={<Button onPress={close}>Discard</Button>}
    >
      <StageLine stages={stages} at={2} outcome="failed" />
      <div className="flex items-center gap-3 py-4">
        <IdentityCard
          label="Expected"
          name="Nordlys EU"
          tone="calm"
          facts={[
            { name: 'Seller id', value: 'A1X…9Q', face: 'code' },
            { name: 'Store name', value: 'Nordlys GmbH' },
            { name: 'Region', value: 'Europe' },
          ]}
        />
        <span aria-hidden className="text-dialog text-act-ink">
          ≠
        </span>
        <IdentityCard
          label="Amazon answered with"
          name="Moss & Fern DE"
          tone="wrong"
          facts={[
            { name: 'Seller id', value: 'A7K…2M', face: 'code' },
            { name: 'Store name', value: 'Moss & Fern OHG' },
            { name: 'Region', value: 'Europe' },
          ]}
        />
      </div>
      <Note tone="hold" sign="connected">
        <b>Nothing was changed.</b> The new permission is held aside, unused.
      </Note>
      <div className="pt-3">
        <ChoiceRow
          icon={LogIn}
          title="Sign in again for Nordlys"
          consequence="Opens a fresh login window. The last sign-in is not remembered."
          action={<Button tone="primary">Try again</Button>}
        />
        <ChoiceRow
          icon={ArrowLeftRight}
          title="Use it for Moss & Fern DE"
          consequence="Already here, status Stale. This permission is newer than the stored one."
          action={<Button>Use it there</Button>}
        />
        <ChoiceRow
          icon={Plus}
          title="Add it as a new channel"
          consequence="Not possible: this account is already in Springline."
          action={<Button isDisabled>Add as new</Button>}
        />
      </div>
    </Dialog>
  )
}
